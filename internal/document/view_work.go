package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// ranked lists the focus areas by rank; those without one come last.
func (v *view) ranked() []*model.FocusArea {
	all := make([]*model.FocusArea, len(v.project.FocusAreas))
	for i := range v.project.FocusAreas {
		all[i] = &v.project.FocusAreas[i]
	}
	slices.SortStableFunc(all, func(a, b *model.FocusArea) int { return cmp.Compare(rank(a), rank(b)) })
	return all
}

func rank(f *model.FocusArea) int {
	if f.Priority == 0 {
		return 1 << 30
	}
	return f.Priority
}

func (v *view) focusAreas() []fields {
	all := []fields{}
	for _, f := range v.ranked() {
		all = append(all, fields{
			"title": escape(f.Title), "priority": f.Priority, "reason": f.Reason,
			"strategic_area": v.strategicArea(f.StrategicArea),
			"goals":          v.goalsOf(f.ID),
		})
	}
	return all
}

func (v *view) strategicArea(id string) string {
	for _, s := range v.call.StrategicAreas {
		if s.ID == id {
			return escape(s.Title.In(v.lang))
		}
	}
	return escape(id)
}

func (v *view) goalsOf(focusArea string) []string {
	titles := []string{}
	for _, g := range v.project.Goals {
		if slices.Contains(g.FocusAreas, focusArea) {
			titles = append(titles, escape(g.Title))
		}
	}
	return titles
}

