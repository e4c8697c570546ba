package status

import (
	"strings"
	"unicode/utf8"
)

// widths returns how wide each column but the last is, in runes.
func (t Table) widths() []int {
	var widths []int
	for _, row := range t.Rows {
		for i := range len(row) - 1 {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(clipped(row[i])))
		}
	}
	return widths
}

// columns is how wide a terminal is, the margin left out.
const columns = 78

// widest is how wide any other column may be.
const widest = 40

// clipped shortens what is too long for a column before the last.
func clipped(cell string) string {
	runes := []rune(cell)
	if len(runes) <= widest {
		return cell
	}
	return string(runes[:widest-1]) + "…"
}

// narrowest is how little room the last column may be left.
const narrowest = 20

// folded puts the cells of a row under those of the other rows, and goes on
// under the last one where the line is full.
func folded(row []string, widths []int) []string {
	before := ""
	for i, cell := range row[:len(row)-1] {
		cell = clipped(cell)
		before += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
	}
	margin := utf8.RuneCountInString(before)
	var lines []string
	for _, part := range wrapped(row[len(row)-1], max(columns-margin, narrowest)) {
		lines = append(lines, before+part)
		before = strings.Repeat(" ", margin)
	}
	return lines
}

// wrapped breaks a text between words into lines of a width, in runes.
func wrapped(text string, width int) []string {
	line := ""
	var lines []string
	for _, word := range strings.Split(text, " ") {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines = append(lines, line)
			line = word
			continue
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
