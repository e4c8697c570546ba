package rules

import "soknad/internal/diag"

var activityWithoutLead = &Rule{
	Code: "GOA011", Name: "activity-without-lead", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "nobody leads an activity",
	Check: func(p *Pass) {
		for i := range p.Project.Activities {
			if a := &p.Project.Activities[i]; a.Lacks("lead") {
				p.Reportf(a, "nobody leads activity %q", a.ID).
					Hint("write lead: and the id of the participant that is responsible")
			}
		}
	},
}
