package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var commitmentWithoutLetter = &Rule{
	Code: "PAR004", Name: "commitment-without-letter", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a participant has committed itself without a letter or a date to show for it",
	Check: func(p *Pass) {
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			if s := q.Commitment.Status; s == model.Committed || s == model.Signed {
				p.undocumented(q)
			}
		}
	},
}

func (p *Pass) undocumented(q *model.Participant) {
	c := q.Commitment
	letter, date := c.Lacks("letter"), c.Lacks("date")
	var format string
	switch {
	case letter && date:
		format = "%q has the status %q, but no letter and no date"
	case letter:
		format = "%q has the status %q, but no letter"
	case date:
		format = "%q has the status %q, but no date"
	default:
		return
	}
	d := p.Reportf(c.At("status"), format, q.Called(), c.Status)
	if date {
		d.Hint("give in \"date\" the day it answered")
	}
	if letter {
		d.Hint("give in \"letter\" the file of what it has signed").
			Hint("write the status \"interested\" as long as nothing is in writing")
	}
}
