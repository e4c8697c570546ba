package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/source"
)

var costsNotFinanced = &Rule{
	Code: "BUD001", Name: "costs-not-financed", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: slices.Concat(spent(), paid()),
	Title: "costs and financing of a year differ",
	Check: func(p *Pass) {
		costs, financing := p.Project.CostYearly(), p.Project.FinancingYearly()
		if costs.Total() == 0 || financing.Total() == 0 {
			return
		}
		agree := costs.Total() == financing.Total()
		if agree && p.hasYearOutside() {
			return
		}
		gap := p.workGap()
		for _, year := range p.Project.Years() {
			if costs[year]-financing[year] == gap[year] {
				continue
			}
			d := p.reportYear(year, costs[year], financing[year])
			if agree {
				d.Hint("look for an amount that stands in the wrong year, because the totals of all years agree")
			}
		}
	},
}

// hasYearOutside reports whether money is spent or paid in a year outside the
// project period. When nothing is wrong but years, that is the finding.
func (p *Pass) hasYearOutside() bool {
	period, ok := p.period()
	return ok && slices.ContainsFunc(p.Project.Years(), func(year int) bool { return !period.Touches(year) })
}

// workGap returns by how much own effort among the costs is above what the
// participants offer, by year. That is a finding of its own; a year that
// differs by nothing else is not told twice.
func (p *Pass) workGap() model.Yearly {
	gap := model.Yearly{}
	for _, w := range p.unequalWork() {
		gap[w.year] += w.cost.value - w.offered.value
	}
	return gap
}

func (p *Pass) reportYear(year int, cost, financing i18n.Kroner) *diag.Diagnostic {
	var d *diag.Diagnostic
	if at := p.financingIn(year); cost > financing {
		d = p.Reportf(at, "the costs of %d are %s and the financing is %s: %s is missing",
			year, cost, financing, cost-financing)
	} else {
		d = p.Reportf(at, "the costs of %d are %s and the financing is %s: %s is too much",
			year, cost, financing, financing-cost)
	}
	if financing == 0 {
		return d.Hint("write who pays in %d, or move the costs to a year that is financed", year)
	}
	cash, effort := p.Project.OwnCash()[year], p.Project.OwnEffort()[year]
	return d.Hint("look at what pays that year: the sources %s, the participants' cash %s and their hours %s",
		financing-cash-effort, cash, effort)
}

// financingIn returns where the financing of a year is written: what is
// applied for first, then what others pay. Where nothing is, it is the first
// source, and without sources the budget.
func (p *Pass) financingIn(year int) source.Ranger {
	sources := slices.Clone(p.Project.Budget.Financing)
	slices.SortStableFunc(sources, grantsFirst)
	for _, s := range sources {
		for _, a := range s.Amounts {
			if a.Year == year {
				return a.At("amount")
			}
		}
	}
	if len(sources) > 0 {
		return sources[0]
	}
	return p.Project.Place("budget")
}

func grantsFirst(a, b model.Source) int { return rankOfSource(a) - rankOfSource(b) }

func rankOfSource(s model.Source) int {
	if s.Kind == model.Grant {
		return 0
	}
	return 1
}
