package model_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// decode reads a description that has the right structure, apart from what a
// test wants wrong.
func decode(t *testing.T, text string) *model.Project {
	t.Helper()
	root, list := syntax.Parse(source.NewFile("a.yaml", []byte(text)))
	if root == nil {
		t.Fatal(golden.Story(list))
	}
	merged, _ := syntax.Merge([]*syntax.Node{root})
	mended, _ := schema.Validate(schema.Application, merged)
	return model.Decode(mended, nil)
}

const cluster = `
application: {title: Berg, call: arena-2012, language: nb, period: {start: 2012-09-01, months: 36}}
value_chain: [{id: utvinning, title: Utvinning}]
workshops: [{id: narvik, title: Narvik}]
challenges: [{id: vinter, text: Vinteren}]
focus_areas: [{id: drift, title: Drift}, {id: folk, title: Folk}]
goals:
  - {id: g1, level: main, title: Hovedmål}
activities:
  - id: a1
    title: Kartlegging
    focus_area: drft
    goals: [g1, g9]
    costs:
      - {category: travel, year: 2012, amount: 1000}
      - {category: own-effort, year: 2013, participant: berg, hours: 10, rate: 600}
budget:
  costs: [{category: audit, year: 2013, amount: 500}]
  financing:
    - {id: in, kind: grant, funder: IN, amounts: [{year: 2012, amount: 700}, {year: 2013, amount: 300}]}
    - {id: fk, kind: other-public, funder: FK, amounts: [{year: 2012, amount: 100}]}
    - {id: sp, kind: other-private, funder: SP, amounts: [{year: 2014, amount: 50}]}
participants:
  - id: berg
    name: Berg AS
    kind: core-company
    priorities: {drift: 3, flk: 1}
    contribution: {cash: [{year: 2012, amount: 200}], hours: [{year: 2013, hours: 10, rate: 600}]}
  - {id: nei, name: Nei AS, kind: company, commitment: {status: declined}, contribution: {cash: [{year: 2012, amount: 9}]}}
  - {id: lo, name: LO, kind: interest-organisation, role: supporter}
`

