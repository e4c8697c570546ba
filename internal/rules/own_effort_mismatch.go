package rules

import "soknad/internal/diag"

var ownEffortMismatch = &Rule{
	Code: "BUD004", Name: "own-effort-mismatch", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: workReads(),
	Title: "a participant's hours differ from those among the costs",
	Check: func(p *Pass) {
		for _, w := range p.unequalWork() {
			p.reportWork(w)
		}
	},
}

func (p *Pass) reportWork(w comparedWork) {
	switch {
	case w.cost.at == nil:
		p.Reportf(w.offered.at, "%q contributes %s hours in %d, but they stand nowhere as a cost",
			p.nameOf(w.participant), number(w.offered.hours), w.year).
			Hint("write the hours as a cost of the activities that the participant works in, or take them out here")
	case w.offered.at == nil:
		p.Reportf(w.cost.at, "%q works %s hours in %d by the costs, but contributes none",
			p.nameOf(w.participant), number(w.cost.hours), w.year).
			Hint("write the hours in the contribution of the participant, or take them out of the costs")
	case w.hoursDiffer():
		p.Reportf(w.offered.at, "%q contributes %s hours in %d, but works %s by the costs",
			p.nameOf(w.participant), number(w.offered.hours), w.year, number(w.cost.hours)).
			Relate(w.cost.at, "the first of these costs stands here").
			Hint("write the same number of hours in the contribution and among the costs")
	default:
		p.Reportf(w.offered.at, "the hours that %q contributes in %d are worth %s, but %s by the costs",
			p.nameOf(w.participant), w.year, w.offered.value, w.cost.value).
			Relate(w.cost.at, "the first of these costs stands here").
			Hint("write the same rate in the contribution and among the costs")
	}
}
