package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var startBeforeSubmission = &Rule{
	Code: "TIM002", Name: "start-before-submission", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the work starts before the application is sent",
	Check: func(p *Pass) {
		planned := p.submission()
		if period := p.Project.Application.Period; startsBefore(period.Start, planned) {
			p.startsEarly(p.Reportf(period.At("start"), "the project starts on %s, before the application is sent",
				i18n.Date(period.Start)))
			return
		}
		for i := range p.Project.Activities {
			if a := &p.Project.Activities[i]; startsBefore(a.Start, planned) {
				p.startsEarly(p.Reportf(a.At("start"), "activity %q starts on %s, before the application is sent",
					a.ID, i18n.Date(a.Start)))
			}
		}
	},
}

func (p *Pass) startsEarly(d *diag.Diagnostic) {
	submission := p.Project.Application.Submission
	d.Relate(submission.At("planned"), "it is planned to be sent on %s", i18n.Date(submission.Planned)).
		Hint("give a later start: work that has begun before the application is received cannot get a grant")
}
