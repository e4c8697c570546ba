package rules

import (
	"regexp"

	"soknad/internal/diag"
)

var rangeWithHyphen = &Rule{
	Code: "TXT006", Name: "range-with-hyphen", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a hyphen stands between the ends of a range of years",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^((?:19|20)[0-9]{2}) ?- ?((?:19|20)[0-9]{2})\b`),
			mayBegin: beginsNumber,
			right:    func(g []string) string { return g[1] + "–" + g[2] },
		}, "a hyphen stands in the range %q")
	},
}
