package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/model"
)

var companiesNotMajority = &Rule{
	Code: "PAR006", Name: "companies-not-majority", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"application.title", "participants.kind", "participants.role", "participants.commitment.status"},
	Title: "companies are not the majority of the partners",
	Check: func(p *Pass) {
		partners, companies := p.Project.Partners(), 0
		for _, q := range partners {
			if q.IsBusiness() {
				companies++
			}
		}
		// That there is no company at all is said by missing-actor-class.
		if 2*companies > len(partners) || len(partners) == 0 || companies == 0 && asksForCompanies(p.Call) {
			return
		}
		p.Reportf(p.Project.Application.At("title"),
			"companies are not the majority of the partners: %d of %d", companies, len(partners)).
			Hint("find more companies, or make supporters of those that only back the project")
	},
}

// asksForCompanies reports whether a class of actors that the call asks for
// can be filled by companies.
func asksForCompanies(c *call.Call) bool {
	return c != nil && slices.ContainsFunc(c.Consortium.ActorClasses, func(class call.ActorClass) bool {
		return slices.Contains(class.Kinds, model.CoreCompany) || slices.Contains(class.Kinds, model.Company)
	})
}
