package rules

import "soknad/internal/diag"

var projectTooLong = &Rule{
	Code: "TIM004", Name: "project-too-long", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the project lasts longer than the call allows",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		period, longest := p.Project.Application.Period, p.Call.Duration.MonthsMax
		most, known := longest.Known()
		if !known || float64(period.Months) <= most {
			return
		}
		d := p.Reportf(period.At("months"), "the project lasts %d months; the most is %d", period.Months, int(most))
		p.citing(d, longest.At("value"), longest.Provenance).
			Hint("write %d or fewer", int(most))
		if more, known := p.Call.Duration.ExtensionMonthsMax.Known(); known {
			d.Hint("an extension of up to %d months can only follow after the first period", int(more))
		}
	},
}
