package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var goalWithoutParent = &Rule{
	Code: "GOA003", Name: "goal-without-parent", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a goal does not stand below a goal that it can serve",
	Check: func(p *Pass) {
		circling := p.circlingGoals()
		for i := range p.Project.Goals {
			if g := &p.Project.Goals[i]; !circling[g.ID] {
				p.checkParent(g)
			}
		}
	},
}

// levelsAbove lists the levels of the goals that a goal can stand below. Sub
// goals are the parts of the main goal (F112). What is delivered within the
// project and what comes of it afterwards (F114, F113) serve one of these
// two, and nothing stands below them.
func levelsAbove(level string) []string {
	switch level {
	case model.Sub:
		return []string{model.Main}
	case model.Result, model.Effect:
		return []string{model.Sub, model.Main}
	default:
		return nil
	}
}

func levelWord(level string) word {
	words := map[string]word{
		model.Main: word("main goal"), model.Sub: word("sub goal"),
		model.Result: word("result goal"), model.Effect: word("effect goal"),
	}
	return words[level]
}

// circlingGoals reports the goals that stand below one another in a circle,
// and returns their ids. In a circle through the main goal it is the main
// goal's parent that is wrong.
func (p *Pass) circlingGoals() map[string]bool {
	circling := map[string]bool{}
	for _, ids := range p.Project.ParentCircles() {
		if slices.ContainsFunc(ids, p.isMainGoal) {
			continue
		}
		p.reportGoalCircle(ids)
		for _, id := range ids {
			circling[id] = true
		}
	}
	return circling
}

func (p *Pass) isMainGoal(id string) bool {
	g, ok := p.Project.Goal(id)
	return ok && g.Level == model.Main
}

func (p *Pass) reportGoalCircle(ids []string) {
	first, _ := p.Project.Goal(ids[0])
	if len(ids) == 1 {
		p.Reportf(first.At("parent"), "goal %q stands below itself", first.ID).
			Hint("write the id of the goal that it serves")
		return
	}
	d := p.Reportf(first.At("parent"), "these goals stand below one another in a circle: %s", joined(ids)).
		Hint("let one of them stand below the main goal")
	for _, id := range ids[1:] {
		g, _ := p.Project.Goal(id)
		d.Relate(g.At("parent"), "%q stands below %q", g.ID, g.Parent)
	}
}

func (p *Pass) checkParent(g *model.Goal) {
	if g.Lacks("parent") {
		p.reportNoParent(g)
		return
	}
	parent, ok := p.Project.Goal(g.Parent)
	if !ok || parent.Level == "" || g.Level == "" || slices.Contains(levelsAbove(g.Level), parent.Level) {
		return
	}
	d := p.Reportf(g.At("parent"), "the %s %q cannot stand below the %s %q",
		levelWord(g.Level), g.ID, levelWord(parent.Level), parent.ID).
		Relate(parent.At("level"), "the level of %q stands here", parent.ID)
	if g.Level == model.Main {
		d.Hint("delete the parent: the main goal stands above all the others")
	} else if ids := p.goalsAbove(g.Level); len(ids) > 0 {
		d.Hint("its parent can be: %s", joined(ids))
	}
}

// reportNoParent reports a goal without a parent, unless there is no goal
// that could be its parent: what is missing then is the main goal.
func (p *Pass) reportNoParent(g *model.Goal) {
	if ids := p.goalsAbove(g.Level); len(ids) > 0 {
		p.Reportf(g, "the %s %q has no parent", levelWord(g.Level), g.ID).
			Hint("write parent: and the id of the goal that it serves, which can be: %s", joined(ids))
	}
}

// goalsAbove lists the ids of the goals that one of a level can stand below.
func (p *Pass) goalsAbove(level string) []string {
	var ids []string
	for _, g := range p.Project.Goals {
		if g.ID != "" && slices.Contains(levelsAbove(level), g.Level) {
			ids = append(ids, g.ID)
		}
	}
	return ids
}
