package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var riskIncomplete = &Rule{
	Code: "GOA016", Name: "risk-incomplete", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a risk lacks its probability, consequence, measures or owner",
	Check: func(p *Pass) {
		for i := range p.Project.Risks {
			r := &p.Project.Risks[i]
			if missing := missingOf(r); len(missing) > 0 {
				p.Reportf(r, "the risk %q lacks %s", r.ID, missing).
					Hint("give probability and consequence from 1 to 5, what is done about it, and who follows it up")
			}
		}
	},
}

func missingOf(r *model.Risk) lacking {
	var missing lacking
	if r.Lacks("probability") {
		missing = append(missing, word("a probability"))
	}
	if r.Lacks("consequence") {
		missing = append(missing, word("a consequence"))
	}
	if r.Lacks("measures") {
		missing = append(missing, word("measures"))
	}
	if r.Lacks("owner") {
		missing = append(missing, word("an owner"))
	}
	return missing
}
