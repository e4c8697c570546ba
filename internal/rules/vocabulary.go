package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// A mention is a word of the application that ought to be one of a list, such
// as the categories of the call.
type mention struct {
	word string
	at   source.Ranger
}

// holdAgainst reports the mentions that are none of the known words, by calling
// report for the first mention of each, and suggests what was meant.
func holdAgainst(mentions []mention, known []string, report func(mention) *diag.Diagnostic) {
	told := map[string]*diag.Diagnostic{}
	for _, m := range mentions {
		switch d := told[m.word]; {
		case m.word == "" || slices.Contains(known, m.word):
		case d != nil:
			d.Relate(m.at, "it is named here too")
		default:
			told[m.word] = suggest(report(m), m, known)
		}
	}
}

// suggest adds the known word that was likely meant, or else all of them, as
// long as they can be taken in at a glance.
func suggest(d *diag.Diagnostic, m mention, known []string) *diag.Diagnostic {
	if nearest := diag.Nearest(m.word, known); nearest != "" {
		return d.Hint("did you mean %q?", nearest).Fix(m.at, nearest, "write %q", nearest)
	}
	if len(known) > 0 && len(known) <= 12 {
		d.Hint("what can stand here: %s", joined(known))
	}
	return d
}
