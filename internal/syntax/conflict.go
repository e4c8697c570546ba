package syntax

import (
	"bytes"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// takeOurs reports the places where two versions of a file were left
// unmerged by git, and goes on with the first of the two: the markers and the
// second version are blanked.
func takeOurs(f *source.File, text []byte) ([]byte, diag.List) {
	var list diag.List
	for at := 0; ; {
		start := markerLine(text, at, "<<<<<<< ")
		if start < 0 {
			return text, list
		}
		end := lineEnd(text, start)
		d := diag.New(codeSyntax, diag.Error, f.Span(start, end), "two versions of the file have not been merged here").
			Hint("keep one of the two versions and delete the lines that begin with <<<<<<<, ======= and >>>>>>>")
		list.Add(d)
		text = blanked(text, start, end)
		if theirs := markerLine(text, end, "======="); theirs >= 0 {
			end = len(text)
			if last := markerLine(text, theirs, ">>>>>>> "); last >= 0 {
				end = lineEnd(text, last)
			}
			d.Relate(f.Span(theirs, lineEnd(text, theirs)), "the second version begins here")
			text = blanked(text, theirs, end)
		}
		at = end
	}
}

// markerLine returns the offset of the first line at or after from that
// begins with a marker, or -1.
func markerLine(text []byte, from int, marker string) int {
	if from == 0 && bytes.HasPrefix(text, []byte(marker)) {
		return 0
	}
	if i := bytes.Index(text[from:], []byte("\n"+marker)); i >= 0 {
		return from + i + 1
	}
	return -1
}
