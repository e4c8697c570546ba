package pdf

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

// list sets a list. Its labels hang to the left of the items' text: bullets
// of three sorts by depth, or numbers with their points below one another.
func (s *setter) list(n *ast.List, at place) {
	inner := at
	inner.column = at.inside(s.labelWidth(n, at))
	if n.IsTight {
		inner.apart = s.ItemSpace
	}
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		s.item(item, s.label(n, number), at, inner)
		s.flow.space(inner.apart)
		number++
	}
	s.flow.space(at.apart)
}

// item sets one item and its label.
func (s *setter) item(n ast.Node, label string, at, inner place) {
	first := len(s.flow.strips)
	s.blocks(n, inner)
	if len(s.flow.strips) == first {
		s.flow.add(strip{height: inner.text.Leading})
	}
	s.hangLabel(&s.flow.strips[first], s.plain(label, s.reading(at.text, n)), at, inner)
}

// hangLabel sets a label to the left of an item's first strip. Lists nested
// so deep that they are not indented further have no room for theirs.
func (s *setter) hangLabel(top *strip, label []span, at, inner place) {
	room := inner.x - at.x - s.labelGap(at)
	if room <= 0 {
		return
	}
	for _, l := range s.lines(label, room, right, headingAttempts()) {
		top.items = append(l.items(at.x, at.text.baseline()), top.items...)
	}
}

// label returns what stands before an item.
func (s *setter) label(n *ast.List, number int) string {
	if n.IsOrdered() {
		return strconv.Itoa(number) + string(n.Marker)
	}
	return [...]string{"•", "–", "·"}[depth(n)%3]
}

// depth returns how many lists a list stands in.
func depth(n ast.Node) int {
	depth := 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindList {
			depth++
		}
	}
	return depth
}

// labelGap is the space between a label and its item.
func (s *setter) labelGap(at place) Length { return at.text.Size / 2 }

// labelWidth is how far a list's text is indented: for bullets a fixed
// distance, for numbers as much as the widest needs.
func (s *setter) labelWidth(n *ast.List, at place) Length {
	width := 3 * at.text.Size / 2
	if !n.IsOrdered() {
		return width
	}
	digits := len(strconv.Itoa(n.Start + n.ChildCount()))
	font := s.font(s.reading(at.text, n).face)
	numeral := em(digits*font.Advance('0')+font.Advance(rune(n.Marker)), at.text.Size)
	return max(width, numeral+s.labelGap(at))
}
