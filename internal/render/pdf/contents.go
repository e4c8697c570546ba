package pdf

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/render/pdf/fonts"
)

// numberRoom is kept free at the right of a line of the contents for the
// number of any page, so that lines can be set before pages are counted.
const numberRoom = 26 * Point

// tocIndent is how far an entry stands in from the one it belongs to.
const tocIndent = 28 * Point

// contents sets a block of the table of contents: a list of links as lines
// with page numbers, all else as running text.
func (s *setter) contents(n ast.Node) {
	if list, ok := n.(*ast.List); ok && isContents(list) {
		s.entries(list, 0)
		return
	}
	s.block(n, s.body())
}

// isContents reports whether every item of a list is one internal link, with
// or without such a list below it.
func isContents(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if _, ok := entryLink(item); !ok {
			return false
		}
		for below := item.FirstChild().NextSibling(); below != nil; below = below.NextSibling() {
			if below.Kind() != ast.KindList || !isContents(below) {
				return false
			}
		}
	}
	return true
}

// entryLink returns the internal link that is all of an item's first block.
func entryLink(item ast.Node) (*ast.Link, bool) {
	block := item.FirstChild()
	if block == nil || block.FirstChild() == nil || block.FirstChild() != block.LastChild() {
		return nil, false
	}
	link, ok := block.FirstChild().(*ast.Link)
	return link, ok && bytes.HasPrefix(link.Destination, []byte("#"))
}

func (s *setter) entries(list ast.Node, depth int) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		link, _ := entryLink(item)
		s.entry(link, depth)
		for below := item.FirstChild().NextSibling(); below != nil; below = below.NextSibling() {
			s.entries(below, depth+1)
		}
	}
}

// entry sets a line of the contents. The number of a main section stands in
// the strip beside the text, as it does over the section itself.
func (s *setter) entry(n *ast.Link, depth int) {
	t := s.Body
	number, words := splitNumber(s.entrySpans(n, depth, t))
	c := s.text()
	hang, room := Length(0), max(s.Indent, tocIndent)
	if depth > 0 {
		c = c.inside(Length(depth-1) * tocIndent)
		hang, room = c.x, tocIndent
	}
	if len(number) > 0 {
		c = c.inside(max(hang+room-c.x, 0))
	}
	lines := s.lines(words, c.width-numberRoom, left, headingAttempts())
	s.flow.space(entrySpace(depth))
	first := len(s.flow.strips)
	s.flow.addKept(lines, c.x, t)
	if len(s.flow.strips) == first {
		return
	}
	for _, l := range s.lines(number, room, left, headingAttempts()) {
		top := &s.flow.strips[first]
		top.items = append(l.items(hang, t.baseline()), top.items...)
	}
	s.leadTo(n, first, c.x+lines[len(lines)-1].width, t)
}

// entrySpace is the room above an entry.
func entrySpace(depth int) Length {
	if depth == 0 {
		return 7 * Point
	}
	return 0
}

// entrySpans returns an entry's words, which lead to the heading as a whole
// line and so are not marked as links one by one.
func (s *setter) entrySpans(n *ast.Link, depth int, t Type) []span {
	v := voice{face: fonts.Face{Family: s.Fonts.Display}, size: t.Size, color: t.Color, owner: n}
	if depth == 0 {
		v.face.Bold, v.color = true, s.Accent
	}
	if _, ok := s.target(n.Destination); !ok {
		s.refuse("Link", position(n))
	}
	return s.inline(n.FirstChild(), nil, v)
}

// leadTo ends an entry, whose strips begin with the first and whose words end
// at x, with leader dots and the number of the page it leads to.
func (s *setter) leadTo(n *ast.Link, first int, x Length, t Type) {
	strips := s.flow.strips[first:]
	last := &strips[len(strips)-1]
	last.keep = false
	uri, ok := s.target(n.Destination)
	if !ok {
		return
	}
	edge := s.full().width
	last.items = append(last.items, s.leader(x, edge-numberRoom, t)...)
	folio := folio{Run{X: edge, Y: t.baseline(), Size: t.Size, Face: fonts.Face{Family: s.Fonts.Display}, Color: t.Color}, strings.TrimPrefix(uri, "#")}
	last.items = append(last.items, Item{folio, n})
	for i := range strips {
		strips[i].items = append(strips[i].items, Item{Link{Box{0, 0, edge, t.Leading}, uri}, n})
	}
}

// The dots of a leader and the distance between them.
const (
	leaderStep = 5 * Point
	dotHeight  = 0.8 * Point
)

// leader sets dots between two places. All dots of a page stand below one
// another.
func (s *setter) leader(from, to Length, t Type) []Item {
	var dots []Item
	first := (from+t.Size)/leaderStep + 1
	for x := first * leaderStep; x <= to; x += leaderStep {
		dots = append(dots, Item{Mark: Rect{
			Box: Box{x, t.baseline() - dotHeight, dotHeight, dotHeight}, Fill: s.Notes.Color, Radius: dotHeight / 2,
		}})
	}
	return dots
}

// A folio stands for the number of the page that a heading is on, until
// pages are counted. X is its right edge.
type folio struct {
	Run
	anchor string
}

func (f folio) moved(dx, dy Length) Mark {
	f.X, f.Y = f.X+dx, f.Y+dy
	return f
}
