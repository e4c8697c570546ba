package pdf

// The widths of a table's rules.
const (
	heavyRule = 0.9 * Point
	midRule   = 0.5 * Point
	fineRule  = 0.3 * Point
)

// tallRow is the part of a page above which a row may be split.
const tallRow = 3

// cellLines breaks the cells of a row and returns the number of lines of the
// highest.
func (g *grid) cellLines(r row) (cells [][]line, most int) {
	cells = make([][]line, len(r.cells))
	most = 1
	for i, c := range r.cells {
		cells[i] = g.lines(c.spans, g.widths[i], c.align, cellAttempts())
		most = max(most, len(cells[i]))
	}
	return cells, most
}

// strips sets row i of the table's body: as one strip, or line by line if it
// takes a good part of a page.
func (g *grid) strips(r row, i int) []strip {
	strips := g.rowStrips(r)
	top := &strips[0]
	switch {
	case r.total && i > 0:
		top.items = append(top.items, g.rule(0, midRule))
	case i > 0:
		top.items = append(top.items, g.hairline(0))
	}
	return strips
}

// rowStrips sets a row without its rules.
func (g *grid) rowStrips(r row) []strip {
	cells, most := g.cellLines(r)
	height := Length(most)*g.text.Leading + 2*g.CellPadding
	if height <= g.height()/tallRow {
		all := strip{height: height}
		g.addLines(&all, cells, 0, most, g.CellPadding)
		return []strip{all}
	}
	return g.split(cells, most)
}

// split sets a tall row line by line, at least two lines on a page.
func (g *grid) split(cells [][]line, most int) []strip {
	strips := make([]strip, most)
	for n := range strips {
		strip := &strips[n]
		strip.height = g.text.Leading
		strip.keep = n < most-1 && (n == 0 || n == most-2)
		padding := Length(0)
		if n == 0 {
			padding = g.CellPadding
			strip.height += padding
		}
		if n == most-1 {
			strip.height += g.CellPadding
		}
		g.addLines(strip, cells, n, n+1, padding)
	}
	return strips
}

// addLines puts the lines of every cell from one number up to another into a
// strip, y below its top: cell by cell, as they are read.
func (g *grid) addLines(s *strip, cells [][]line, from, to int, y Length) {
	x := g.place.x
	for i, lines := range cells {
		for n := from; n < min(to, len(lines)); n++ {
			below := y + Length(n-from)*g.text.Leading + g.text.baseline()
			s.items = append(s.items, lines[n].items(x, below)...)
		}
		x += g.widths[i] + g.gap
	}
}

// headStrips sets the rule that opens the table and its header.
func (g *grid) headStrips() []strip {
	if g.head == nil {
		return []strip{{height: heavyRule, items: []Item{g.rule(0, heavyRule)}}}
	}
	strips := g.rowStrips(*g.head)
	strips[0].items = append(strips[0].items, g.rule(0, heavyRule))
	last := &strips[len(strips)-1]
	last.items = append(last.items, g.rule(last.height, midRule))
	return strips
}

// closeRule draws the rule that ends the table.
func (g *grid) closeRule() {
	last := &g.flow.strips[len(g.flow.strips)-1]
	last.items = append(last.items, g.rule(last.height, heavyRule))
}

// rule is a line over the table's whole width, y below the strip's top.
func (g *grid) rule(y, width Length) Item {
	return Item{Mark: Line{g.place.x, y, g.place.x + g.total(), y, width, g.Rule, false}}
}

func (g *grid) hairline(y Length) Item {
	return Item{Mark: Line{g.place.x, y, g.place.x + g.total(), y, fineRule, g.Hairline, false}}
}

// total is the width of the table.
func (g *grid) total() Length { return sum(g.widths) + g.gaps() }
