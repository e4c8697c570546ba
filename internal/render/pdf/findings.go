package pdf

import (
	"cmp"
	"maps"
	"slices"
)

// A Missing is a character that cannot be set: no typeface has it, or its
// script runs from right to left or joins its letters, or the text is not
// UTF-8 there (U+FFFD). It is painted as a question mark.
type Missing struct {
	Rune rune
	// Offset is the byte in Document.Text where the character first stands,
	// or -1 if it stands only in a figure or the document's title or mark.
	Offset int
}

// An Unsupported is a part of the text that is not painted, or not painted as
// what it is.
type Unsupported struct {
	// Kind is the node's kind in goldmark's words. HTMLBlock and RawHTML are
	// left out, of an Image only its alternative text is set, and a Link
	// whose destination is neither a heading nor http, https or mailto is
	// set as plain text.
	Kind string
	// Offset is the byte in Document.Text where it begins.
	Offset int
}

// findings collects what cannot be painted.
type findings struct {
	missing     map[rune]int // the first offset of each
	unsupported map[Unsupported]bool
}

func newFindings() findings {
	return findings{map[rune]int{}, map[Unsupported]bool{}}
}

// miss notes a character; a place in the text counts before one outside it.
func (f *findings) miss(c character) {
	before, known := f.missing[c.r]
	if !known || before < 0 || c.at >= 0 && c.at < before {
		f.missing[c.r] = c.at
	}
}

func (f *findings) refuse(kind string, offset int) {
	f.unsupported[Unsupported{kind, offset}] = true
}

// sortedMissing lists the characters in the order they stand in the text.
func (f *findings) sortedMissing() []Missing {
	var list []Missing
	for r, offset := range f.missing {
		list = append(list, Missing{r, offset})
	}
	slices.SortFunc(list, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Rune, b.Rune))
	})
	return list
}

func (f *findings) sortedUnsupported() []Unsupported {
	return slices.SortedFunc(maps.Keys(f.unsupported), func(a, b Unsupported) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Kind, b.Kind))
	})
}
