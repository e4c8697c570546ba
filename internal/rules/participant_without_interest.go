package rules

import "soknad/internal/diag"

var participantWithoutInterest = &Rule{
	Code: "PAR002", Name: "participant-without-interest", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a partner does not say why it takes part",
	Check: func(p *Pass) {
		for _, q := range p.Project.Partners() {
			if q.Lacks("interest") {
				p.Reportf(q, "%q does not say why it takes part", q.Called()).
					Hint("write in \"interest\" what it wants from the project, in its own words")
			}
		}
	},
}
