package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var goalUnserved = &Rule{
	Code: "GOA014", Name: "goal-unserved", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"activities.goals", "goals.level", "goals.parent"},
	Title: "no activity serves a goal",
	Check: func(p *Pass) {
		if !slices.ContainsFunc(p.Project.Activities, servesSomething) {
			return
		}
		for i := range p.Project.Goals {
			g := &p.Project.Goals[i]
			switch {
			case p.isServed(g.ID):
			case g.Level == model.Result:
				p.Reportf(g, "no activity serves the result goal %q", g.ID).
					Hint("write %q among the goals: of the activity that delivers it", g.ID)
			case g.Level == model.Sub && !p.hasResultBelow(g.ID):
				p.Reportf(g, "the sub goal %q has no result goal below it, and no activity serves it", g.ID).
					Hint("write a result goal with parent: %s, or write %q among the goals: of an activity", g.ID, g.ID)
			}
		}
	},
}

// servesSomething reports whether an activity serves any goal. While none
// does, each of the activities is a finding of its own.
func servesSomething(a model.Activity) bool { return len(a.Goals) > 0 }

func (p *Pass) isServed(goal string) bool {
	return slices.ContainsFunc(p.Project.Activities, func(a model.Activity) bool {
		return slices.Contains(a.Goals, goal)
	})
}

// hasResultBelow reports whether a result goal stands below a goal. Effects
// do not count: they come of what is delivered (F113).
func (p *Pass) hasResultBelow(goal string) bool {
	return slices.ContainsFunc(p.Project.Goals, func(g model.Goal) bool {
		return g.Parent == goal && g.Level == model.Result
	})
}
