package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/model"
	"soknad/internal/source"
)

var criterionUnanswered = &Rule{
	Code: "CAL009", Name: "criterion-unanswered", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"criteria"},
	Title: "a criterion of the call is answered nowhere",
	Check: func(p *Pass) {
		if p.Call == nil || len(p.Project.Criteria) == 0 || p.hasUnknownCriterion() {
			return
		}
		for i := range p.Call.Criteria {
			c := &p.Call.Criteria[i]
			at, answered := p.answer(c.ID)
			if answered {
				continue
			}
			p.citing(p.Reportf(at, "the criterion %q is answered nowhere", c.Title), c.At("id"), c.Provenance).
				Hint("write id: %s, and in answered_in: the sections, goals or activities that answer it", c.ID)
		}
	},
}

// hasUnknownCriterion reports whether an answer is given to a criterion that the
// call does not have: it must have been meant for one that seems unanswered.
func (p *Pass) hasUnknownCriterion() bool {
	return slices.ContainsFunc(p.Project.Criteria, func(own model.Criterion) bool {
		return !slices.ContainsFunc(p.Call.Criteria, func(c call.Criterion) bool { return c.ID == own.ID })
	})
}

// answer returns where a criterion is answered, or would be, and whether
// anything answers it.
func (p *Pass) answer(criterion string) (at source.Ranger, answered bool) {
	for i := range p.Project.Criteria {
		if a := &p.Project.Criteria[i]; a.ID == criterion {
			return a, len(a.AnsweredIn) > 0
		}
	}
	return p.Project.Key("criteria"), false
}
