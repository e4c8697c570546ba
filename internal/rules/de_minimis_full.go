package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var deMinimisFull = &Rule{
	Code: "BUD018", Name: "de-minimis-full", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"budget.financing.kind", "budget.financing.amounts", "budget.aid_basis", "budget.earlier_aid"},
	Title: "the grants and earlier aid are more than de minimis aid may be",
	Check: func(p *Pass) {
		if p.Call == nil || p.Project.Budget.AidBasis != model.DeMinimis {
			return
		}
		limit, known := p.limitInKroner(p.Call.Financing.DeMinimisEUR)
		year, aid := p.fullestYears()
		if !known || aid <= limit {
			return
		}
		d := p.Reportf(p.Project.Budget.At("aid_basis"), "in the three years to %d the de minimis aid is %s; the most is %s", year, aid, limit)
		p.citing(d, p.Call.Financing.At("de_minimis_eur"), p.Call.Financing.DeMinimisEUR.Provenance).
			Hint("ask which other rule of state aid fits; the limit is reckoned with %s kroner for a euro on %s", p.rate(), p.rateDay())
	},
}

// fullestYears returns the last of the three calendar years in a row with most
// de minimis aid, grants and earlier aid together, and how much (F170).
func (p *Pass) fullestYears() (last int, aid i18n.Kroner) {
	all := p.Project.AppliedYearly()
	for _, a := range p.Project.Budget.EarlierAid {
		all[a.Year] += a.Amount
	}
	for _, year := range all.Years() {
		if sum := all[year] + all[year-1] + all[year-2]; sum > aid {
			last, aid = year, sum
		}
	}
	return last, aid
}
