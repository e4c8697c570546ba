package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"soknad/internal/source"
)

// maxWidth is how many columns of a source line are shown.
const maxWidth = 100

// An excerpt is the line that a span begins on, ready to be shown.
type excerpt struct {
	line   int
	text   string // the line, cut to maxWidth around the span
	before string // the blanks that stand below what comes before the span
	width  int    // columns to mark, at least one
}

func newExcerpt(s source.Span) excerpt {
	line := s.First().Line
	text := s.File.Line(line)
	from := min(max(s.Start-s.File.Offset(source.Position{Line: line, Column: 1}), 0), len(text))
	to := min(from+max(s.End-s.Start, 0), len(text))
	head, marked, tail := shown(lastBytes(text[:from])), shown(firstBytes(text[from:to])), shown(firstBytes(text[to:]))
	head, marked, tail = cut(head, marked, tail)
	if crosses(head, marked+tail) {
		head += " "
	}
	if crosses(head+marked, tail) {
		marked += " "
	}
	return excerpt{
		line:   line,
		text:   head + marked + tail,
		before: blanks(head),
		width:  max(columns(marked), 1),
	}
}

// crosses reports whether two safe pieces of a line make a command to a runner
// where they meet.
func crosses(left, right string) bool {
	return strings.Contains(left[max(len(left)-2, 0):]+right[:min(2, len(right))], "##[")
}

// shown makes a piece of a line safe to print.
func shown(line []byte) string { return Printable(string(line)) }

// enough is how many bytes of a long line are looked at to each side: more than
// are ever shown.
const enough = 8 * maxWidth

func firstBytes(line []byte) []byte {
	n := min(len(line), enough)
	for n < len(line) && !utf8.RuneStart(line[n]) {
		n++
	}
	return line[:n]
}

func lastBytes(line []byte) []byte {
	at := max(len(line)-enough, 0)
	for at < len(line) && !utf8.RuneStart(line[at]) {
		at++
	}
	return line[at:]
}

// cut shortens a line that is too wide, first after and then before what is
// marked.
func cut(head, marked, tail string) (string, string, string) {
	if columns(head)+columns(marked)+columns(tail) <= maxWidth {
		return head, marked, tail
	}
	if columns(marked) > maxWidth/2 {
		marked = firstColumns(marked, maxWidth/2) + "…"
	}
	if columns(head) > maxWidth/3 {
		head = "…" + lastColumns(head, maxWidth/3)
	}
	if room := maxWidth - columns(head) - columns(marked); columns(tail) > room {
		tail = firstColumns(tail, room-1) + "…"
	}
	return head, marked, tail
}

// firstColumns returns as much of the beginning of a text as fits n columns.
func firstColumns(s string, n int) string {
	for at, r := range s {
		if n -= columnsOf(r); n < 0 {
			return s[:at]
		}
	}
	return s
}

// lastColumns returns as much of the end of a text as fits n columns.
func lastColumns(s string, n int) string {
	at := len(s)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if n -= columnsOf(r); n < 0 {
			break
		}
		at -= size
	}
	return s[at:]
}

// blanks returns white space as wide as s; tabs stay tabs.
func blanks(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\t' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Repeat(" ", columnsOf(r)))
	}
	return b.String()
}

// columns returns how many columns of a terminal a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

func columnsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Printable makes a text safe for a terminal and for the log of a CI run:
// what would move the cursor, turn the text, hide itself or speak to the
// runner is shown as its code point. It stays on one line; tabs stay tabs.
func Printable(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unsafe(r) {
			fmt.Fprintf(&b, "<U+%04X>", r)
			continue
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(b.String(), "##[", "## [")
}

// unsafe reports control characters, format characters such as bidirectional
// overrides and zero-width spaces, odd line breaks, and what is no text.
func unsafe(r rune) bool {
	if r == '\t' || r == '\u00ad' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs) || r == unicode.ReplacementChar
}
