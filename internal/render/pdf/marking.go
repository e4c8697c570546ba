package pdf

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/render/pdf/structure"
)

// A marking wraps what is painted into marked content: each stretch of a page
// is part of one element of the structure, or an artifact (PDF/UA-1, 7.1).
type marking struct {
	*tags
	page   int // from 0
	height Length
	open   bool
	inside *structure.Element // of the stretch at hand, nil for an artifact
}

// enter begins a stretch for the marks of a node, unless it is the one at
// hand.
func (m *marking) enter(c *content, owner ast.Node) *structure.Element {
	e := m.element(owner)
	if !m.open || e != m.inside {
		m.begin(c, e)
	}
	return e
}

// begin begins a stretch of an element, or of an artifact.
func (m *marking) begin(c *content, e *structure.Element) {
	m.leave(c)
	m.open, m.inside = true, e
	if e == nil {
		c.buf = append(c.buf, "/Artifact BMC\n"...)
		return
	}
	c.buf = append(c.buf, '/')
	c.buf = append(c.buf, e.Type...)
	c.buf = append(c.buf, " <</MCID "...)
	c.buf = strconv.AppendInt(c.buf, int64(m.tree.Mark(e, m.page)), 10)
	c.buf = append(c.buf, ">> BDC\n"...)
}

// leave ends the stretch at hand.
func (m *marking) leave(c *content) {
	if m.open {
		c.buf = append(c.buf, "EMC\n"...)
		m.open = false
	}
}

// frame widens the box of a figure by that of a mark.
func (m *marking) frame(e *structure.Element, b Box) {
	if e == nil || e.Type != structure.Figure {
		return
	}
	box := structure.Box{
		Left: points(b.X), Bottom: points(m.height - b.Y - b.H), Right: points(b.X + b.W), Top: points(m.height - b.Y),
	}
	if e.Box != nil {
		box = structure.Box{
			Left: min(box.Left, e.Box.Left), Bottom: min(box.Bottom, e.Box.Bottom),
			Right: max(box.Right, e.Box.Right), Top: max(box.Top, e.Box.Top),
		}
	}
	e.Box = &box
}

// An area is a link's place on a page, and the tree's number of it is its
// index among all of them.
type area struct {
	Link
	page  int // from 0
	words string
}
