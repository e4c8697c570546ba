package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/source"
)

var costOutsidePeriod = &Rule{
	Code: "TIM010", Name: "cost-outside-period", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a cost or its financing lies in a year outside the period",
	Check: func(p *Pass) {
		if period, ok := p.period(); ok && !p.isPeriodWrong(p.strays()) {
			p.checkYears(period, p.sums())
		}
		for i := range p.Project.Activities {
			if a := &p.Project.Activities[i]; a.IsDated() {
				p.checkCostYears(a)
			}
		}
	},
}

// A datedSum is money in one calendar year, and whose it is.
type datedSum struct {
	what i18n.Message
	year int
	at   source.Ranger
}

// checkYears reports sums in years that the period does not touch. When it
// misses most of them, the period must be wrong, rather than all the rest.
func (p *Pass) checkYears(period model.Period, sums []datedSum) {
	outside := slices.DeleteFunc(slices.Clone(sums), func(s datedSum) bool { return s.year == 0 || period.Touches(s.year) })
	if len(outside) > 1 && 2*len(outside) > len(sums) {
		d := p.Reportf(p.Project.Application.Key("period"), "most of the money is not within the project period, %s to %s",
			i18n.Date(period.Start), i18n.Date(period.End())).
			Hint("see first whether the period is right; if it is, move the amounts")
		for _, s := range outside {
			d.Relate(s.at, "%s is in %d", s.what, s.year)
		}
		return
	}
	for _, s := range outside {
		p.relatePeriod(p.Reportf(s.at, "%s in %d is outside the project period", s.what, s.year)).
			Hint("write a year from %d to %d, or delete the entry: only costs inside the project period count",
				period.Start.Year(), period.End().Year())
	}
}

// checkCostYears reports costs in years in which their activity does not run.
func (p *Pass) checkCostYears(a *model.Activity) {
	for i := range a.Costs {
		if c := &a.Costs[i]; c.Year != 0 && c.Value() != 0 && !a.RunsIn(c.Year) {
			p.Reportf(c.At("year"), "activity %q has a cost in %d, a year in which it does not run", a.ID, c.Year).
				Relate(a.At("start"), "it starts on %s", i18n.Date(a.Start)).
				Relate(a.At("end"), "it ends on %s", i18n.Date(a.End))
		}
	}
}

// sums lists what is spent and paid. The costs of dated activities are not
// among it: they are held against the days of the activity, which are held
// against the period.
func (p *Pass) sums() []datedSum {
	var all []datedSum
	for c := range p.Project.Costs() {
		switch {
		case c.Value() == 0:
		case c.Activity == nil:
			all = append(all, datedSum{i18n.Msg("a cost of no single activity"), c.Year, c.At("year")})
		case !c.Activity.IsDated():
			all = append(all, datedSum{i18n.Msg("the cost of activity %q", c.Activity.ID), c.Year, c.At("year")})
		}
	}
	for i := range p.Project.Participants {
		if q := &p.Project.Participants[i]; q.Commitment.Status != model.Declined {
			all = append(all, contributed(q)...)
		}
	}
	for i := range p.Project.Budget.Financing {
		s := &p.Project.Budget.Financing[i]
		all = append(all, datedSums(s.Amounts, i18n.Msg("the money from %q", s.ID))...)
	}
	return all
}

// contributed lists what a participant brings.
func contributed(q *model.Participant) []datedSum {
	all := datedSums(q.Contribution.Cash, i18n.Msg("the cash from participant %q", q.ID))
	for _, h := range q.Contribution.Hours {
		if h.Value() != 0 {
			all = append(all, datedSum{i18n.Msg("the effort of participant %q", q.ID), h.Year, h.At("year")})
		}
	}
	return all
}

func datedSums(amounts []model.YearAmount, what i18n.Message) []datedSum {
	var all []datedSum
	for _, a := range amounts {
		if a.Amount != 0 {
			all = append(all, datedSum{what, a.Year, a.At("year")})
		}
	}
	return all
}
