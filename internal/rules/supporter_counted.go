package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

// A supporter may well have committed itself in a letter, and may take part in
// an activity; it does not pay its share of the project or answer for a part
// of it.
var supporterCounted = &Rule{
	Code: "PAR014", Name: "supporter-counted", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a supporter is counted as if it were a partner",
	Check: func(p *Pass) {
		for _, q := range p.Project.Supporters() {
			if q.Cash().Total() > 0 {
				p.Reportf(q.Contribution.Key("cash"), "cash of the supporter %q is counted as own financing of the partners", q.Called()).
					Relate(q.At("role"), "it is a supporter here").
					Hint("enter the money below \"financing\" of the budget, or make the supporter a partner")
			}
			if q.Effort().Total() > 0 {
				p.Reportf(q.Contribution.Key("hours"), "hours of the supporter %q are counted as own effort of the partners", q.Called()).
					Relate(q.At("role"), "it is a supporter here").
					Hint("say in words what it does, in \"text\", or make the supporter a partner")
			}
		}
		p.supportersThatLead()
	},
}

func (p *Pass) supportersThatLead() {
	for i := range p.Project.Activities {
		a := &p.Project.Activities[i]
		q, ok := p.Project.Participant(a.Lead)
		if ok && q.Role == model.Supporter && q.Commitment.Status != model.Declined {
			p.Reportf(a.At("lead"), "the activity %q is led by a supporter, %q", a.Title, q.Called()).
				Relate(q.At("role"), "it is a supporter here").
				Hint("let a partner lead the activity, or make the supporter a partner")
		}
	}
}
