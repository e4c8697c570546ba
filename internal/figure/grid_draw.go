package figure

import "strconv"

// page draws some of the rows and columns.
func (g *grid) page(rows, columns run) *Figure {
	c := &canvas{}
	right := g.start(columns, columns.to)
	base := g.head - 4 - label().leading()/2
	c.add(number().around(0, base, Start, wrap(g.corner, number(), g.left-columnGap, 1))...)
	for i := columns.from; i < columns.to; i++ {
		lines := g.title(i)
		middle := base - float64(len(lines)-1)*label().leading()/2
		c.add(label().around(g.center(columns, i), middle, Middle, lines)...)
	}
	c.horizontal(0, right, g.head, 0.8, strong())
	y := g.head
	for i := rows.from; i < rows.to; i++ {
		g.row(c, i, columns, y)
		y += g.heights[i]
		c.horizontal(0, right, y, 0.4, faint())
	}
	bottom := g.legend(c, columns, y)
	return c.figure(g.alt, g.width, bottom+2)
}

// start is the left edge of a column in the figure that shows some of them.
func (g *grid) start(columns run, i int) float64 {
	x := g.left
	for _, w := range g.widths[columns.from:i] {
		x += w
	}
	return x
}

// center is the middle of a column.
func (g *grid) center(columns run, i int) float64 { return g.start(columns, i) + g.widths[i]/2 }

// row draws a row's label and cells.
func (g *grid) row(c *canvas, i int, columns run, y float64) {
	middle := y + g.heights[i]/2
	c.add(label().around(0, middle, Start, g.label(i))...)
	for j := columns.from; j < columns.to; j++ {
		c.add(g.cells.paint(i, j, g.center(columns, j), middle, g.widths[j])...)
	}
}

// legend explains the columns that are numbered, and below them the cells. It
// returns the lower edge.
func (g *grid) legend(c *canvas, columns run, y float64) (bottom float64) {
	var titles []key
	for i := columns.from; i < columns.to && g.coded; i++ {
		titles = append(titles, columnKey(i, g.columns[i]))
	}
	for _, keys := range [][]key{titles, g.keys} {
		if len(keys) > 0 {
			y = flow(c, keys, 0, g.width, y+6)
		}
	}
	return y
}

// columnKey names a column after its number.
func columnKey(i int, words string) key {
	digits := strconv.Itoa(i + 1)
	return key{
		draw:   func(x, y float64) []Shape { return number().around(x, y, Start, lineOf(digits)) },
		symbol: number().width(digits),
		words:  words,
	}
}
