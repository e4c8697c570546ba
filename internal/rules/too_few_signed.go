package rules

import (
	"fmt"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var tooFewSigned = &Rule{
	Code: "PAR001", Name: "too-few-signed", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"application.title", "participants.role", "participants.commitment.status"},
	Title: "fewer partners have signed than the call asks for",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		fewest := p.Call.Consortium.SignedMin
		number, known := fewest.Known()
		partners := byStatus(p.Project.Partners())
		signed := partners[model.Signed]
		if !known || float64(signed) >= number {
			return
		}
		d := p.Reportf(p.Project.Application.At("title"),
			"fewer partners have signed than the call asks for: %d of at least %d", signed, int(number))
		p.citing(d, fewest.At("value"), fewest.Provenance)
		if len(partners) > 0 {
			d.Hint("see whom to ask next; the partners are: %s", partners)
		}
		d.Hint("write the status \"signed\" below the commitment of each partner that has signed")
	},
}

// statusCount says how many partners have come how far.
type statusCount map[string]int

func byStatus(partners []*model.Participant) statusCount {
	count := statusCount{}
	for _, q := range partners {
		count[q.Commitment.Status]++
	}
	return count
}

// In says the counts in a language, those who have come farthest first.
func (c statusCount) In(l i18n.Lang) string {
	var parts []string
	for _, status := range []string{model.Signed, model.Committed, model.Interested, model.Invited, ""} {
		name := word(status)
		if status == "" {
			name = word("without a status")
		}
		if n := c[status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, name.In(l)))
		}
	}
	return joined(parts)
}
