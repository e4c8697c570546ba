package rules

import (
	"regexp"

	"soknad/internal/diag"
)

var dayWithoutStop = &Rule{
	Code: "TXT005", Name: "day-without-stop", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "the day of a date lacks its full stop",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^([0-3]?[0-9])[ \x{a0}](januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b`),
			mayBegin: beginsNumber,
			right:    func(g []string) string { return g[1] + ".\u00a0" + g[2] },
		}, "the day of %q lacks its full stop")
	},
}
