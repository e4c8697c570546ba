package rules

import (
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var dateOutsideActivity = &Rule{
	Code: "TIM007", Name: "date-outside-activity", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a milestone or a deliverable lies outside its activity",
	Check: func(p *Pass) {
		for i := range p.Project.Activities {
			a := &p.Project.Activities[i]
			if a.IsReversed() {
				continue
			}
			for _, m := range a.Milestones {
				if misses(a, m.Date) {
					relateCrossed(a, m.Date, p.Reportf(m.At("date"), "the milestone %q is on %s, outside activity %q",
						m.Title, i18n.Date(m.Date), a.ID))
				}
			}
			for _, v := range a.Deliverables {
				if misses(a, v.Date) {
					relateCrossed(a, v.Date, p.Reportf(v.At("date"), "the deliverable %q is due on %s, outside activity %q",
						v.Title, i18n.Date(v.Date), a.ID))
				}
			}
		}
	},
}

// misses reports whether a day is known and lies outside an activity, as far
// as the activity's own days are known.
func misses(a *model.Activity, day time.Time) bool {
	return startsBefore(day, a.Start) || !a.End.IsZero() && day.After(a.End)
}

// relateCrossed adds the end of the activity that a day lies beyond.
func relateCrossed(a *model.Activity, day time.Time, d *diag.Diagnostic) {
	if day.Before(a.Start) {
		d.Relate(a.At("start"), "it starts on %s", i18n.Date(a.Start))
		return
	}
	d.Relate(a.At("end"), "it ends on %s", i18n.Date(a.End))
}
