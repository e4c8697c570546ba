package source

import (
	"cmp"
	"fmt"
)

// A Span is the half-open range of bytes [Start, End) of a file. The zero
// Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// A Ranger is anything that was written somewhere: a node, an entity, a
// section, or a Span itself.
type Ranger interface{ Span() Span }

// Span returns s, so that a Span is a Ranger.
func (s Span) Span() Span { return s }

// IsZero reports whether the span is nowhere.
func (s Span) IsZero() bool { return s.File == nil }

// First returns the position of the first character of the span.
func (s Span) First() Position { return s.File.Position(s.Start) }

// Last returns the position just after the last character of the span.
func (s Span) Last() Position { return s.File.Position(s.End) }

// Text returns the bytes of the span, as they stand in the file.
func (s Span) Text() []byte {
	if s.IsZero() {
		return nil
	}
	return s.File.Text[s.Start:s.End]
}

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool {
	return s.File == t.File && s.Start <= t.Start && t.End <= s.End
}

// String returns "file:line:column", the form that terminals and editors
// turn into a link, or "-" for the zero Span.
func (s Span) String() string {
	if s.IsZero() {
		return "-"
	}
	return fmt.Sprintf("%s:%s", s.File.Name, s.First())
}

// Compare orders spans as a person reads: by file name, then start, then
// end. The zero Span comes first.
func (s Span) Compare(t Span) int {
	if s.IsZero() || t.IsZero() {
		return cmp.Compare(rank(s), rank(t))
	}
	return cmp.Or(
		cmp.Compare(s.File.Name, t.File.Name),
		cmp.Compare(s.Start, t.Start),
		cmp.Compare(s.End, t.End),
	)
}

func rank(s Span) int {
	if s.IsZero() {
		return 0
	}
	return 1
}
