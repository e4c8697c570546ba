package document

import (
	"fmt"

	"soknad/internal/figure"
)

// flow shows how inputs became focus areas, goals and activities.
func (v *view) flow() []*figure.Figure {
	if len(v.project.Inputs) == 0 {
		return nil
	}
	f := figure.Flow{
		Alt: v.word("alt.trace"), Continued: v.word("continued"),
		Columns: [4]string{v.word("workshop"), v.word("focus-area"), v.word("goal"), v.word("activity")},
	}
	origins := v.origins()
	for _, s := range v.sources() {
		source := figure.FlowSource{Head: v.inputsOf(len(s.inputs)), Title: s.title}
		for _, o := range origins {
			source.Into = append(source.Into, s.among(o.inputs))
		}
		f.Sources = append(f.Sources, source)
	}
	for _, o := range origins {
		f.Areas = append(f.Areas, v.originBox(o))
	}
	return f.Draw()
}

func (v *view) originBox(o origin) figure.GoalBox {
	box := figure.GoalBox{Title: o.title, Level: v.cameFrom(o)}
	if o.chosen {
		box.Kind = figure.MainGoal
	}
	for _, m := range o.aims {
		box.Below = append(box.Below, v.aimBox(m))
	}
	return box
}

func (v *view) aimBox(m aim) figure.GoalBox {
	box := figure.GoalBox{Title: v.aimTitle(m)}
	if m.goal != nil {
		box.ID, box.Kind = m.goal.ID, figure.SubGoal
	}
	for _, a := range m.activities {
		one := figure.GoalBox{Title: fmt.Sprintf("A%d\u00a0%s", v.numbers[a.ID], a.Title)}
		for _, id := range a.Goals {
			if id != box.ID {
				one.Also = append(one.Also, id)
			}
		}
		box.Below = append(box.Below, one)
	}
	return box
}
