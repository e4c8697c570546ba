package rules

import (
	"math"

	"soknad/internal/call"
	"soknad/internal/i18n"
)

// limitInKroner returns a limit of the call in kroner, and whether it and the
// rate of exchange are known.
func (p *Pass) limitInKroner(limit call.Number) (i18n.Kroner, bool) {
	euro, known := limit.Known()
	rate, dated := p.Call.Financing.NOKPerEUR.Known()
	return i18n.Kroner(math.Floor(euro * rate)), known && dated
}

// rate is the rate of exchange that the call gives.
func (p *Pass) rate() number {
	rate, _ := p.Call.Financing.NOKPerEUR.Known()
	return number(rate)
}

// rateDay is the day of the rate of exchange.
func (p *Pass) rateDay() i18n.Date { return i18n.Date(p.Call.Financing.NOKPerEUR.Date) }
