package syntax

import (
	"bytes"
	"sort"
	"strconv"
	"sync"
	"unicode/utf8"

	"soknad/internal/source"
)

// Part returns where a part of a scalar's value was written, given as
// half-open byte offsets into Value. It follows folded lines, indentation and
// escapes; where it cannot, it returns the span of the whole node.
func (n *Node) Part(start, end int) source.Span { return n.part(start, end, landmark{}) }

// Places returns what Part is, for whoever asks for many parts: a long scalar
// is then walked over once, and not again for each of them.
func (n *Node) Places() func(start, end int) source.Span {
	if len(n.Value) <= apart {
		return n.Part
	}
	marks := sync.OnceValue(n.landmarks)
	return func(start, end int) source.Span {
		all := marks()
		after := sort.Search(len(all), func(i int) bool { return all[i].value > start })
		return n.part(start, end, all[max(after-1, 0)])
	}
}

// A landmark is an offset in a scalar's value and the place in the source text
// where it was written. The zero landmark is the beginning.
type landmark struct{ value, at int }

// apart is how many bytes of a value lie between two landmarks, at least.
const apart = 4096

// landmarks lists landmarks in their order, as far as source and value agree.
func (n *Node) landmarks() []landmark {
	all := []landmark{{}}
	a := newAligner(n.span.File.Text, n.span.Start, n.Style)
	a.each(n.Value, func(value, from, _ int) bool {
		if value-all[len(all)-1].value >= apart {
			all = append(all, landmark{value, from})
		}
		return true
	})
	return all
}

// part is Part, walking from a landmark that is not after start.
func (n *Node) part(start, end int, m landmark) source.Span {
	first, last := -1, -1
	a := newAligner(n.span.File.Text, n.span.Start, n.Style)
	if m.at > 0 {
		a.at = m.at
	}
	ok := a.each(n.Value[m.value:], func(value, from, to int) bool {
		value += m.value
		if value >= end && first >= 0 {
			return false
		}
		if value >= start && first < 0 {
			first = from
		}
		last = to
		return true
	})
	if !ok || first < 0 {
		return n.span
	}
	return n.span.File.Span(first, max(first, last))
}

// An aligner walks over a scalar's source text and its value side by side.
// It compares only what is not white space, so that it need not know how
// lines are folded.
type aligner struct {
	text  []byte
	at    int
	style Style
}

// newAligner starts at a scalar's first character: its quote, its | or >, or
// its text.
func newAligner(text []byte, start int, style Style) *aligner {
	a := &aligner{text: text, at: start, style: style}
	switch style {
	case SingleQuoted, DoubleQuoted:
		a.at++
	case Literal, Folded:
		a.at = lineEnd(text, start)
	}
	return a
}

// each calls f for every character of value that is not white space, with its
// offset in the value and the half-open range of its source text, until f
// returns false. It reports whether source and value agreed so far.
func (a *aligner) each(value string, f func(value, from, to int) bool) bool {
	for i, want := range value {
		if isSpace(want) {
			continue
		}
		from, r := a.next()
		if r != want {
			return false
		}
		if !f(i, from, a.at) {
			return true
		}
	}
	return true
}

// next returns the next character that is not white space, decoded, and the
// offset where it starts.
func (a *aligner) next() (from int, r rune) {
	for a.at < len(a.text) {
		from = a.at
		r = a.decode()
		if !isSpace(r) {
			return from, r
		}
	}
	return a.at, utf8.RuneError
}

// decode reads one character or escape. An escaped line break reads as a
// space.
func (a *aligner) decode() rune {
	r, size := utf8.DecodeRune(a.text[a.at:])
	a.at += size
	switch {
	case a.style == DoubleQuoted && r == '\\':
		return a.escape()
	case a.style == SingleQuoted && r == '\'' && a.at < len(a.text) && a.text[a.at] == '\'':
		a.at++
	}
	return r
}

// escape reads what follows a backslash between double quotes (YAML 1.2,
// section 5.7).
func (a *aligner) escape() rune {
	if a.at >= len(a.text) {
		return utf8.RuneError
	}
	c := a.text[a.at]
	a.at++
	switch c {
	case 'x':
		return a.hex(2)
	case 'u':
		return a.hex(4)
	case 'U':
		return a.hex(8)
	case '\r', '\n', ' ', '\t', 'n', 't', 'r':
		return ' '
	}
	named := map[byte]rune{
		'0': 0, 'a': '\a', 'b': '\b', 'v': '\v', 'f': '\f', 'e': '\x1b',
		'N': '\u0085', '_': '\u00a0', 'L': '\u2028', 'P': '\u2029',
	}
	if r, ok := named[c]; ok {
		return r
	}
	return rune(c)
}

func (a *aligner) hex(digits int) rune {
	if a.at+digits > len(a.text) {
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(string(a.text[a.at:a.at+digits]), 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	a.at += digits
	if isSpace(rune(n)) {
		return ' '
	}
	return rune(n)
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }

// lineEnd returns the offset of the line break that ends the line of at, or
// the end of the text.
func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// scalarEnd returns the offset just after a scalar that starts at start.
func scalarEnd(text []byte, start int, value string, style Style) int {
	switch style {
	case SingleQuoted, DoubleQuoted:
		return quoteEnd(text, start)
	case Plain:
		if bytes.HasPrefix(text[start:], []byte(value)) {
			return start + len(value)
		}
	}
	end := start
	if style == Literal || style == Folded {
		end = len(bytes.TrimRight(text[:lineEnd(text, start)], "\r"))
	}
	a := newAligner(text, start, style)
	ok := a.each(value, func(_, _, to int) bool { end = to; return true })
	if !ok {
		return lineEnd(text, start)
	}
	return end
}

// quoteEnd returns the offset just after the quote that closes the one at
// start, or the end of the text.
func quoteEnd(text []byte, start int) int {
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}
