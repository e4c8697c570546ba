package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var publicMoneyUndocumented = &Rule{
	Code: "BUD009", Name: "public-money-undocumented", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "money from another public body is not documented",
	Check: func(p *Pass) {
		for i := range p.Project.Budget.Financing {
			s := &p.Project.Budget.Financing[i]
			switch {
			case s.Kind != model.OtherPublic:
			case s.Lacks("status"):
				p.Reportf(s.At("funder"), "it is not said whether %q has granted the money", s.Funder).
					Hint("write status: planned, applied or granted")
			case s.Status == model.Granted && s.Lacks("letter"):
				p.Reportf(s.At("status"), "%q has granted the money, but there is no letter", s.Funder).
					Hint("write in letter: the file with the decision, such as annexes/fylkeskommunen.pdf")
			}
		}
	},
}
