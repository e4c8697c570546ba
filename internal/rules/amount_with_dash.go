package rules

import (
	"regexp"
	"strings"

	"soknad/internal/diag"
)

var amountWithDash = &Rule{
	Code: "TXT003", Name: "amount-with-dash", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "an amount ends with a comma and a dash",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^(?:(?:kr|NOK)\.?[ \x{a0}])?([0-9]+(?:[ \x{a0}.][0-9]{3})*),[-–—]+(?: ?kr\b| ?kroner\b)?`),
			mayBegin: beginsAmount,
			right: func(g []string) string {
				return strings.ReplaceAll(strings.ReplaceAll(g[1], ".", "\u00a0"), " ", "\u00a0") + "\u00a0kroner"
			},
		}, "the amount %q ends with a comma and a dash")
	},
}
