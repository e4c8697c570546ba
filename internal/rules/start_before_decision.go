package rules

import (
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

var startBeforeDecision = &Rule{
	Code: "TIM003", Name: "start-before-decision", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "the work starts before the programme has decided",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		decision := p.Call.Decision
		at, start := p.firstStart()
		if !startsBefore(start, decision.Value) || start.Before(p.submission()) {
			return
		}
		d := p.Reportf(at, "the work starts on %s, before the decision on %s", i18n.Date(start), i18n.Date(decision.Value))
		d.Relate(decision.At("value"), "the day of the decision stands here (%s)", p.Call.Cite(decision.Provenance)).
			Hint("give a later start, or be ready to bear the first costs yourselves if the answer is no")
	},
}

// firstStart returns where and when the work starts: with the project period,
// or, when that is not known, with the first activity.
func (p *Pass) firstStart() (at source.Ranger, start time.Time) {
	if period := p.Project.Application.Period; !period.Start.IsZero() {
		return period.At("start"), period.Start
	}
	for i := range p.Project.Activities {
		a := &p.Project.Activities[i]
		if !a.Start.IsZero() && (start.IsZero() || a.Start.Before(start)) {
			at, start = a.At("start"), a.Start
		}
	}
	return at, start
}
