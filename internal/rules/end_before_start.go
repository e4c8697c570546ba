package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var endBeforeStart = &Rule{
	Code: "TIM006", Name: "end-before-start", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "something ends before it starts",
	Check: func(p *Pass) {
		for i := range p.Project.Workshops {
			if w := &p.Project.Workshops[i]; w.IsReversed() {
				p.Reportf(w.At("end"), "workshop %q ends on %s, before it starts", w.ID, i18n.Date(w.End)).
					Relate(w.At("start"), "it starts on %s", i18n.Date(w.Start))
			}
		}
		for i := range p.Project.Activities {
			if a := &p.Project.Activities[i]; a.IsReversed() {
				p.Reportf(a.At("end"), "activity %q ends on %s, before it starts", a.ID, i18n.Date(a.End)).
					Relate(a.At("start"), "it starts on %s", i18n.Date(a.Start))
			}
		}
	},
}
