package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var ownCashLow = &Rule{
	Code: "BUD012", Name: "own-cash-low", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: slices.Concat(spent(), paid()),
	Title: "the participants bring no cash, or less than the call asks for",
	Check: func(p *Pass) {
		cash, effort := p.Project.OwnCash().Total(), p.Project.OwnEffort().Total()
		if effort > 0 && cash == 0 {
			p.Reportf(p.Project.Place("participants"), "the participants bring hours, but no cash at all").
				Hint("ask what each can pay, and write it as cash below its contribution")
			return
		}
		if p.Call == nil {
			return
		}
		least := p.Call.Financing.OwnCashMin
		share, known := least.Known()
		if costs := p.Project.CostYearly().Total(); known && cash > 0 && float64(cash) < share/100*float64(costs) {
			d := p.Reportf(p.Project.Place("participants"), "the participants' cash pays %s of the costs; the call asks for at least %s",
				i18n.Share(float64(cash)/float64(costs)), i18n.Share(share/100))
			p.citing(d, least.At("value"), least.Provenance).
				Hint("ask what more each can pay, and write it as cash below its contribution")
		}
	},
}
