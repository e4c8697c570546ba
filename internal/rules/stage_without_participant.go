package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var stageWithoutParticipant = &Rule{
	Code: "PAR018", Name: "stage-without-participant", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"participants.value_chain", "participants.commitment.status", "value_chain.id"},
	Title: "a stage of the value chain has no participant",
	Check: func(p *Pass) {
		if len(p.Project.Participants) == 0 {
			return
		}
		for i := range p.Project.ValueChain {
			if s := &p.Project.ValueChain[i]; s.ID != "" && !p.isFilled(s) {
				p.Reportf(s, "no participant stands in the stage %q of the value chain", s.ID).
					Hint("find a participant for it, or leave the stage out")
			}
		}
	},
}

// isFilled reports whether somebody who has not declined stands in a stage.
func (p *Pass) isFilled(s *model.Stage) bool {
	return slices.ContainsFunc(p.Project.Participants, func(q model.Participant) bool {
		return q.Commitment.Status != model.Declined && slices.Contains(q.ValueChain, s.ID)
	})
}
