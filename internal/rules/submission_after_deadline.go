package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var submissionAfterDeadline = &Rule{
	Code: "TIM001", Name: "submission-after-deadline", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the application is planned to be sent after the deadline",
	Check: func(p *Pass) {
		submission, deadline := p.Project.Application.Submission, p.deadline()
		if deadline.Value.IsZero() || !submission.Planned.After(deadline.Value) {
			return
		}
		d := p.Reportf(submission.At("planned"), "the application is planned to be sent on %s, after the deadline",
			i18n.Date(submission.Planned))
		p.citing(d, deadline.At("value"), deadline.Provenance)
		// A deadline means received, not sent (F200).
		if deadline.Time == "" {
			d.Hint("plan an earlier day: the deadline means that the application has been received by %s", i18n.Date(deadline.Value))
			return
		}
		d.Hint("plan an earlier day: the deadline means that the application has been received by %s on %s",
			deadline.Time, i18n.Date(deadline.Value))
	},
}
