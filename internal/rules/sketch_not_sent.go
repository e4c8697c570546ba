package rules

import (
	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var sketchNotSent = &Rule{
	Code: "CAL012", Name: "sketch-not-sent", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the call wants a sketch first, and none is recorded as sent, or too late",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		step, ok := p.Call.Step(call.Sketch)
		if !ok || !step.Required {
			return
		}
		sent, last := p.Project.Application.Submission, step.Deadline.Value
		switch {
		case sent.Lacks("sketch"):
			d := p.Reportf(p.Project.Application.At("call"), "the call wants a sketch first, and none is recorded as sent")
			p.citing(d, step.At("id"), step.Deadline.Provenance).
				Hint("write the day below submission: as sketch, such as sketch: 2014-02-20")
		case !last.IsZero() && sent.Sketch.After(last):
			d := p.Reportf(sent.At("sketch"), "the sketch was sent after the deadline, %s", i18n.Date(last))
			p.citing(d, step.Deadline.At("value"), step.Deadline.Provenance).
				Hint("correct the day, or ask the funder whether you may still apply")
		}
	},
}
