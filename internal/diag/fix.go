package diag

import (
	"bytes"
	"slices"

	"soknad/internal/source"
)

// Fixed applies the first cure of each finding to the files they are about,
// and returns the new texts by file name and how many cures were applied.
// Cures that would touch the same text wait for the next run. Whatever no
// cure touches stays byte for byte.
func Fixed(list List) (fixed map[string][]byte, applied int) {
	edits := map[*source.File][]Edit{}
	for _, d := range list {
		if len(d.Fixes) > 0 && addAll(edits, d.Fixes[0].Edits) {
			applied++
		}
	}
	return texts(edits), applied
}

// Edited applies edits that do not overlap and returns the new texts by file
// name. Whatever no edit touches stays byte for byte.
func Edited(edits []Edit) map[string][]byte {
	byFile := map[*source.File][]Edit{}
	for _, e := range edits {
		byFile[e.Span.File] = append(byFile[e.Span.File], e)
	}
	return texts(byFile)
}

func texts(edits map[*source.File][]Edit) map[string][]byte {
	all := map[string][]byte{}
	for f, es := range edits {
		all[f.Name] = applyTo(f.Text, es)
	}
	return all
}

// addAll adds the edits of one cure, all or none: none when one of them
// touches what another cure edits.
func addAll(edits map[*source.File][]Edit, more []Edit) bool {
	for _, e := range more {
		if slices.ContainsFunc(edits[e.Span.File], func(o Edit) bool {
			return e.Span.Start <= o.Span.End && o.Span.Start <= e.Span.End
		}) {
			return false
		}
	}
	for _, e := range more {
		edits[e.Span.File] = append(edits[e.Span.File], e)
	}
	return true
}

func applyTo(text []byte, edits []Edit) []byte {
	slices.SortFunc(edits, func(a, b Edit) int { return a.Span.Compare(b.Span) })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(text[at:e.Span.Start])
		out.WriteString(e.New)
		at = e.Span.End
	}
	out.Write(text[at:])
	return out.Bytes()
}
