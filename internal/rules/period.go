package rules

import (
	"time"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// deadline returns when the application must have been received, the zero
// Deadline when the call does not say.
func (p *Pass) deadline() call.Deadline {
	if p.Call == nil {
		return call.Deadline{}
	}
	step, ok := p.Call.Step(call.Application)
	if !ok {
		return call.Deadline{}
	}
	return step.Deadline
}

// submission returns the day on which the application is to be sent, zero
// when it is not known. A plan to send it after the deadline is a finding of
// its own, and nothing follows from it.
func (p *Pass) submission() time.Time {
	planned, deadline := p.Project.Application.Submission.Planned, p.deadline().Value
	if !deadline.IsZero() && planned.After(deadline) {
		return time.Time{}
	}
	return planned
}

// period returns the project period, and whether it is known and can be
// trusted. A period that begins before the application is sent is a finding
// of its own, and what lies outside it need not move.
func (p *Pass) period() (model.Period, bool) {
	period := p.Project.Application.Period
	return period, !period.End().IsZero() && !period.Start.Before(p.submission())
}

// relatePeriod adds the place of the project period to a finding.
func (p *Pass) relatePeriod(d *diag.Diagnostic) *diag.Diagnostic {
	period := p.Project.Application.Period
	return d.Relate(p.Project.Application.Key("period"), "the project period runs from %s to %s",
		i18n.Date(period.Start), i18n.Date(period.End()))
}

// startsBefore reports whether a start is known and lies before a day.
func startsBefore(start, day time.Time) bool { return !start.IsZero() && start.Before(day) }
