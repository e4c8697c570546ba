package pdf

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
)

// heading sets a heading of any level. Its number hangs in the strip beside
// the running text, so that all headings begin on the same edge; where there
// is no such strip, the words make room for it.
func (s *setter) heading(n *ast.Heading) {
	if n.Level == 1 {
		s.title(n)
		return
	}
	rank := min(n.Level, 4) - 2
	t := s.Headings[rank]
	number, words := splitNumber(s.inline(n.FirstChild(), nil, s.display(t, true, n)))
	s.flow.space(s.HeadingSpace[rank])
	first := len(s.flow.strips)
	beside := s.lines(number, s.full().width, left, headingAttempts())
	c := s.beside(beside, t)
	s.flow.addKept(s.lines(words, c.width, left, headingAttempts()), c.x, t)
	if len(s.flow.strips) > first {
		hang(s.landmark(n, first), beside, t)
		s.flow.opened = true
	}
	s.flow.space(t.Leading / 4)
}

// landmark makes a strip, which it returns, the place where links and
// bookmarks of a heading lead.
func (s *setter) landmark(n *ast.Heading, first int) *strip {
	h := &heading{level: n.Level, words: s.clean(document.PlainText(n, s.source)), anchor: s.anchors.Anchor(n)}
	s.headings = append(s.headings, h)
	s.flow.strips[first].heading = h
	return &s.flow.strips[first]
}

// clean returns a text without characters that no font has, for bookmarks
// and the document's properties.
func (s *setter) clean(text string) string {
	var b strings.Builder
	for _, sp := range s.plain(text, s.display(s.Notes, false, nil)) {
		b.WriteString(spoken(sp.text))
	}
	return b.String()
}

// title sets a heading of level 1.
func (s *setter) title(n *ast.Heading) {
	spans := s.inline(n.FirstChild(), nil, s.display(s.Title, true, n))
	s.flow.space(s.HeadingSpace[0])
	first := len(s.flow.strips)
	s.flow.addKept(s.lines(spans, s.full().width, left, headingAttempts()), s.full().x, s.Title)
	if len(s.flow.strips) > first {
		s.landmark(n, first)
	}
	s.flow.space(s.Title.Leading / 2)
}

// beside returns the column of a heading's words, to the right of its number.
func (s *setter) beside(number []line, t Type) column {
	c := s.text()
	for _, l := range number {
		c = c.inside(max(l.width+t.Size/2-c.x, 0))
	}
	return c
}

// hang sets a heading's number to the left of a strip.
func hang(top *strip, number []line, t Type) {
	for _, l := range number {
		top.items = append(l.items(0, t.baseline()), top.items...)
	}
}

// longestNumber is how many characters of a number fit beside the text.
const longestNumber = 8

// splitNumber splits "2.1 Mål" into its number and the rest. Without a number
// the first part is empty.
func splitNumber(spans []span) (number, words []span) {
	if len(spans) == 0 {
		return nil, nil
	}
	first, rest, found := strings.Cut(spans[0].text, " ")
	if !found || rest == "" || !isNumber(first) {
		return nil, spans
	}
	numeral, tail := spans[0], spans[0]
	numeral.text, tail.text = first, rest
	return []span{numeral}, append([]span{tail}, spans[1:]...)
}

// isNumber reports whether s is a heading's number, such as 3, 3.1 or 3.1.2.
// A year is none.
func isNumber(s string) bool {
	for part := range strings.SplitSeq(strings.TrimSuffix(s, "."), ".") {
		if len(part) < 1 || len(part) > 2 || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return len(s) <= longestNumber
}
