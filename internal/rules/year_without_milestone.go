package rules

import (
	"slices"

	"soknad/internal/diag"
)

var yearWithoutMilestone = &Rule{
	Code: "GOA017", Name: "year-without-milestone", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"activities.milestones", "application.period"},
	Title: "a year of the project has no milestone",
	Check: func(p *Pass) {
		period, ok := p.period()
		if !ok || len(p.Project.Activities) == 0 {
			return
		}
		var with []int
		for _, a := range p.Project.Activities {
			for _, m := range a.Milestones {
				with = append(with, m.Date.Year())
			}
		}
		for year := period.Start.Year(); year <= period.End().Year(); year++ {
			if !slices.Contains(with, year) {
				p.Reportf(p.Project.Key("activities"), "no milestone falls in %d", year).
					Hint("write below an activity of that year what will be in place, and when")
			}
		}
	},
}
