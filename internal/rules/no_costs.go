package rules

import "soknad/internal/diag"

var noCosts = &Rule{
	Code: "BUD006", Name: "no-costs", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "an activity has no costs",
	Check: func(p *Pass) {
		if p.Project.CostYearly().Total() == 0 {
			return
		}
		known := p.Project.Intact(spent()...)
		for i := range p.Project.Activities {
			a := &p.Project.Activities[i]
			isFree := known && a.CostOf().Total() == 0
			if a.Lacks("costs") || isFree {
				p.Reportf(a, "activity %q has no costs", a.ID).
					Hint("write what it costs as costs:, the participants' hours too, or leave the activity out")
			}
		}
	},
}
