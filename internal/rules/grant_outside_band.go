package rules

import (
	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var grantOutsideBand = &Rule{
	Code: "BUD014", Name: "grant-outside-band", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"budget.financing.kind", "budget.financing.amounts", "application.period"},
	Title: "the public money a year is unlike what such projects have had",
	Check: func(p *Pass) {
		period, ok := p.period()
		public := p.Project.PublicYearly().Total()
		if p.Call == nil || !ok || public == 0 {
			return
		}
		yearly := public * 12 / i18n.Kroner(period.Months)
		f := p.Call.Financing
		if least, known := f.GrantPerYearMin.Known(); known && float64(yearly) < least {
			p.outsideBand("public money is %s a year, less than such projects have had: %s to %s", yearly, f.GrantPerYearMin)
		}
		if most, known := f.GrantPerYearMax.Known(); known && float64(yearly) > most {
			p.outsideBand("public money is %s a year, more than such projects have had: %s to %s", yearly, f.GrantPerYearMax)
		}
	},
}

func (p *Pass) outsideBand(format string, yearly i18n.Kroner, end call.Number) {
	least, _ := p.Call.Financing.GrantPerYearMin.Known()
	most, _ := p.Call.Financing.GrantPerYearMax.Known()
	d := p.Reportf(p.publicSources(0)[0], format, yearly, i18n.Kroner(least), i18n.Kroner(most))
	p.citing(d, end.At("value"), end.Provenance).
		Hint("look for a zero too many or too few; if the amount is meant, say in the application why it is so")
}
