package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var steeringGroupNotBusiness = &Rule{
	Code: "PAR016", Name: "steering-group-not-business", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"organisation.steering_group", "participants.id", "participants.kind"},
	Title: "companies are not the majority of the steering group, or do not chair it",
	Check: func(p *Pass) {
		g := p.Project.Organisation.SteeringGroup
		known, business := 0, 0
		for i := range g.Members {
			of, ok := p.Project.Participant(g.Members[i].Participant)
			if !ok {
				continue
			}
			known++
			if of.IsBusiness() {
				business++
			} else if g.Members[i].Name == g.Chair && g.Chair != "" {
				p.chairNotBusiness(g, of)
			}
		}
		if known == len(g.Members) && known > 0 && 2*business <= known {
			p.Reportf(g.Key("members"), "companies are not the majority of the steering group: %d of %d members", business, known).
				Hint("let the companies choose more members")
		}
	},
}

func (p *Pass) chairNotBusiness(g model.SteeringGroup, of *model.Participant) {
	p.Reportf(g.At("chair"), "the chair of the steering group comes from %q, which is not a company", of.Called()).
		Relate(of.At("kind"), "its kind is %q", of.Kind).
		Hint("let a company have the chair")
}
