package rules

import "soknad/internal/diag"

var unknownCall = &Rule{
	Code: "CAL001", Name: "unknown-call", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the call is not known",
	Check: func(p *Pass) {
		name := p.Project.Application.Call
		if p.Call != nil || name == "" {
			return
		}
		// No fix: another year is another call, not a slip of the pen.
		d := p.Reportf(p.Project.Application.At("call"), "there is no call %q", name)
		if nearest := diag.Nearest(name, p.Calls); nearest != "" {
			d.Hint("did you mean %q?", nearest)
		}
		d.Hint("the calls that come with soknad are: %s", joined(p.Calls)).
			Hint("or name a folder of your application that holds a call.yaml")
	},
}
