package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var goalNotSmart = &Rule{
	Code: "GOA006", Name: "goal-not-smart", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a goal has no owner, or nothing shows when it is reached",
	Check: func(p *Pass) {
		for i := range p.Project.Goals {
			g := &p.Project.Goals[i]
			if parts := smartParts(g); len(parts) > 0 {
				d := p.Reportf(g, "goal %q lacks %s", g.ID, parts)
				relateTargets(d, g)
				hintSmart(d, parts)
			}
		}
	},
}

// What a goal can lack to be SMART (F116).
const (
	anOwner      = word("an owner")
	anIndicator  = word("an indicator")
	aTarget      = word("a target")
	aTargetsDate = word("a target date")
)

// smartParts says what a goal lacks.
func smartParts(g *model.Goal) lacking {
	var parts lacking
	if g.Lacks("owner") {
		parts = append(parts, anOwner)
	}
	if wantsIndicator(g) && g.Lacks("indicators") {
		parts = append(parts, anIndicator)
	}
	noTarget, noDate := false, false
	for i := range g.Indicators {
		noTarget = noTarget || g.Indicators[i].Lacks("target")
		noDate = noDate || lacksTargetDate(&g.Indicators[i])
	}
	if noTarget {
		parts = append(parts, aTarget)
	}
	if noDate {
		parts = append(parts, aTargetsDate)
	}
	return parts
}

// wantsIndicator reports whether a goal of its level must be measured. The
// main goal says what the participants expect of the project (F111): the
// goals below it measure it, and it may have indicators of its own.
func wantsIndicator(g *model.Goal) bool { return g.Level != model.Main && g.Level != "" }

// lacksTargetDate reports whether a target has no date. One without a value
// could not be read, because a target cannot be without.
func lacksTargetDate(n *model.Indicator) bool {
	return n.Target.Node("value") != nil && n.Target.Lacks("date")
}

// relateTargets shows the indicators that lack something.
func relateTargets(d *diag.Diagnostic, g *model.Goal) {
	for i := range g.Indicators {
		n := &g.Indicators[i]
		if n.Lacks("target") {
			d.Relate(n, "indicator %q has no target", n.Name)
		}
		if lacksTargetDate(n) {
			d.Relate(n.Key("target"), "the target of %q has no date", n.Name)
		}
	}
}

func hintSmart(d *diag.Diagnostic, parts lacking) {
	for _, part := range parts {
		switch part {
		case anOwner:
			d.Hint("write owner: and the id of the participant that answers for the goal")
		case anIndicator:
			d.Hint("write an indicator that shows when the goal is reached, with a target value and a date")
		case aTarget:
			d.Hint("write target: with the value to reach and the date")
		case aTargetsDate:
			d.Hint("write date: in the target, the day on which the value is to be reached")
		}
	}
}
