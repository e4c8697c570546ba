package figure

import "strconv"

// A CountMatrix shows how many there are of each sort: in every cell the
// number, and below it a mark for each, a filled square or an open ring. All
// words come in the document's language.
type CountMatrix struct {
	// Alt says in one or two sentences what the chart shows. A matrix that
	// needs several figures has "(1/2)" added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// MaxHeight of a figure in points; 0 is 640.
	MaxHeight float64
	// Corner is said above the rows' labels; it may be empty.
	Corner string
	// Columns are named as those of a HeatMatrix.
	Columns []string
	Rows    []CountRow
	// Filled and Open say what the marks mean; one that is empty is not
	// explained.
	Filled, Open string
}

// A CountRow is one row of the matrix. Counts belong to the columns by their
// order; where there are none the cell is empty.
type CountRow struct {
	Label  string
	Counts []Count
}

// A Count is how many there are of each mark. More than four hundred marks are
// not drawn in a cell; the number is right all the same.
type Count struct{ Filled, Open int }

// Draw draws the matrix: one figure, or several. Without rows or columns
// there is nothing to draw and it returns nil.
func (m CountMatrix) Draw() []*Figure {
	g := &grid{
		alt: m.Alt, corner: m.Corner, columns: m.Columns, cells: crowds(m.Rows),
		width: canvasWidth(m.Width), limit: canvasHeight(m.MaxHeight),
	}
	for _, r := range m.Rows {
		g.rows = append(g.rows, r.Label)
	}
	if clean(m.Filled) != "" {
		g.keys = append(g.keys, markKey(square, m.Filled))
	}
	if clean(m.Open) != "" {
		g.keys = append(g.keys, markKey(ring, m.Open))
	}
	return g.draw()
}

// Measures of a cell with marks, in points.
const (
	markSize  = 4.6
	markPitch = 6.2
	markWord  = 9.0 // for the number above the marks
	markPad   = 4.0
	marksMost = 400
)

// crowds are the cells of a count matrix.
type crowds []CountRow

// at returns a cell's count without what is less than none.
func (s crowds) at(row, column int) Count {
	if counts := s[row].Counts; column < len(counts) {
		return Count{max(0, counts[column].Filled), max(0, counts[column].Open)}
	}
	return Count{}
}

// marks is how many marks a cell has.
func (n Count) marks() int {
	return min(n.Filled, marksMost) + min(n.Open, marksMost-min(n.Filled, marksMost))
}

// abreast is how many marks stand beside each other.
func abreast(width float64) int { return max(1, int((width-markPad)/markPitch)) }

func (s crowds) least(row, column int, width float64) float64 {
	n, each := s.at(row, column).marks(), abreast(width)
	return markWord + float64((n+each-1)/each)*markPitch + 2*markPad
}

func (s crowds) paint(row, column int, x, y, width float64) []Shape {
	n := s.at(row, column)
	all, each := n.marks(), abreast(width)
	if all == 0 {
		return nil
	}
	lines := (all + each - 1) / each
	y -= (markWord + float64(lines)*markPitch) / 2
	shapes := []Shape{number().at(x, y+markWord/2+number().rise(), Middle, strconv.Itoa(n.Filled+n.Open))}
	x -= float64(min(all, each)) * markPitch / 2
	for i := range all {
		mark := square
		if i >= n.Filled {
			mark = ring
		}
		left, top := x+float64(i%each)*markPitch, y+markWord+float64(i/each)*markPitch
		shapes = append(shapes, mark(left+markPitch/2, top+markPitch/2))
	}
	return shapes
}

// square is the mark of what is counted first.
func square(x, y float64) Rect {
	return Rect{X: x - markSize/2, Y: y - markSize/2, W: markSize, H: markSize, Fill: lookOf(0).color}
}

// ring is the mark of what is counted last.
func ring(x, y float64) Rect {
	r, navy := square(x, y), lookOf(0).color
	r.Fill, r.Stroke, r.Radius = white(), &navy, markSize/2
	return r
}

// markKey says what a mark means.
func markKey(mark func(x, y float64) Rect, words string) key {
	return key{
		draw:   func(x, y float64) []Shape { return []Shape{mark(x+markSize/2, y)} },
		symbol: markSize,
		words:  words,
	}
}
