package scaffold_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/scaffold"
	"soknad/templates"
)

// toFillIn are the findings that a new application may have: what they are
// about is still to be filled in.
func toFillIn() []diag.Code {
	return []diag.Code{
		"TXT001", // placeholders
		"PAR008", // organisation numbers
		"PAR020", // answers of those invited
		"PAR006", // more companies
		"CAL009", // where criteria are answered
		"CAL013", // strategic areas of focus areas
		"PAR016", // more of the steering group
	}
}

// made makes a new application and checks it.
func made(t *testing.T, call string, l i18n.Lang, change func(*scaffold.Answers)) (fstest.MapFS, *pipeline.Result) {
	t.Helper()
	c, _, err := pipeline.ReadCall(templates.FS(), templates.FS(), call)
	if err != nil {
		t.Fatal(err)
	}
	a := scaffold.Defaults(c, call, l)
	change(&a)
	files, err := scaffold.Files(templates.FS(), c, a)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for _, f := range files {
		folder[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	r, err := pipeline.Check(pipeline.Job{Files: folder, Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return folder, r
}

func asItIs(*scaffold.Answers) {}

// TestANewApplicationValidates holds that every pack in every language begins
// without errors, with a document, and with nothing to complain of but what is
// to be filled in.
func TestANewApplicationValidates(t *testing.T) {
	calls, err := pipeline.Calls(templates.FS())
	if err != nil {
		t.Fatal(err)
	}
	for _, call := range calls {
		for _, l := range i18n.Langs() {
			folder, r := made(t, call, l, asItIs)
			for _, d := range r.Findings {
				if d.Severity == diag.Error || !slices.Contains(toFillIn(), d.Code) {
					t.Errorf("%s in %s: %s", call, l, golden.Story(diag.List{d}))
				}
			}
			if _, _, err := r.Outputs(); err != nil {
				t.Error(err)
			}
			for name, f := range folder {
				if strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(string(f.Data), "# yaml-language-server: $schema=") {
					t.Errorf("%s does not begin with a line for editors", name)
				}
			}
		}
	}
}

// TestAnswers holds that what was answered is what stands there, whatever
// signs it has.
func TestAnswers(t *testing.T) {
	_, r := made(t, "arena-2012", i18n.NN, func(a *scaffold.Answers) {
		a.Title = `Skifer & "stein": #1`
		a.Start, a.Months = time.Date(2012, time.October, 15, 0, 0, 0, 0, time.UTC), 30
		a.Contract = "Kvikkdal Skifer AS"
		a.FocusAreas = []string{"Sortering", "Øving og sal", "Sortering"}
		a.Partners = []scaffold.Partner{{Name: "Fjellforsk", Kind: "research"}, {Name: "Kvikkdal Skifer (AS)", Kind: "company"}}
	})
	if r.Findings.Worst() == diag.Error {
		t.Error(golden.Story(r.Findings))
	}
	p := r.Project
	if p.Application.Title != `Skifer & "stein": #1` || p.Application.ContractPartner != "kvikkdal-skifer-as" {
		t.Errorf("the application is %+v", p.Application)
	}
	if got := p.IDs("focus area"); !slices.Equal(got, []string{"sortering", "oving-og-sal", "focus-area-1"}) {
		t.Errorf("the focus areas are %v", got)
	}
	ids := []string{"kvikkdal-skifer-as", "fjellforsk", "company-1", "education-1", "public-1"}
	if got := p.IDs("participant"); !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(ids))) {
		t.Errorf("the participants are %v", got)
	}
	if got := p.Activities[0].End.Format(time.DateOnly); got != "2015-04-14" {
		t.Errorf("the activity ends %s", got)
	}
}

// TestComments holds that the comments are in the application's language, and
// that a section says what it must answer.
func TestComments(t *testing.T) {
	for l, want := range map[i18n.Lang][2]string{
		i18n.NB: {"# Prosjektperioden.", "Hva forprosjektet skulle avklare"},
		i18n.NN: {"# Namnet på prosjektet", "Kva forprosjektet skulle avklare"},
		i18n.EN: {"# The project period.", "What the pre-project was to clarify"},
	} {
		folder, _ := made(t, "arena-2012", l, asItIs)
		if text := string(folder["application.yaml"].Data); !strings.Contains(text, want[0]) {
			t.Errorf("in %s application.yaml lacks %q:\n%s", l, want[0], text)
		}
		if text := string(folder["sections/background.md"].Data); !strings.Contains(text, want[1]) {
			t.Errorf("in %s the section lacks %q:\n%s", l, want[1], text)
		}
		for name, f := range folder {
			for line := range strings.Lines(string(f.Data)) {
				if strings.HasSuffix(name, ".yaml") && len([]rune(line)) > 120 {
					t.Errorf("%s has a long line: %s", name, line)
				}
			}
		}
	}
}

func TestCI(t *testing.T) {
	for ci, name := range map[string]string{
		"github": ".github/workflows/application.yml", "gitlab": ".gitlab-ci.yml", "forgejo": ".forgejo/workflows/application.yml",
	} {
		folder, _ := made(t, "arena-2012", i18n.EN, func(a *scaffold.Answers) { a.CI = ci })
		if folder[name] == nil || !strings.HasPrefix(string(folder[name].Data), "# Checks the application") {
			t.Errorf("for %s there is no %s", ci, name)
		}
	}
}
