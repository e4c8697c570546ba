package figure

import "strconv"

// A HeatMatrix shows how much something matters to someone, from 0 to 3, as
// figures in discs that grow and darken. All words come in the document's
// language.
type HeatMatrix struct {
	// Alt says in one or two sentences what the chart shows. A matrix that
	// needs several figures has "(1/2)" added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// MaxHeight of a figure in points; 0 is 640.
	MaxHeight float64
	// Corner is said above the rows' labels; it may be empty.
	Corner string
	// Columns are wrapped to at most five lines. Where words would have to
	// be cut for it, columns are numbered and named in the legend. When there
	// are more columns than fit, they go on in further figures.
	Columns []string
	Rows    []HeatRow
	// Scale says what 0 to 3 mean; empty ones are not explained.
	Scale [4]string
}

// A HeatRow is one row of the matrix.
type HeatRow struct {
	Label string
	// Values belong to the columns by their order. Missing ones, and those
	// that are not 0 to 3, are drawn as a dash: not answered.
	Values []int
}

// Draw draws the matrix: one figure, or several. Without rows or columns
// there is nothing to draw and it returns nil.
func (m HeatMatrix) Draw() []*Figure {
	g := &grid{
		alt: m.Alt, corner: m.Corner, columns: m.Columns, cells: discs(m.Rows),
		width: canvasWidth(m.Width), limit: canvasHeight(m.MaxHeight),
	}
	for _, r := range m.Rows {
		g.rows = append(g.rows, r.Label)
	}
	for value, words := range m.Scale {
		if clean(words) != "" {
			g.keys = append(g.keys, valueKey(value, words))
		}
	}
	return g.draw()
}

// discs are the cells of a heat matrix.
type discs []HeatRow

func (d discs) least(int, int, float64) float64 { return gridRow }

func (d discs) paint(row, column int, x, y, _ float64) []Shape {
	value := -1
	if values := d[row].Values; column < len(values) {
		value = values[column]
	}
	return disc(x, y, value)
}

// disc draws a value: the greater it is, the larger and darker the disc.
func disc(x, y float64, value int) []Shape {
	if value < 0 || value > 3 {
		return []Shape{label().at(x, y+label().rise(), Middle, "–")}
	}
	rim := Color{0x17, 0x34, 0x6B}
	fill := [...]Color{white(), {0xCB, 0xD9, 0xEC}, {0x44, 0x6D, 0xA6}, rim}[value]
	radius := [...]float64{4.8, 5.5, 6.3, 7.1}[value]
	words := number()
	if value >= 2 {
		words.color = white()
	}
	return []Shape{
		Rect{X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius, Fill: fill, Stroke: &rim, Radius: radius},
		words.at(x, y+words.rise(), Middle, strconv.Itoa(value)),
	}
}

// valueKey says what a value means.
func valueKey(value int, words string) key {
	return key{
		draw:   func(x, y float64) []Shape { return disc(x+7.5, y, value) },
		symbol: 15,
		words:  words,
	}
}
