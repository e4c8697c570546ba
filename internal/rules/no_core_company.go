package rules

import "soknad/internal/diag"

var noCoreCompany = &Rule{
	Code: "PAR017", Name: "no-core-company", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"participants.kind", "participants.role", "participants.commitment.status"},
	Title: "no partner is a core company",
	Check: func(p *Pass) {
		partners := p.Project.Partners()
		business := 0
		for _, q := range partners {
			if q.IsCore() {
				return
			}
			if q.IsBusiness() {
				business++
			}
		}
		if business > 0 {
			p.Reportf(p.Project.Place("participants"), "no partner is a core company").
				Hint("write the kind \"core-company\" for the leading companies that the cluster is built around")
		}
	},
}
