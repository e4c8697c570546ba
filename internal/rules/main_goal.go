package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var mainGoal = &Rule{
	Code: "GOA001", Name: "main-goal", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"goals.level"},
	Title: "there is no main goal, or more than one",
	Check: func(p *Pass) {
		var first *model.Goal
		for i := range p.Project.Goals {
			switch g := &p.Project.Goals[i]; {
			case g.Level != model.Main:
			case first == nil:
				first = g
			default:
				p.Reportf(g.At("level"), "goal %q is a main goal too, and there can be only one", g.ID).
					Relate(first.At("level"), "the first main goal is %q", first.ID).
					Hint("write level: sub and parent: %s, or choose which of the two is the main goal", first.ID)
			}
		}
		if first == nil && len(p.Project.Goals) > 0 {
			p.Reportf(p.Project.Place("goals"), "none of the goals is the main goal").
				Hint("write level: main for the goal that all the others serve")
		}
	},
}
