package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var invitationUnanswered = &Rule{
	Code: "PAR020", Name: "invitation-unanswered", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "somebody who was invited has not answered",
	Check: func(p *Pass) {
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			if q.Commitment.Status == model.Invited {
				p.Reportf(q.Commitment.At("status"), "%q was invited and has not answered", q.Called()).
					Hint("ask again, and write interested, committed, signed or declined")
			}
		}
	},
}
