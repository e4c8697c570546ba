package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var orgNumber = &Rule{
	Code: "PAR007", Name: "org-number", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an organisation number cannot be right",
	Check: func(p *Pass) {
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			if q.OrgNumber != "" && q.IsNorwegian() {
				p.orgNumber(q, model.OrgNumber(q.OrgNumber))
			}
		}
	},
}

// orgNumber says which of its rules a number breaks. A wrong digit can stand
// anywhere, so the check digit that would fit is no more than a hint.
func (p *Pass) orgNumber(q *model.Participant, n model.OrgNumber) {
	at := q.At("org_number")
	switch n.Fault() {
	case model.NotNineDigits:
		p.Reportf(at, "the organisation number %q should have nine digits, and has %d", n, len(n.Digits())).
			Hint("write the nine digits of the legal unit, as the business register has them").
			Hint("a foreign participant gives its \"country\", and is then not held against the Norwegian rules")
	case model.WrongFirstDigit:
		p.Reportf(at, "the organisation number %q begins with %c; Norwegian numbers begin with 8 or 9", n, n.Digits()[0]).
			Hint("look the number up in the business register")
	case model.NoCheckDigit:
		p.Reportf(at, "the organisation number %q cannot exist: no last digit fits the first eight", n).
			Hint("look for a mistyped digit, or for two that have changed places")
	case model.WrongCheckDigit:
		digit, _ := n.CheckDigit()
		p.Reportf(at, "the organisation number %q has a mistake: its last digit does not fit the other eight", n).
			Hint("look the number up in the business register, since any of its digits may be the wrong one").
			Hint("the last digit would be %c if the other eight are right", digit)
	case model.MoreThanDigits:
		p.Reportf(at, "the organisation number %q holds more than its nine digits", n).
			Hint("write \"%s\"; the document groups the digits by itself", n.Digits()).
			Fix(at, `"`+n.Digits()+`"`, "write \"%s\"", n.Digits())
	}
}
