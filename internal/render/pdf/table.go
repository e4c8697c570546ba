package pdf

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/render/pdf/linebreak"
)

// A grid is a table with its cells ready to be measured and set.
type grid struct {
	*setter
	node    *extension.Table
	head    *row // nil: no header, or one without words
	rows    []row
	columns int
	text    Type // shrinks until the table fits its column
	gap     Length
	place   column
	widths  []Length
	crowded bool // divided words do not suffice
}

// A row of cells. A row of totals, whose first cell is bold, has a rule above.
type row struct {
	node  ast.Node
	cells []cell
	total bool
}

// A cell is the spans of one cell and how they are aligned.
type cell struct {
	spans  []span
	align  align
	length Length // on one line, once measured
}

// cellAttempts hyphenates narrow, ragged lines rather than leave them short.
func cellAttempts() []attempt {
	return []attempt{{asWords, 600}, {asSyllables, linebreak.Any}}
}

// table sets a table in the column of the running text, over the full width if
// it needs it, or on a page turned on its side if only there it can be read.
func (s *setter) table(n *extension.Table, at place) {
	g := s.grid(n)
	if g.columns == 0 {
		return
	}
	g.fit(at.column, s.full())
	s.flow.space(s.BlockSpace)
	if g.crowded && at.column == s.text() {
		if wide := s.turnedGrid(n); !wide.crowded {
			g = wide
			s.flow.turn()
		}
	}
	g.set()
	s.flow.turned = false
	s.flow.space(s.BlockSpace + s.ParagraphSpace)
}

// turnedGrid is a table on a page turned on its side.
func (s *setter) turnedGrid(n *extension.Table) *grid {
	g := s.grid(n)
	style := s.Style.turned()
	g.fit(style.full(), style.full())
	return g
}

func (s *setter) grid(n *extension.Table) *grid {
	g := &grid{setter: s, node: n, columns: len(n.Alignments), text: s.Table}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		_, head := r.(*extension.TableHeader)
		cells := g.row(r, head)
		switch {
		case !head:
			g.rows = append(g.rows, cells)
		case cells.hasWords():
			g.head = &cells
		}
	}
	g.tellTotals()
	return g
}

// tellTotals unmarks rows of totals if all rows look like them: their first
// cells then are headers of rows.
func (g *grid) tellTotals() {
	if slices.ContainsFunc(g.rows, func(r row) bool { return !r.total }) {
		return
	}
	for i := range g.rows {
		g.rows[i].total = false
	}
}

func (g *grid) row(n ast.Node, bold bool) row {
	r := row{node: n, total: !bold && isStrong(n.FirstChild())}
	for c := n.FirstChild(); c != nil && len(r.cells) < g.columns; c = c.NextSibling() {
		spans := g.inline(c.FirstChild(), nil, g.display(g.text, bold, c))
		r.cells = append(r.cells, cell{spans: spans, align: g.alignment(len(r.cells))})
	}
	for len(r.cells) < g.columns {
		r.cells = append(r.cells, cell{})
	}
	return r
}

// isStrong reports whether a cell is one bold text.
func isStrong(c ast.Node) bool {
	if c == nil || c.FirstChild() == nil || c.FirstChild() != c.LastChild() {
		return false
	}
	strong, ok := c.FirstChild().(*ast.Emphasis)
	return ok && strong.Level == 2
}

func (g *grid) alignment(column int) align {
	switch g.node.Alignments[column] {
	case extension.AlignRight:
		return right
	case extension.AlignCenter:
		return centred
	default:
		return left
	}
}

func (r row) hasWords() bool {
	for _, c := range r.cells {
		if len(c.spans) > 0 {
			return true
		}
	}
	return false
}

// set adds the table's rows to the flow.
func (g *grid) set() {
	head := g.headStrips()
	repeated := g.repeated(head)
	for _, strip := range head {
		strip.keep = true
		g.flow.add(strip)
	}
	first := len(g.flow.strips)
	for i, r := range g.rows {
		for _, strip := range g.strips(r, i) {
			strip.head = repeated
			g.flow.add(strip)
		}
		if i == len(g.rows)-2 || i == 0 && g.isLow(first) {
			g.flow.keep(first)
		}
	}
	if len(g.rows) == 0 {
		g.flow.strips[len(g.flow.strips)-1].keep = false
	}
	g.keepSmall(first)
	g.closeRule()
}

// lowRow is how many lines a first row may have that does not stand alone
// below the header at the end of a page.
const lowRow = 3

func (g *grid) isLow(first int) bool {
	return g.flow.strips[first].height <= lowRow*g.text.Leading+2*g.CellPadding
}

// keepSmall keeps a table together that takes less than a quarter of a page.
func (g *grid) keepSmall(first int) {
	height := Length(0)
	for _, strip := range g.flow.strips[first:] {
		height += strip.height
	}
	if height > g.height()/4 {
		return
	}
	for i := first; i < len(g.flow.strips)-1; i++ {
		g.flow.strips[i].keep = true
	}
}

// repeated returns the header that opens each further page of the table, or
// nil if there is none or it is too high to be worth the room.
func (g *grid) repeated(head []strip) *strip {
	if g.head == nil || len(head) != 1 {
		return nil
	}
	again := head[0]
	again.items, again.section = artifacts(again.items), g.flow.section
	return &again
}
