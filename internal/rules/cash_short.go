package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var cashShort = &Rule{
	Code: "BUD013", Name: "cash-short", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: slices.Concat(workReads(), paid()),
	Title: "hours are to pay for what costs money",
	Check: func(p *Pass) {
		if p.Call == nil || p.hasUnknownCategory() || len(p.unequalWork()) > 0 {
			return
		}
		spent, paid := p.cashSpent(), p.cashPaid()
		costs, financing := p.Project.CostYearly(), p.Project.FinancingYearly()
		for _, year := range spent.Years() {
			if short := spent[year] - paid[year]; short > 0 && financing[year] >= costs[year] {
				p.Reportf(p.Project.Place("budget"), "what costs money in %d is %s, and the money of that year is %s: %s is to be paid in hours",
					year, spent[year], paid[year], short).
					Hint("find cash for it, or write the participants' hours among the costs as the work they are")
			}
		}
	},
}

// cashSpent adds up the costs that must be paid in money, by year.
func (p *Pass) cashSpent() model.Yearly {
	y := model.Yearly{}
	for c := range p.Project.Costs() {
		if !p.isOwnWork(c) {
			y[c.Year] += c.Value()
		}
	}
	return y
}

// cashPaid adds up the financing that is money, by year.
func (p *Pass) cashPaid() model.Yearly {
	y := p.Project.OwnCash()
	for i := range p.Project.Budget.Financing {
		y.Add(p.Project.Budget.Financing[i].Yearly())
	}
	return y
}
