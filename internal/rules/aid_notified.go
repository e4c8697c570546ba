package rules

import "soknad/internal/diag"

var aidNotified = &Rule{
	Code: "BUD017", Name: "aid-notified", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"budget.financing.kind", "budget.financing.amounts"},
	Title: "the public money is near the limit above which aid must be notified",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		limit, known := p.limitInKroner(p.Call.Financing.NotificationEUR)
		public := p.Project.PublicYearly().Total()
		if !known || float64(public) <= near*float64(limit) {
			return
		}
		d := p.Reportf(p.Project.Place("budget"), "the public money is %s; above %s the aid must be notified", public, limit)
		p.citing(d, p.Call.Financing.At("notification_eur"), p.Call.Financing.NotificationEUR.Provenance).
			Hint("ask Innovasjon Norge before you apply; the limit is reckoned with %s kroner for a euro on %s", p.rate(), p.rateDay())
	},
}

// near is the share of the limit from which on it is worth asking.
const near = 0.9
