package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

// That the contract partner must have an organisation number is said by
// missing-org-number, as of every partner.
var contractPartner = &Rule{
	Code: "PAR011", Name: "contract-partner", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"application.contract_partner", "application.title"},
	Title: "no partner is named that can sign the contract with the programme",
	Check: func(p *Pass) {
		a := p.Project.Application
		if a.Lacks("contract_partner") {
			p.Reportf(a.At("title"), "no contract partner is named").
				Hint("give in \"contract_partner\" the id of the participant that signs the contract and answers to the programme")
		} else if q, ok := p.Project.Participant(a.ContractPartner); ok {
			p.contractPartner(q)
		}
	},
}

func (p *Pass) contractPartner(q *model.Participant) {
	at := p.Project.Application.At("contract_partner")
	switch {
	case q.Commitment.Status == model.Declined:
		p.Reportf(at, "the contract partner %q has declined", q.Called()).
			Relate(q.Commitment.At("status"), "it is written here").
			Hint("agree with another partner that it signs the contract, and name that one")
	case q.Role == model.Supporter:
		p.Reportf(at, "the contract partner %q is a supporter, and a supporter signs no contract", q.Called()).
			Relate(q.At("role"), "it is written here").
			Hint("name a partner, or give this one the role \"partner\" if it takes on the contract")
	}
}