func (v *view) challenges() []fields {
	all := []fields{}
	for _, c := range v.project.Challenges {
		var answers []string
		for _, a := range v.project.Activities {
			if slices.Contains(a.Answers, c.ID) {
				answers = append(answers, v.numberOf(a.ID))
			}
		}
		slices.SortFunc(answers, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
		all = append(all, fields{"text": c.Text, "answered_by": strings.Join(answers, ", ")})
	}
	return all
}

// numberOf says an activity's number, such as "A7".
func (v *view) numberOf(id string) string {
	if n, ok := v.numbers[id]; ok {
		return fmt.Sprintf("A%d", n)
	}
	return escape(id)
}

// A group is the activities of one focus area in the order of their start;
// FocusArea is nil for those that have none.
type group struct {
	focusArea  *model.FocusArea
	activities []*model.Activity
}

// grouped puts the activities in the order they are shown.
func (v *view) grouped() []group {
	var groups []group
	seen := map[string]bool{}
	for _, f := range v.ranked() {
		if !seen[f.ID] {
			groups = append(groups, group{focusArea: f, activities: v.activitiesOf(f.ID)})
		}
		seen[f.ID] = true
	}
	var rest group
	for i := range v.project.Activities {
		if a := &v.project.Activities[i]; !seen[a.FocusArea] {
			rest.activities = append(rest.activities, a)
		}
	}
	if len(rest.activities) > 0 {
		groups = append(groups, rest)
	}
	return groups
}

func (v *view) activitiesOf(focusArea string) []*model.Activity {
	var all []*model.Activity
	for i := range v.project.Activities {
		if a := &v.project.Activities[i]; a.FocusArea == focusArea {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b *model.Activity) int { return a.Start.Compare(b.Start) })
	return all
}

func (v *view) activityGroups() []fields {
	all := []fields{}
	for _, g := range v.groups {
		activities := []fields{}
		for _, a := range g.activities {
			activities = append(activities, v.activity(a))
		}
		all = append(all, fields{"title": v.groupTitle(g), "activities": activities})
	}
	return all
}

func (v *view) groupTitle(g group) string {
	if g.focusArea == nil {
		return v.word("other-activities")
	}
	return escape(g.focusArea.Title)
}

func (v *view) activity(a *model.Activity) fields {
	return fields{
		"number":       v.numberOf(a.ID),
		"title":        escape(a.Title),
		"description":  a.Description,
		"lead":         v.nameOf(a.Lead),
		"dates":        v.dates(a.Start, a.End),
		"participants": v.parts(a),
		"goals":        v.goalTitles(a.Goals),
		"answers":      v.challengeTexts(a.Answers),
		"depends_on":   v.activityNumbers(a.DependsOn),
		"milestones":   v.milestones(a),
		"deliverables": v.deliverables(a),
		"cost":         i18n.Kroner(a.CostOf().Total()).In(v.lang),
	}
}

func (v *view) parts(a *model.Activity) string {
	var parts []string
	for _, p := range a.Participants {
		part := v.nameOf(p.ID)
		if p.Role != "" {
			part += " (" + escape(p.Role) + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func (v *view) goalTitles(ids []string) []string {
	titles := []string{}
	for _, id := range ids {
		if g, ok := v.project.Goal(id); ok {
			titles = append(titles, escape(g.Title))
		}
	}
	return titles
}

func (v *view) challengeTexts(ids []string) []string {
	texts := []string{}
	for _, id := range ids {
		if c, ok := v.project.Challenge(id); ok {
			texts = append(texts, cell(c.Text))
		}
	}
	return texts
}

func (v *view) activityNumbers(ids []string) string {
	var numbers []string
	for _, id := range ids {
		numbers = append(numbers, v.numberOf(id))
	}
	return strings.Join(numbers, ", ")
}

func (v *view) milestones(a *model.Activity) []fields {
	all := []fields{}
	for _, m := range a.Milestones {
		all = append(all, fields{"title": escape(m.Title), "date": v.longDate(m.Date)})
	}
	return all
}

func (v *view) deliverables(a *model.Activity) []fields {
	all := []fields{}
	for _, d := range a.Deliverables {
		all = append(all, fields{"title": escape(d.Title), "date": v.longDate(d.Date)})
	}
	return all
}

func (v *view) inputs() []fields {
	all := []fields{}
	for i := range v.project.Inputs {
		in := &v.project.Inputs[i]
		where := ""
		if w, ok := v.project.Workshop(in.Workshop); ok {
			where = escape(w.Title)
		}
		all = append(all, fields{
			"number": i + 1, "text": in.Text, "from": v.nameOf(in.From), "workshop": where, "decision": v.decision(in),
		})
	}
	return all
}

// decision says in a few words what became of an input.
func (v *view) decision(in *model.Input) string {
	d := &in.Decision
	if d.Status == "" {
		return ""
	}
	words := v.enum("decision", d.Status)
	switch f, ok := v.project.FocusArea(d.FocusArea); {
	case ok:
		words += ": " + escape(f.Title)
	case d.Into != "":
		words += fmt.Sprintf(" %s %d", v.word("into-input"), v.inputNumber(d.Into))
	}
	if d.Reason != "" {
		words += ". " + cell(d.Reason)
	}
	return words
}

func (v *view) inputNumber(id string) int {
	return 1 + slices.IndexFunc(v.project.Inputs, func(in model.Input) bool { return in.ID == id })
}

func (v *view) risks() []fields {
	all := []fields{}
	for i := range v.project.Risks {
		r := &v.project.Risks[i]
		all = append(all, fields{
			"number": fmt.Sprintf("R%d", i+1), "title": escape(r.Title),
			"probability": digit(r.Probability), "consequence": digit(r.Consequence), "level": digit(r.Level()),
			"measures": r.Measures, "owner": v.nameOf(r.Owner),
		})
	}
	return all
}

// digit says a number of a scale, "" when it was not given.
func digit(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func (v *view) annexes() []fields {
	all := []fields{}
	for i, a := range v.project.Annexes {
		all = append(all, fields{
			"number": i + 1, "title": escape(a.Title), "kind": v.enum("annex", a.Kind), "file": escape(a.File),
		})
	}
	return all
}

func (v *view) criteria() []fields {
	all := []fields{}
	for _, c := range v.call.Criteria {
		answered := []string{}
		for _, own := range v.project.Criteria {
			if own.ID == c.ID {
				answered = append(answered, v.places(own.AnsweredIn)...)
			}
		}
		all = append(all, fields{
			"title": escape(c.Title.In(v.lang)), "question": escape(c.Question.In(v.lang)),
			"answered_in": strings.Join(answered, "; "),
		})
	}
	return all
}

// places names what ids of sections, focus areas, goals and activities stand
// for.
func (v *view) places(ids []string) []string {
	var names []string
	for _, id := range ids {
		if s, ok := v.call.Section(id); ok {
			names = append(names, escape(s.Title.In(v.lang)))
		} else if a, ok := v.project.Activity(id); ok {
			names = append(names, v.numberOf(id)+" "+escape(a.Title))
		} else if g, ok := v.project.Goal(id); ok {
			names = append(names, escape(g.Title))
		} else if f, ok := v.project.FocusArea(id); ok {
			names = append(names, escape(f.Title))
		} else {
			names = append(names, escape(id))
		}
	}
	return names
}
