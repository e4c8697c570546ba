package document

import (
	"soknad/internal/figure"
	"soknad/internal/model"
)

// goalTree shows which goals serve which.
func (v *view) goalTree() []*figure.Figure {
	shown := map[string]bool{}
	roots := v.goalBoxes("", shown)
	for i := range v.project.Goals {
		if g := &v.project.Goals[i]; !shown[g.ID] {
			roots = append(roots, v.goalBox(g, shown))
		}
	}
	tree := figure.GoalTree{Alt: v.word("alt.goals"), Continued: v.word("continued"), Goals: roots}
	return tree.Draw()
}

// goalBoxes are the goals below a parent that are not shown yet.
func (v *view) goalBoxes(parent string, shown map[string]bool) []figure.GoalBox {
	var boxes []figure.GoalBox
	for i := range v.project.Goals {
		if g := &v.project.Goals[i]; g.Parent == parent && !shown[g.ID] {
			boxes = append(boxes, v.goalBox(g, shown))
		}
	}
	return boxes
}

func (v *view) goalBox(g *model.Goal, shown map[string]bool) figure.GoalBox {
	shown[g.ID] = true
	return figure.GoalBox{
		Kind: goalKind(g.Level), Level: v.enum("level", g.Level), Title: g.Title, Below: v.goalBoxes(g.ID, shown),
	}
}

func goalKind(level string) figure.GoalKind {
	return map[string]figure.GoalKind{
		model.Main: figure.MainGoal, model.Sub: figure.SubGoal,
		model.Result: figure.ResultGoal, model.Effect: figure.EffectGoal,
	}[level]
}