func TestMoney(t *testing.T) {
	p := decode(t, cluster)
	tests := []struct {
		name string
		got  model.Yearly
		want string
	}{
		{"costs", p.CostYearly(), "2012:1000 2013:6500"},
		{"costs of the activity", p.Activities[0].CostOf(), "2012:1000 2013:6000"},
		{"common costs", p.CommonCostYearly(), "2013:500"},
		{"costs of travel", p.CostByCategory()["travel"], "2012:1000"},
		{"cash", p.OwnCash(), "2012:200"},
		{"effort", p.OwnEffort(), "2013:6000"},
		{"own", p.OwnYearly(), "2012:200 2013:6000"},
		{"public", p.PublicYearly(), "2012:800 2013:300"},
		{"applied", p.AppliedYearly(), "2012:700 2013:300"},
		{"financing", p.FinancingYearly(), "2012:1000 2013:6300 2014:50"},
	}
	for _, tt := range tests {
		var parts []string
		for _, year := range tt.got.Years() {
			parts = append(parts, i18n.Msg("%d:%d", year, int64(tt.got[year])).In(i18n.EN))
		}
		if got := strings.Join(parts, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := p.CostYearly().Total(); got != 7500 {
		t.Errorf("the total is %d", got)
	}
	if got := p.Years(); !slices.Equal(got, []int{2012, 2013, 2014}) {
		t.Errorf("the years are %v", got)
	}
	if costs := slices.Collect(p.Costs()); len(costs) != 3 || costs[0].Activity == nil || costs[2].Activity != nil {
		t.Errorf("the costs are %v", costs)
	}
}

func TestPeriodEndsOnItsLastDay(t *testing.T) {
	p := decode(t, cluster)
	if got := p.Application.Period.End(); !got.Equal(time.Date(2015, 8, 31, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("the project ends on %v", got)
	}
	if !(model.Period{}).End().IsZero() {
		t.Error("a period without a start has an end")
	}
}

// TestReferences holds that a slip of an id means the nearest one, in lists,
// fields and keys alike, while the reference stays as it was written.
func TestReferences(t *testing.T) {
	p := decode(t, cluster)
	a := &p.Activities[0]
	if a.FocusArea != "drift" {
		t.Errorf("the focus area is %q", a.FocusArea)
	}
	if !slices.Equal(a.Goals, []string{"g1", "g1"}) {
		t.Errorf("the goals are %v", a.Goals)
	}
	if got := p.Participants[0].Priorities["folk"]; got != 1 {
		t.Errorf("the priorities are %v", p.Participants[0].Priorities)
	}
	var slips []string
	for _, r := range p.References {
		if r.ID != r.Meant {
			slips = append(slips, golden.Place(r.At.Span())+" "+r.Kind+" "+r.ID+" "+r.Meant)
		}
	}
	want := []string{"a.yaml:12:17-21 focus area drft drift", "a.yaml:13:17-19 goal g9 g1", "a.yaml:27:28-31 focus area flk folk"}
	if !slices.Equal(slips, want) {
		t.Errorf("the slips are %q", slips)
	}
}

// TestIntact holds what a rule may rely on when a piece is missing.
func TestIntact(t *testing.T) {
	tests := []struct {
		name, text    string
		intact, broke []string
	}{
		{"nothing is wrong", cluster, []string{"", "goals", "activities.costs"}, nil},
		{"an amount that cannot be read", cluster + "risks: []\nannexes: []\ncriteria: [{id: x, answered_in: 3}]\n", []string{"goals", "activities"}, []string{"criteria", "criteria.answered_in", ""}},
		{"a cost that cannot be read", strings.Replace(cluster, "amount: 1000", "amount: masse", 1), []string{"activities.goals", "budget"}, []string{"activities", "activities.costs", "activities.costs.amount"}},
		{"an id nothing is near", strings.Replace(cluster, "[g1, g9]", "[g1, ukjent-maal]", 1), []string{"activities.costs", "goals"}, []string{"activities.goals", "activities"}},
		{"an entry that cannot be read", strings.Replace(cluster, "title: Kartlegging", "title: a: b", 1), []string{"goals", "participants"}, []string{"activities", "activities.costs"}},
		{"an unknown key", strings.Replace(cluster, "    costs:\n", "    utgifter:\n", 1), []string{"goals"}, []string{"activities.costs"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := decode(t, tt.text)
			for _, path := range tt.intact {
				if !p.Intact(path) {
					t.Errorf("%q is not intact", path)
				}
			}
			for _, path := range tt.broke {
				if p.Intact(path) {
					t.Errorf("%q is intact", path)
				}
			}
			if !p.Intact() {
				t.Error("nothing at all is always intact")
			}
		})
	}
}

func TestLookups(t *testing.T) {
	p := decode(t, cluster)
	for kind, ok := range map[string]bool{
		"participant": second(p.Participant("berg")), "goal": second(p.Goal("g1")), "activity": second(p.Activity("a1")),
		"focus area": second(p.FocusArea("folk")), "challenge": second(p.Challenge("vinter")),
		"workshop": second(p.Workshop("narvik")), "stage": second(p.Stage("utvinning")),
	} {
		if !ok {
			t.Errorf("the %s is not found", kind)
		}
	}
	if second(p.Participant("ukjent")) || second(p.Goal("")) {
		t.Error("what is not there is found")
	}
	if got := len(p.Partners()); got != 1 {
		t.Errorf("%d partners; one that declined and one that supports do not count", got)
	}
	if got := len(p.Supporters()); got != 1 {
		t.Errorf("%d supporters", got)
	}
	if got := p.IDs("focus area"); !slices.Equal(got, []string{"drift", "folk"}) {
		t.Errorf("the focus areas are %v", got)
	}
}

func second[T any](_ T, ok bool) bool { return ok }

func TestParticipants(t *testing.T) {
	p := decode(t, cluster)
	berg, lo := &p.Participants[0], &p.Participants[2]
	if !berg.IsPartner() || !berg.IsBusiness() || !berg.IsNorwegian() || !berg.Brings() {
		t.Errorf("berg is %+v", berg)
	}
	if lo.IsPartner() || lo.IsBusiness() || lo.Brings() {
		t.Errorf("lo is %+v", lo)
	}
}

// TestProse holds that section texts come from the description and from
// files, and that their parts are found where they were written.
func TestProse(t *testing.T) {
	root, _ := syntax.Parse(source.NewFile("a.yaml", []byte("sections:\n  background: |\n    Først.\n    Så TODO.\n")))
	file := source.NewFile("sections/budget.md", []byte("\xef\xbb\xbfFørst.\r\nSå TODO.\r\n"))
	p := model.Decode(root, map[string]*source.File{"budget": file})
	for id, want := range map[string]string{"background": "a.yaml:4:8-12", "budget": "sections/budget.md:2:4-8"} {
		prose, ok := p.SectionText(id)
		if !ok || prose.Text != "Først.\nSå TODO.\n" {
			t.Fatalf("%s is %q", id, prose.Text)
		}
		i := strings.Index(prose.Text, "TODO")
		if got := golden.Place(prose.Part(i, i+4)); got != want {
			t.Errorf("the part of %s is at %s, want %s", id, got, want)
		}
	}
	if second(p.SectionText("risk")) {
		t.Error("a text that is not there is found")
	}
	texts := p.Texts()
	if len(texts) != 2 || !texts[0].Markdown || texts[1].Span().File != file {
		t.Errorf("%d texts", len(texts))
	}
}

func TestTexts(t *testing.T) {
	var got []string
	for _, text := range decode(t, cluster).Texts() {
		got = append(got, text.Value+" "+golden.Place(text.Span()))
	}
	if len(got) != 14 || got[0] != "Berg a.yaml:2:22-26" {
		t.Errorf("%d texts: %q", len(got), got)
	}
}
