package rules

import "soknad/internal/diag"

var noIntake = &Rule{
	Code: "CAL011", Name: "no-intake", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the programme takes in no new projects in this call",
	Check: func(p *Pass) {
		if p.Call == nil || p.Call.Intake.Value == nil || *p.Call.Intake.Value {
			return
		}
		d := p.Reportf(p.Project.Application.At("call"), "the programme takes in no new projects in this call")
		p.citing(d, p.Call.Intake.At("value"), p.Call.Intake.Provenance).
			Hint("choose the call of another year, or ask the funder")
	},
}
