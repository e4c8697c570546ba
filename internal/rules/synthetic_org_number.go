package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var syntheticOrgNumber = &Rule{
	Code: "PAR008", Name: "synthetic-org-number", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"application.sample"},
	Title: "an organisation number is made up for tests, and the application is not a sample",
	Check: func(p *Pass) {
		var first *diag.Diagnostic
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			switch {
			case p.Project.Application.Sample || !q.IsNorwegian() || !model.OrgNumber(q.OrgNumber).IsSynthetic():
			case first == nil:
				first = p.synthetic(q)
			default:
				first.Relate(q.At("org_number"), "that of %q is synthetic too", q.Called())
			}
		}
	},
}

func (p *Pass) synthetic(q *model.Participant) *diag.Diagnostic {
	return p.Reportf(q.At("org_number"), "the organisation number %q is synthetic: it begins with %c, as no real one does",
		q.OrgNumber, model.OrgNumber(q.OrgNumber).Digits()[0]).
		Hint("write the real number, which begins with 8 or 9").
		Hint("write \"sample: true\" below \"application\" if people, companies and numbers are invented")
}
