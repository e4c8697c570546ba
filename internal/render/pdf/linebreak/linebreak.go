// Package linebreak divides a paragraph into the lines that look best taken
// together, as Knuth and Plass describe in "Breaking Paragraphs into Lines"
// (1981).
//
// All arithmetic is on whole numbers, so that a paragraph breaks in the same
// places on every processor. Lengths have whatever unit the caller likes.
package linebreak

// Kind tells the three sorts of item apart.
type Kind uint8

// The kinds.
const (
	Box     Kind = iota // letters: a width that never changes and never breaks
	Glue                // space: may stretch and shrink, may break after a box, vanishes there
	Penalty             // a place to break at a cost; its width counts only if it is broken at
)

// An Item is the smallest part of a paragraph.
type Item struct {
	Kind    Kind
	Width   int
	Stretch int  // Glue: how far it may grow before the line looks loose
	Shrink  int  // Glue: how far it may shrink at all
	Cost    int  // Penalty: from Forced to Forbidden
	Hyphen  bool // Penalty: a hyphen is shown; two lines in a row should not end so
}

// Costs of a Penalty that leave no choice.
const (
	Forbidden = 10000
	Forced    = -10000
)

// Fill is the stretch of the glue that ends a paragraph. It fills any line.
const Fill = 1 << 30

// Any is the tolerance that accepts every line, loose or overfull, when
// nothing better exists.
const Any = infinite

// A Line is items[First:Break]. When items[Break] is a penalty, its width
// stands at the end of the line.
type Line struct{ First, Break int }

// Lines divides items, which must end in a forced penalty, into lines of one
// width. Tolerance is the worst badness that a line may have: 100 is glue
// stretched as far as it says, 800 twice as far. When some line is worse, ok
// is false.
func Lines(items []Item, width, tolerance int) (lines []Line, ok bool) {
	return new(Breaker).Lines(items, width, tolerance)
}

// Lines is the function Lines, in room that was used before.
func (b *Breaker) Lines(items []Item, width, tolerance int) (lines []Line, ok bool) {
	b.begin(items, width, tolerance)
	for i := range items {
		if !b.legal(i) {
			continue
		}
		if !b.try(i) {
			return nil, false
		}
	}
	return b.lines(), true
}
