package rules

import "soknad/internal/diag"

var visionMissing = &Rule{
	Code: "GOA002", Name: "vision-missing", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "there are goals or focus areas, but no vision",
	Check: func(p *Pass) {
		q := p.Project
		if !q.Lacks("vision") || len(q.Goals) == 0 && len(q.FocusAreas) == 0 {
			return
		}
		p.Reportf(q.Application.At("title"), "the vision is missing").
			Hint("write vision: and one paragraph on the change that the cluster wishes for in the long term")
	},
}
