package main

import (
	"fmt"
	"strings"

	"soknad/internal/bench/text"
)

// typst writes pieces as a source of Typst.
func typst(pieces []text.Piece) string {
	var b strings.Builder
	b.WriteString("#set document(title: \"Søknad\")\n#set text(lang: \"nb\", font: \"Libertinus Serif\", size: 10pt)\n#set par(justify: true)\n\n")
	for _, p := range pieces {
		switch {
		case p.Rows != nil:
			fmt.Fprintf(&b, "#table(columns: %d, table.header(%s), ", len(p.Rows[0]), quoted(p.Rows[0]))
			for _, row := range p.Rows[1:] {
				b.WriteString(quoted(row) + ", ")
			}
			b.WriteString(")\n\n")
		case p.Level > 0:
			fmt.Fprintf(&b, "%s #%s\n\n", strings.Repeat("=", p.Level), quoted([]string{p.Words}))
		default:
			fmt.Fprintf(&b, "#%s\n\n", quoted([]string{p.Words}))
		}
	}
	return b.String()
}

// quoted writes texts as strings of Typst.
func quoted(all []string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	words := make([]string, len(all))
	for i, s := range all {
		words[i] = `"` + escape.Replace(s) + `"`
	}
	return strings.Join(words, ", ")
}

// lines writes pieces as lines, for the program that uses maroto: the cells of
// a row have tabs between them.
func lines(pieces []text.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Rows == nil {
			b.WriteString(p.Words + "\n")
		}
		for _, row := range p.Rows {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return b.String()
}
