package rules

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/diag"
)

var missingCharacter = &Rule{
	Code: "PAG001", Name: "missing-character", Since: "0.1.0", Severity: diag.Error, Needs: LaidOut,
	Title: "no typeface has a character",
	Check: func(p *Pass) {
		left := slices.Clone(p.Pages.Missing)
		for _, text := range p.Project.Texts() {
			told := map[string]bool{}
			for _, run := range runsOf(text.Value, p.Pages.Missing) {
				words := text.Value[run[0]:run[1]]
				left = slices.DeleteFunc(left, func(r rune) bool { return strings.ContainsRune(words, r) })
				if !told[words] {
					p.Reportf(text.Part(run[0], run[1]), "no typeface has %s, and the PDF would show a question mark", numbered(words)).
						Hint("write it in other characters, or in words")
				}
				told[words] = true
			}
		}
		if len(left) > 0 {
			p.Reportf(p.Project.Place("application"), "no typeface has %s, which stands in a template", numbered(string(left)))
		}
	},
}

// runsOf finds the pieces of a text that hold nothing but the given
// characters, as half-open byte ranges.
func runsOf(text string, of []rune) [][2]int {
	var runs [][2]int
	for i, r := range text {
		if !slices.Contains(of, r) {
			continue
		}
		end := i + len(string(r))
		if n := len(runs); n > 0 && runs[n-1][1] == i {
			runs[n-1][1] = end
			continue
		}
		runs = append(runs, [2]int{i, end})
	}
	return runs
}

// numbered writes characters with their numbers, since they may be such that
// a terminal cannot show them either.
func numbered(words string) string {
	var numbers []string
	for _, r := range words {
		numbers = append(numbers, fmt.Sprintf("U+%04X", r))
	}
	return fmt.Sprintf("%q (%s)", words, strings.Join(numbers, " "))
}
