package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/source"
)

var rateTooHigh = &Rule{
	Code: "BUD005", Name: "rate-too-high", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an hour costs more than the call accepts",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		if most, known := p.Call.Financing.HourlyRateMax.Known(); known {
			p.checkRates(i18n.Kroner(most))
		}
	},
}

// hourly is a rate and who has it; "" is nobody in particular.
type hourly struct {
	participant string
	rate        i18n.Kroner
}

// checkRates reports each rate of a participant once, wherever it stands.
func (p *Pass) checkRates(most i18n.Kroner) {
	told := map[hourly]*diag.Diagnostic{}
	check := func(h hourly, at source.Ranger) {
		switch d := told[h]; {
		case h.rate <= most:
		case d != nil:
			d.Relate(at, "the same rate stands here")
		default:
			told[h] = p.reportRate(h, at, most)
		}
	}
	for _, q := range p.Project.Participants {
		for _, h := range q.Contribution.Hours {
			if q.Commitment.Status != model.Declined {
				check(hourly{q.ID, h.Rate}, h.At("rate"))
			}
		}
	}
	for c := range p.Project.Costs() {
		check(hourly{c.Participant, c.Rate}, c.At("rate"))
	}
}

func (p *Pass) reportRate(h hourly, at source.Ranger, most i18n.Kroner) *diag.Diagnostic {
	var d *diag.Diagnostic
	if h.participant == "" {
		d = p.Reportf(at, "%s an hour is more than the call accepts, %s", h.rate, most)
	} else {
		d = p.Reportf(at, "%s an hour for %q is more than the call accepts, %s", h.rate, p.nameOf(h.participant), most)
	}
	limits := p.Call.Financing
	p.citing(d, limits.HourlyRateMax.At("value"), limits.HourlyRateMax.Provenance).
		Hint("write a rate of at most %s", most)
	if documented, known := limits.HourlyRateDocumentedMax.Known(); known && h.rate <= i18n.Kroner(documented) {
		d.HintAt(limits.HourlyRateDocumentedMax.At("value"),
			"ask the funder first if you can document salary and overhead: up to %s an hour may then be accepted", i18n.Kroner(documented))
	}
	return d
}
