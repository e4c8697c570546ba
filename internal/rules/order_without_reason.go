package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

// fewestVotes is how many partners must have given priorities before their
// order says anything.
const fewestVotes = 3

var orderWithoutReason = &Rule{
	Code: "GOA019", Name: "order-without-reason", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"focus_areas.priority", "participants.priorities", "participants.role", "participants.commitment.status"},
	Title: "a focus area is ranked above one that the participants prefer, without a reason",
	Check: func(p *Pass) {
		ranking := p.Project.Ranking()
		for i, r := range ranking {
			if above := preferred(ranking, i); above != nil && r.Lacks("reason") {
				p.Reportf(r.At("priority"), "%q stands before %q, which the participants rank higher, and no reason is given", r.Title, above.Title).
					Relate(above.At("priority"), "its mean is %s, and that of %q is %s", number(rounded(above.Mean)), r.Title, number(rounded(r.Mean))).
					Hint("write in reason: why it stands where it does, or follow the participants; soknad rank shows the means")
			}
		}
	},
}

// preferred returns the focus area that the participants prefer most among
// those chosen to stand after one, nil when they agree with its place.
func preferred(ranking []model.Ranked, i int) *model.Ranked {
	one := ranking[i]
	for j := range ranking {
		other := &ranking[j]
		if one.Votes >= fewestVotes && other.Votes >= fewestVotes && other.Mean > one.Mean &&
			one.Priority > 0 && other.Priority > one.Priority {
			return other
		}
	}
	return nil
}

// rounded keeps two decimals.
func rounded(x float64) float64 { return float64(int(x*100+0.5)) / 100 }
