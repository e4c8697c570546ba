package rules

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var visionWithNumber = &Rule{
	Code: "GOA013", Name: "vision-with-number", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "the vision has a number or a date",
	Check: func(p *Pass) {
		var d *diag.Diagnostic
		for _, at := range numbersIn(p.Project.Vision) {
			place := p.Project.Node("vision").Part(at[0], at[1])
			said := strings.ReplaceAll(p.Project.Vision[at[0]:at[1]], "\u00a0", " ")
			if d == nil {
				d = p.Reportf(place, "the vision has a number or a date: %q", said).
					Hint("move it to a goal, as the target of an indicator")
				continue
			}
			d.Relate(place, "%q stands in it too", said)
		}
	},
}

// numbersIn returns the byte offsets of the numbers and dates of a text. What
// touches a letter is a part of a name, such as CO2 or 3D.
func numbersIn(text string) [][]int {
	var found [][]int
	for _, at := range numbers().FindAllStringIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		after, _ := utf8.DecodeRuneInString(text[at[1]:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			found = append(found, at)
		}
	}
	return found
}

// numbers matches digits, what joins them ("1 000", "2012–2015", "31.12."),
// and the month and the year of a date in words.
func numbers() *regexp.Regexp {
	var months []string
	for _, l := range i18n.Langs() {
		for m := range 12 {
			months = append(months, i18n.Month(time.Month(m+1), l))
		}
	}
	return regexp.MustCompile(`[0-9]+([.,:/–-][0-9]+|[ \x{a0}][0-9]{3}\b)*` +
		`(\.?[ \x{a0}](` + strings.Join(months, "|") + `)([ \x{a0}][0-9]{4})?\b)?`)
}
