package rules

import "soknad/internal/diag"

var missingOrgNumber = &Rule{
	Code: "PAR010", Name: "missing-org-number", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a Norwegian partner has no organisation number",
	Check: func(p *Pass) {
		a := p.Project.Application
		for _, q := range p.Project.Partners() {
			if !q.IsNorwegian() || !q.Lacks("org_number") {
				continue
			}
			d := p.Reportf(q, "%q has no organisation number", q.Called()).
				Hint("give in \"org_number\" the nine digits of its legal unit, in quotes").
				Hint("if it is a foreign participant, give its \"country\" instead")
			if q.ID != "" && q.ID == a.ContractPartner {
				d.Relate(a.At("contract_partner"), "it is the contract partner, which must be a legal unit")
			}
		}
	},
}
