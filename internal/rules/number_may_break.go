package rules

import (
	"regexp"
	"strings"

	"soknad/internal/diag"
)

var numberMayBreak = &Rule{
	Code: "TXT008", Name: "number-may-break", Since: "0.1.0", Severity: diag.Note, Needs: Decoded,
	Title: "a line may break inside a number",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^[0-9]{1,3}(?: [0-9]{3})+\b`),
			mayBegin: beginsNumber,
			right:    func(g []string) string { return strings.ReplaceAll(g[0], " ", "\u00a0") },
		}, "a line may break inside the number %q")
	},
}
