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
	h := newHeat(m)
	room := canvasHeight(m.MaxHeight) - h.head - h.legend(&canvas{}, run{0, len(m.Columns)}, 0) - 8
	rows := spread(h.heights, room)
	var figures []*Figure
	for from := 0; from < len(m.Columns) && h.each > 0; from += h.each {
		for _, r := range rows {
			figures = append(figures, h.draw(r, run{from, min(from+h.each, len(m.Columns))}))
		}
	}
	return numbered(figures)
}

// Measures of the matrix, in points.
const (
	discRow     = 17.0
	columnLeast = 26.0
	columnMost  = 78.0
	columnPad   = 5.0 // between the titles of two columns
	columnLines = 5
)

// A heat is a heat matrix with its measures.
type heat struct {
	HeatMatrix
	width        float64
	left, column float64
	each         int  // columns in a figure
	coded        bool // numbers stand for the columns' titles
	head         float64
	heights      []float64 // of the rows
}

// newHeat gives the labels what they need, as far as the columns' words leave
// it: a quarter of the canvas always, 0.45 at the most. When that leaves the
// columns too little, or a word is too long for any, they are numbered.
func newHeat(m HeatMatrix) *heat {
	h := &heat{HeatMatrix: m, width: canvasWidth(m.Width)}
	need := number().width(clean(m.Corner))
	for _, r := range m.Rows {
		need = max(need, label().width(clean(r.Label)))
	}
	h.left = min(need+1+columnGap, 0.45*h.width)
	words := h.columnNeed()
	room := h.width - words*float64(len(m.Columns))
	h.coded = words > columnMost || room < min(h.left, 0.25*h.width)
	if !h.coded {
		h.left = min(h.left, room)
	}
	h.share()
	for _, r := range m.Rows {
		lines := balanced(r.Label, label(), h.left-columnGap, labelLines)
		h.heights = append(h.heights, max(discRow, float64(len(lines))*label().leading()+5))
	}
	h.head = h.headHeight()
	return h
}

// columnNeed is the width of a column in which no word of a title is cut.
func (h *heat) columnNeed() float64 {
	need := columnLeast
	for _, words := range h.Columns {
		need = max(need, label().widestPiece(words)+columnPad)
	}
	return need
}

// share divides the columns among as few figures as hold them, evenly.
func (h *heat) share() {
	n := len(h.Columns)
	if n == 0 {
		return
	}
	fits := int((h.width - h.left) / columnLeast)
	figures := (n + fits - 1) / fits
	h.each = (n + figures - 1) / figures
	h.column = min((h.width-h.left)/float64(h.each), columnMost)
}

// title breaks a column's title.
func (h *heat) title(i int) []string {
	if h.coded {
		return []string{strconv.Itoa(i + 1)}
	}
	return balanced(h.Columns[i], label(), h.column-columnPad, columnLines)
}

func (h *heat) headHeight() float64 {
	most := len(wrap(h.Corner, number(), h.left-columnGap, 1))
	for i := range h.Columns {
		most = max(most, len(h.title(i)))
	}
	return float64(most)*label().leading() + 7
}

// draw draws some of the rows and columns.
func (h *heat) draw(rows, columns run) *Figure {
	c := &canvas{}
	right := h.left + float64(columns.to-columns.from)*h.column
	base := h.head - 4 - label().leading()/2
	c.add(number().around(0, base, Start, wrap(h.Corner, number(), h.left-columnGap, 1))...)
	for i := columns.from; i < columns.to; i++ {
		lines := h.title(i)
		middle := base - float64(len(lines)-1)*label().leading()/2
		c.add(label().around(h.center(i-columns.from), middle, Middle, lines)...)
	}
	c.horizontal(0, right, h.head, 0.8, strong())
	y := h.head
	for i := rows.from; i < rows.to; i++ {
		h.row(c, i, columns, y)
		y += h.heights[i]
		c.horizontal(0, right, y, 0.4, faint())
	}
	bottom := h.legend(c, columns, y)
	return c.figure(h.Alt, h.width, bottom+2)
}

// center is the middle of the i-th column of a figure.
func (h *heat) center(i int) float64 { return h.left + (float64(i)+0.5)*h.column }

// row draws a row's label and values.
func (h *heat) row(c *canvas, i int, columns run, y float64) {
	r := h.Rows[i]
	middle := y + h.heights[i]/2
	c.add(label().around(0, middle, Start, balanced(r.Label, label(), h.left-columnGap, labelLines))...)
	for j := columns.from; j < columns.to; j++ {
		value := -1
		if j < len(r.Values) {
			value = r.Values[j]
		}
		c.add(disc(h.center(j-columns.from), middle, value)...)
	}
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

// legend explains the columns that are numbered, and below them the values
// that have words. It returns the lower edge.
func (h *heat) legend(c *canvas, columns run, y float64) (bottom float64) {
	var titles, values []key
	for i := columns.from; i < columns.to && h.coded; i++ {
		titles = append(titles, columnKey(i, h.Columns[i]))
	}
	for value, words := range h.Scale {
		if clean(words) != "" {
			values = append(values, valueKey(value, words))
		}
	}
	for _, keys := range [][]key{titles, values} {
		if len(keys) > 0 {
			y = flow(c, keys, 0, h.width, y+6)
		}
	}
	return y
}

// valueKey says what a value means.
func valueKey(value int, words string) key {
	return key{
		draw:   func(x, y float64) []Shape { return disc(x+7.5, y, value) },
		symbol: 15,
		words:  words,
	}
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
