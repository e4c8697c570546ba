package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var activityOutsideProject = &Rule{
	Code: "TIM005", Name: "activity-outside-project", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an activity starts or ends outside the project period",
	Check: func(p *Pass) {
		if _, ok := p.period(); !ok {
			return
		}
		strays := p.strays()
		if p.isPeriodWrong(strays) {
			p.reportPeriod(strays)
			return
		}
		for _, s := range strays {
			if s.atStart {
				p.relatePeriod(p.Reportf(s.activity.At("start"), "activity %q starts on %s, outside the project period",
					s.activity.ID, i18n.Date(s.activity.Start)))
				continue
			}
			p.relatePeriod(p.Reportf(s.activity.At("end"), "activity %q ends on %s, outside the project period",
				s.activity.ID, i18n.Date(s.activity.End)))
		}
	},
}

// A stray is an activity that starts or ends outside the project period.
type stray struct {
	activity *model.Activity
	atStart  bool
}

// strays lists the activities that start outside the project period, and
// those that end outside it. An activity that lies wholly on one side of the
// period is listed once: that is one mistake.
func (p *Pass) strays() []stray {
	var all []stray
	period := p.Project.Application.Period
	for i := range p.Project.Activities {
		a := &p.Project.Activities[i]
		if a.IsReversed() {
			continue
		}
		before, after := startsBefore(a.Start, period.Start), a.Start.After(period.End())
		// An activity that starts before the application is sent is reported
		// for that, which is graver.
		if (before || after) && !a.Start.Before(p.submission()) {
			all = append(all, stray{a, true})
		}
		if !after && a.End.After(period.End()) || !before && startsBefore(a.End, period.Start) {
			all = append(all, stray{a, false})
		}
	}
	return all
}

// isPeriodWrong reports whether most activities stray from the project
// period: then the period must be wrong, rather than all the rest.
func (p *Pass) isPeriodWrong(strays []stray) bool {
	dated, straying := 0, map[*model.Activity]bool{}
	for i := range p.Project.Activities {
		if a := &p.Project.Activities[i]; !a.Start.IsZero() || !a.End.IsZero() {
			dated++
		}
	}
	for _, s := range strays {
		straying[s.activity] = true
	}
	return len(straying) > 1 && 2*len(straying) > dated
}

// reportPeriod reports the period, with the days that stray from it.
func (p *Pass) reportPeriod(strays []stray) {
	period := p.Project.Application.Period
	d := p.Reportf(p.Project.Application.Key("period"), "most activities are not within the project period, %s to %s",
		i18n.Date(period.Start), i18n.Date(period.End())).
		Hint("see first whether the period is right; if it is, move the activities")
	for _, s := range strays {
		if s.atStart {
			d.Relate(s.activity.At("start"), "activity %q starts on %s", s.activity.ID, i18n.Date(s.activity.Start))
			continue
		}
		d.Relate(s.activity.At("end"), "activity %q ends on %s", s.activity.ID, i18n.Date(s.activity.End))
	}
}
