package rules

import "soknad/internal/diag"

var vatUnstated = &Rule{
	Code: "BUD008", Name: "vat-unstated", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"budget"},
	Title: "it is not said whether the budget holds value added tax",
	Check: func(p *Pass) {
		if !p.Project.Lacks("budget") && p.Project.Budget.Lacks("vat") {
			p.Reportf(p.Project.Key("budget"), "it is not said whether the amounts hold value added tax").
				Hint("write vat: excluded below budget: when the contract partner can deduct it, or else vat: included")
		}
	},
}
