package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// fewestLed is how many activities there must be before shares of them mean
// anything.
const fewestLed = 4

var leadsTooMuch = &Rule{
	Code: "GOA018", Name: "leads-too-much", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"activities.lead"},
	Title: "one participant leads too many of the activities",
	Check: func(p *Pass) {
		if p.Call == nil || len(p.Project.Activities) < fewestLed {
			return
		}
		limit := p.Call.Consortium.LeadShareMax
		most, known := limit.Known()
		if !known {
			return
		}
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			led := p.ledBy(func(who *model.Participant) bool { return who == q })
			if share := float64(led) / float64(len(p.Project.Activities)); share > most/100 {
				d := p.Reportf(q, "%q leads %d of the %d activities, more than %s", q.Called(), led, len(p.Project.Activities), i18n.Share(most/100))
				p.citing(d, limit.At("value"), limit.Provenance).
					Hint("let others lead some of them; who leads has a stake")
			}
		}
	},
}

// ledBy counts the activities that are led by participants of some sort.
func (p *Pass) ledBy(sort func(*model.Participant) bool) int {
	n := 0
	for i := range p.Project.Activities {
		if q, ok := p.Project.Participant(p.Project.Activities[i].Lead); ok && sort(q) {
			n++
		}
	}
	return n
}
