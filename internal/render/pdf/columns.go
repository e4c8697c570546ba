package pdf

import (
	"cmp"
	"slices"
)

// How tables are made to fit.
const (
	shrinkStep = 0.5 * Point  // how much smaller letters get at a time
	narrowGap  = 8 * Point    // between the columns of a crowded table
	tiniest    = 6.5 * Point  // the size at which words break anywhere
	smallest   = 0.01 * Point // of any letters, and the step of all sizes
	fewColumns = 3            // that may break lines rather than leave the text
)

// fit chooses the table's place, its font size and the width of its columns,
// so that it never reaches over the margin. What costs the reader least comes
// first: a wider place, narrower gaps, smaller letters, divided words, and
// words broken anywhere.
func (g *grid) fit(preferred, widest column) {
	g.gap = g.ColumnGap
	low, high := g.measure(asWords)
	g.place = preferred
	if preferred == g.setter.text() && g.isWide(low, high) {
		g.place = widest
	}
	if !g.fits(low) {
		g.gap = min(narrowGap, g.place.width/Length(3*g.columns))
	}
	low, high = g.shrink(asWords, g.SmallestTable)
	if g.fits(low) {
		g.divide(low, high)
	} else {
		g.crowd()
	}
}

// isWide reports whether a table needs more than the column of the running
// text. A table of few columns may rather break some of its lines.
func (g *grid) isWide(low, high []Length) bool {
	wish := sum(high) + g.gaps()
	if g.columns <= fewColumns {
		wish = wish * 2 / 3
	}
	return !g.fits(low) || wish > g.place.width
}

// divide shares the place out among columns whose words stay whole.
func (g *grid) divide(low, high []Length) {
	room := g.place.width - g.gaps()
	g.widths = shared(low, high, room)
	if sum(high) > room {
		b := balance{g.widths, low, g.lengths()}
		b.settle()
	}
}

// crowd shares the place out among columns of which not all can have their
// words whole: the narrow ones have.
func (g *grid) crowd() {
	low, _ := g.measure(asSyllables)
	g.crowded = !g.fits(low)
	low, _ = g.shrink(asSyllables, tiniest)
	if !g.fits(low) {
		low, _ = g.shrink(asLetters, shrinkStep)
	}
	if !g.fits(low) {
		g.resize(g.text.Size * (g.place.width - g.gaps()) / sum(low))
		low, _ = g.measure(asLetters)
	}
	words, _ := g.measure(asWords)
	g.widths = rationed(low, words, g.place.width-g.gaps())
}

func (g *grid) fits(low []Length) bool { return sum(low)+g.gaps() <= g.place.width }

// shrink makes letters smaller until the table fits or they reach a floor.
func (g *grid) shrink(m mode, floor Length) (low, high []Length) {
	low, high = g.measure(m)
	for !g.fits(low) && g.text.Size-shrinkStep >= floor {
		g.resize(g.text.Size - shrinkStep)
		low, high = g.measure(m)
	}
	return low, high
}

func (g *grid) gaps() Length { return g.gap * Length(g.columns-1) }

func sum(widths []Length) Length {
	total := Length(0)
	for _, w := range widths {
		total += w
	}
	return total
}

// resize sets the whole table in another font size.
func (g *grid) resize(size Length) {
	before := g.text.Size
	g.text.Size = max(size/10*10, smallest)
	g.text.Leading = g.text.Leading * g.text.Size / before
	g.eachCell(func(_ int, c *cell) {
		for i := range c.spans {
			c.spans[i].size = max(c.spans[i].size*g.text.Size/before/10*10, smallest)
		}
	})
}

// all returns the rows with the header first.
func (g *grid) all() []row {
	if g.head == nil {
		return g.rows
	}
	return append([]row{*g.head}, g.rows...)
}

func (g *grid) eachCell(do func(column int, c *cell)) {
	for _, r := range g.all() {
		for i := range r.cells {
			do(i, &r.cells[i])
		}
	}
}

// lengths returns what measure found every cell to be long on one line.
func (g *grid) lengths() [][]Length {
	var rows [][]Length
	for _, r := range g.all() {
		lengths := make([]Length, len(r.cells))
		for i, c := range r.cells {
			lengths[i] = c.length
		}
		rows = append(rows, lengths)
	}
	return rows
}

// measure returns for each column the widest part that does not break, if
// words break as the mode says, and the widest cell on one line.
func (g *grid) measure(m mode) (low, high []Length) {
	low, high = make([]Length, g.columns), make([]Length, g.columns)
	g.eachCell(func(column int, c *cell) {
		if len(c.spans) == 0 {
			return
		}
		p := g.prepare(c.spans, m, unbounded, c.align)
		low[column] = max(low[column], p.widest)
		c.length = p.longest()
		high[column] = max(high[column], c.length)
	})
	return low, high
}

// shared divides a width among columns that need at least low and would like
// high. If all get what they like, what is left over goes to every column in
// proportion, as long as the table nearly fills its place.
func shared(low, high []Length, width Length) []Length {
	most := sum(high)
	if most > width {
		return rationed(low, high, width)
	}
	widths := slices.Clone(high)
	if most > width*6/10 {
		for i := range widths {
			widths[i] = high[i] * width / most
		}
	}
	return widths
}

// rationed divides too small a width. Columns that like no more than an even
// part of it get what they like; the others share the rest by how much more
// than the least they like.
func rationed(low, high []Length, width Length) []Length {
	widths := slices.Clone(low)
	rest, spare := width, max(width-sum(low), 0)
	columns := byWidth(high)
	for len(columns) > 0 {
		i := columns[0]
		wish := high[i] - low[i]
		if high[i]*Length(len(columns)) > rest || wish > spare {
			break
		}
		widths[i] = high[i]
		rest, spare, columns = rest-high[i], spare-wish, columns[1:]
	}
	wishes := Length(0)
	for _, i := range columns {
		wishes += high[i] - low[i]
	}
	for _, i := range columns {
		widths[i] += (high[i] - low[i]) * spare / max(wishes, 1)
	}
	return widths
}

// byWidth returns the numbers of the columns, the narrowest first.
func byWidth(widths []Length) []int {
	columns := make([]int, len(widths))
	for i := range columns {
		columns[i] = i
	}
	slices.SortStableFunc(columns, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	return columns
}
