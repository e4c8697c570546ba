package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
	"soknad/internal/source"
)

var suspectLink = &Rule{
	Code: "GOA020", Name: "suspect-link", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{
		"inputs", "challenges", "focus_areas", "goals.focus_areas", "goals.answers_as_of",
		"activities.focus_area", "activities.answers", "activities.answers_as_of",
	},
	Title: "what a goal or an activity answers has changed since somebody looked",
	Check: func(p *Pass) {
		if p.isMisnamed() {
			return // What is answered is then known only once the id is mended.
		}
		for _, a := range p.Project.Recorded() {
			if suspects := a.Suspects(); len(suspects) > 0 {
				p.reportSuspects(a, suspects)
			}
		}
	},
}

// isMisnamed reports whether something names an input, a challenge or a focus
// area by an id that does not exist.
func (p *Pass) isMisnamed() bool {
	return slices.ContainsFunc(p.Project.References, func(r model.Reference) bool {
		return r.Meant != r.ID && slices.Contains([]string{"input", "challenge", "focus area"}, r.Kind)
	})
}

func (p *Pass) reportSuspects(a model.Answering, suspects []model.Suspect) {
	var ids []string
	for _, s := range suspects {
		ids = append(ids, s.ID)
	}
	d := p.Reportf(suspects[0].At, "what %s %q answers has changed since somebody looked: %s", word(a.Kind), a.ID, joined(ids))
	for _, s := range suspects {
		p.relateSuspect(d, s)
	}
	d.Hint("see whether it still answers what is said, mend it if not, and then run: soknad ack %s", a.ID)
}

// relateSuspect shows what has changed.
func (p *Pass) relateSuspect(d *diag.Diagnostic, s model.Suspect) {
	switch {
	case s.Doubt == model.Gone:
		d.Relate(p.said(s), "%q is on the record, and no longer something that it answers", s.ID)
	case s.Doubt == model.Added:
		d.Relate(s.Answer.At, "%s %q is not on the record", word(s.Answer.Kind), s.ID)
	case s.Answer.Kind == "focus area":
		d.Relate(s.Answer.At, "%s %q has another title or reason, or other inputs behind it", word(s.Answer.Kind), s.ID)
	default:
		d.Relate(s.Answer.At, "%s %q says something else now", word(s.Answer.Kind), s.ID)
	}
}

// said returns where something stands that is no longer answered, or where
// the record names it when it stands nowhere.
func (p *Pass) said(s model.Suspect) source.Ranger {
	for _, kind := range []string{"input", "focus area", "challenge"} {
		if e, ok := p.entity(kind, s.ID); ok {
			return e.At
		}
	}
	return s.At
}
