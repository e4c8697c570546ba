package rules

import (
	"slices"

	"soknad/internal/diag"
)

var unknownAnswer = &Rule{
	Code: "CAL008", Name: "unknown-answer", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a criterion is answered in something that is not written",
	Reads: []string{
		"goals.id", "activities.id", "focus_areas.id", "challenges.id", "participants.id", "risks.id", "workshops.id",
	},
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		known, ok := p.Call.IDs("sections")
		if !ok {
			return
		}
		for _, e := range p.Project.Entities() {
			if slices.Contains(answering(), e.Kind) {
				known = append(known, e.ID)
			}
		}
		var mentions []mention
		for _, c := range p.Project.Criteria {
			for i, id := range c.AnsweredIn {
				mentions = append(mentions, mention{id, c.Item("answered_in", i)})
			}
		}
		holdAgainst(mentions, known, func(m mention) *diag.Diagnostic {
			return p.Reportf(m.at, "there is no section, goal, activity, focus area, challenge, participant, risk or workshop %q", m.word)
		})
	},
}

// answering lists the kinds of entity that can answer a criterion, besides
// the sections.
func answering() []string {
	return []string{"goal", "activity", "focus area", "challenge", "participant", "risk", "workshop"}
}
