package rules

import (
	"regexp"
	"strings"

	"soknad/internal/diag"
)

var thousandsWithStop = &Rule{
	Code: "TXT002", Name: "thousands-with-stop", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a full stop stands between the thousands of a number",
	Check: func(p *Pass) {
		p.slips(slip{
			pattern:  regexp.MustCompile(`^([0-9]{1,3})((?:\.[0-9]{3})+)(?:\b|$)`),
			mayBegin: beginsNumber,
			right:    func(g []string) string { return g[1] + strings.ReplaceAll(g[2], ".", "\u00a0") },
		}, "the thousands of %q are parted by a full stop")
	},
}
