package figure

import "strconv"

// A grid is a matrix with rows and columns named at its edges: what all kinds
// of matrices have in common, and its measures. When there are more rows or
// columns than fit, it goes on in further figures.
type grid struct {
	alt, corner   string
	columns, rows []string
	keys          []key // explain the cells
	cells         cells

	width, limit float64
	left         float64
	widths       []float64 // of the columns
	runs         []run     // of the columns, a figure each
	coded        bool      // numbers stand for the columns' titles
	head         float64
	heights      []float64 // of the rows
}

// cells are what stands in a grid, by row and column.
type cells interface {
	// least is the height that a cell needs in a column of a width.
	least(row, column int, width float64) float64
	// paint draws a cell around a middle.
	paint(row, column int, x, y, width float64) []Shape
}

// Measures of a grid, in points.
const (
	gridRow     = 17.0
	columnLeast = 26.0
	columnMost  = 78.0
	columnPad   = 5.0 // between the titles of two columns
	columnLines = 5
)

// draw draws the grid: one figure, or several. Without rows or columns there
// is nothing to draw and it returns nil.
func (g *grid) draw() []*Figure {
	if len(g.columns) == 0 {
		return nil
	}
	g.measure()
	room := g.limit - g.head - g.legend(&canvas{}, run{0, len(g.columns)}, 0) - 8
	rows := spread(g.heights, room)
	var figures []*Figure
	for _, columns := range g.runs {
		for _, r := range rows {
			figures = append(figures, g.page(r, columns))
		}
	}
	return numbered(figures)
}

// measure gives the labels what they need, as far as the columns' words leave
// it: a quarter of the canvas always, 0.45 at the most. Columns are as wide as
// each other when no word of a title has to be cut for it, or else each by its
// words. When that leaves the labels too little they are numbered.
func (g *grid) measure() {
	g.left = min(g.labelNeed(), 0.45*g.width)
	needs, most, total := g.columnNeeds()
	least := min(g.left, 0.25*g.width)
	n := float64(len(needs))
	switch {
	case most <= columnMost && g.width-most*n >= least:
		g.left = min(g.left, g.width-most*n)
		g.even(len(needs))
	case g.width-total >= least:
		g.left = min(g.left, g.width-total)
		g.uneven(needs, (g.width-g.left-total)/n)
	default:
		g.coded = true
		g.even(int((g.width - g.left) / columnLeast))
	}
	for i := range g.rows {
		g.heights = append(g.heights, g.rowHeight(i))
	}
	g.head = g.headHeight()
}

// labelNeed is the width in which every label stands on one line.
func (g *grid) labelNeed() float64 {
	need := number().width(clean(g.corner))
	for _, words := range g.rows {
		need = max(need, label().width(clean(words)))
	}
	return need + 1 + columnGap
}

// columnNeeds are the widths in which no word of a title is cut.
func (g *grid) columnNeeds() (needs []float64, most, total float64) {
	for _, words := range g.columns {
		need := max(columnLeast, label().widestPiece(words)+columnPad)
		needs = append(needs, need)
		most = max(most, need)
		total += need
	}
	return needs, most, total
}

// even divides the columns among as few figures as hold them, so many each at
// most, all of one width.
func (g *grid) even(fits int) {
	n := len(g.columns)
	figures := (n + fits - 1) / fits
	each := (n + figures - 1) / figures
	for range n {
		g.widths = append(g.widths, min((g.width-g.left)/float64(each), columnMost))
	}
	for from := 0; from < n; from += each {
		g.runs = append(g.runs, run{from, min(from+each, n)})
	}
}

// uneven gives every column what it needs and some more.
func (g *grid) uneven(needs []float64, more float64) {
	for _, need := range needs {
		g.widths = append(g.widths, min(need+more, max(need, columnMost)))
	}
	g.runs = []run{{0, len(needs)}}
}

func (g *grid) label(i int) []string {
	return balanced(g.rows[i], label(), g.left-columnGap, labelLines)
}

func (g *grid) rowHeight(i int) float64 {
	height := max(gridRow, float64(len(g.label(i)))*label().leading()+5)
	for j, width := range g.widths {
		height = max(height, g.cells.least(i, j, width))
	}
	return height
}

// title breaks a column's title.
func (g *grid) title(i int) []string {
	if g.coded {
		return []string{strconv.Itoa(i + 1)}
	}
	return balanced(g.columns[i], label(), g.widths[i]-columnPad, columnLines)
}

func (g *grid) headHeight() float64 {
	most := len(wrap(g.corner, number(), g.left-columnGap, 1))
	for i := range g.columns {
		most = max(most, len(g.title(i)))
	}
	return float64(most)*label().leading() + 7
}
