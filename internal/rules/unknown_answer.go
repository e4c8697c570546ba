package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var unknownAnswer = &Rule{
	Code: "CAL008", Name: "unknown-answer", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a criterion is answered in something that is not written",
	Reads: []string{
		"goals.id", "activities.id", "focus_areas.id", "challenges.id", "participants.id", "risks.id", "workshops.id",
	},
	Check: func(p *Pass) {
		groups, missed := p.missed()
		var mentions []mention
		for _, m := range p.unknownAnswers() {
			if !slices.ContainsFunc(missed, func(key kindOfID) bool { return isAmong(m, groups[key]) }) {
				mentions = append(mentions, m)
			}
		}
		known, _ := p.answers()
		holdAgainst(mentions, known, func(m mention) *diag.Diagnostic {
			return p.Reportf(m.at, "there is no section, goal, activity, focus area, challenge, participant, risk or workshop %q", m.word)
		})
	},
}

// isAmong reports whether a mention is one of the references to an id that is
// missed, so that it is told with them.
func isAmong(m mention, refs []model.Reference) bool {
	return slices.ContainsFunc(refs, func(r model.Reference) bool { return r.At == m.at })
}

// answers lists what can answer a criterion, and reports whether that is known.
func (p *Pass) answers() (ids []string, known bool) {
	if p.Call == nil {
		return nil, false
	}
	ids, known = p.Call.IDs("sections")
	for _, e := range p.Project.Entities() {
		if slices.Contains(model.AnswerKinds(), e.Kind) {
			ids = append(ids, e.ID)
		}
	}
	return ids, known
}

// unknownAnswers lists the answers to criteria that name nothing.
func (p *Pass) unknownAnswers() []mention {
	var unknown []mention
	known, ok := p.answers()
	for _, c := range p.Project.Criteria {
		for i, id := range c.AnsweredIn {
			if ok && !slices.Contains(known, id) {
				unknown = append(unknown, mention{id, c.Item("answered_in", i)})
			}
		}
	}
	return unknown
}
