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
)

// fit chooses the table's place, its font size and the width of its columns,
// so that it never reaches over the margin. What costs the reader least comes
// first: a wider place, narrower gaps, smaller letters, divided words, and
// words broken anywhere.
func (g *grid) fit(preferred, widest column) {
	g.gap = g.ColumnGap
	low, high := g.measure(asWords)
	g.place = preferred
	if sum(high)+g.gaps() > preferred.width && preferred == g.setter.text() {
		g.place = widest
	}
	if !g.fits(low) {
		g.gap = min(narrowGap, g.place.width/Length(3*g.columns))
	}
	for _, try := range []struct {
		mode  mode
		floor Length
	}{{asWords, g.SmallestTable}, {asSyllables, tiniest}, {asLetters, shrinkStep}} {
		low, high = g.shrink(try.mode, try.floor)
		if g.fits(low) {
			break
		}
	}
	low, high = g.squeeze(low, high)
	g.widths = shared(low, high, g.place.width-g.gaps())
}

// squeeze makes a table of absurdly many columns as small as it must be.
func (g *grid) squeeze(low, high []Length) ([]Length, []Length) {
	if !g.fits(low) {
		g.resize(max(g.text.Size*(g.place.width-g.gaps())/sum(low), smallest))
		low, high = g.measure(asLetters)
	}
	return low, high
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
	g.eachCell(func(_ int, c cell) {
		for i := range c.spans {
			c.spans[i].size = max(c.spans[i].size*g.text.Size/before/10*10, smallest)
		}
	})
}

func (g *grid) eachCell(do func(column int, c cell)) {
	rows := g.rows
	if g.head != nil {
		rows = append([]row{*g.head}, rows...)
	}
	for _, r := range rows {
		for i, c := range r.cells {
			do(i, c)
		}
	}
}

// measure returns for each column the widest part that does not break, if
// words break as the mode says, and the widest cell on one line.
func (g *grid) measure(m mode) (low, high []Length) {
	low, high = make([]Length, g.columns), make([]Length, g.columns)
	g.eachCell(func(column int, c cell) {
		if len(c.spans) == 0 {
			return
		}
		p := g.prepare(c.spans, m, unbounded, c.align)
		low[column] = max(low[column], p.widest)
		high[column] = max(high[column], p.longest())
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
// part of it get what they like, so that short entries stay on one line; the
// others share the rest by how much more than the least they like.
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
