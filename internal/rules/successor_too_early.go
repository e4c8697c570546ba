package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var successorTooEarly = &Rule{
	Code: "TIM009", Name: "successor-too-early", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an activity starts before one it depends on has ended",
	Check: func(p *Pass) {
		dependencies := p.Project.Dependencies()
		for i := range p.Project.Activities {
			a := &p.Project.Activities[i]
			late := unfinished(a, dependencies)
			if len(late) == 0 {
				continue
			}
			last := late[0]
			d := p.Reportf(a.At("start"), "activity %q starts on %s, but %q, which it depends on, ends on %s",
				a.ID, i18n.Date(a.Start), last.ID, i18n.Date(last.End)).
				Hint("start after %s, or delete the dependency", i18n.Date(last.End))
			for _, b := range late {
				d.Relate(b.At("end"), "%q ends on %s", b.ID, i18n.Date(b.End))
			}
		}
	},
}

// unfinished lists what an activity depends on and what has not ended when it
// starts, the last to end first. What waits for the activity in turn is left
// out: nobody can say which of the two is to come first.
func unfinished(a *model.Activity, dependencies *model.Dependencies) []*model.Activity {
	var late []*model.Activity
	for _, b := range dependencies.On(a) {
		if dependencies.Tangled(a, b) || a.IsReversed() || b.IsReversed() {
			continue
		}
		if startsBefore(a.Start, b.End) {
			late = append(late, b)
		}
	}
	slices.SortStableFunc(late, func(x, y *model.Activity) int { return y.End.Compare(x.End) })
	return late
}
