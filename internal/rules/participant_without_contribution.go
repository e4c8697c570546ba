package rules

import "soknad/internal/diag"

var participantWithoutContribution = &Rule{
	Code: "PAR003", Name: "participant-without-contribution", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a partner does not say what it brings",
	Check: func(p *Pass) {
		for _, q := range p.Project.Partners() {
			if !q.Brings() {
				p.Reportf(q.Key("contribution"), "%q does not say what it brings", q.Called()).
					Hint("write in \"contribution\" what it brings: a text, cash or hours")
			}
		}
	},
}
