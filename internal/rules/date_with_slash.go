package rules

import (
	"regexp"

	"soknad/internal/diag"
)

var dateWithSlash = &Rule{
	Code: "TXT004", Name: "date-with-slash", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a date is written with slashes",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^([0-3]?[0-9])/([01]?[0-9])/((?:19|20)[0-9]{2})\b`),
			mayBegin: beginsNumber,
			right:    func(g []string) string { return g[1] + "." + g[2] + "." + g[3] },
		}, "the date %q is written with slashes")
	},
}
