package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var challengeUnanswered = &Rule{
	Code: "GOA015", Name: "challenge-unanswered", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"activities.answers"},
	Title: "no activity answers a challenge",
	Check: func(p *Pass) {
		if len(p.Project.Activities) == 0 {
			return
		}
		for i := range p.Project.Challenges {
			if c := &p.Project.Challenges[i]; c.ID != "" && !p.isAnswered(c.ID) {
				p.Reportf(c, "no activity answers the challenge %q", c.ID).
					Hint("write %q among the answers: of an activity, or leave the challenge out", c.ID)
			}
		}
	},
}

func (p *Pass) isAnswered(challenge string) bool {
	return slices.ContainsFunc(p.Project.Activities, func(a model.Activity) bool {
		return slices.Contains(a.Answers, challenge)
	})
}
