package figure

import "fmt"

// A RiskMatrix shows how likely and how grave risks are, each from 1 to 5.
// All words come in the document's language.
type RiskMatrix struct {
	// Alt says in one or two sentences what the chart shows.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// Probability and Consequence name the axes.
	Probability, Consequence string
	// Likely and Grave name the steps 1 to 5 of each axis; the number of the
	// step is put before the name, which may be empty.
	Likely, Grave [5]string
	// Low, Medium and High are said in the cells.
	Low, Medium, High string
	// MediumFrom and HighFrom are the least products of probability and
	// consequence that are medium and high; 0 is 5 and 15.
	MediumFrom, HighFrom int
	// Risks stand in their cells in this order. One that is outside the
	// scale has no cell and is not drawn.
	Risks []Risk
}

// A Risk is named by a short mark, such as its number in a table of risks.
type Risk struct {
	Mark                     string
	Probability, Consequence int // 1–5
}

// Measures of the matrix, in points.
const (
	chipHeight = 11.5
	chipGap    = 2.5
	chipRows   = 8
	chipMost   = 40.0
	cellLeast  = 38.0
	cellPad    = 5.0
	cellSeam   = 1.5
	cellWord   = 11.0 // for the level, under the risks
)

// A matrix is a risk matrix with its places.
type matrix struct {
	RiskMatrix
	width      float64
	left, cell float64
	rows       [5][5][][]chip // by probability and consequence less one, then lines of chips
}

// Draw draws the matrix, with or without risks in it.
func (m RiskMatrix) Draw() *Figure {
	x := &matrix{RiskMatrix: m, width: canvasWidth(m.Width)}
	if m.MediumFrom == 0 {
		x.MediumFrom = 5
	}
	if m.HighFrom == 0 {
		x.HighFrom = 15
	}
	x.left = x.stepWidth() + columnGap
	x.cell = (x.width - x.left) / 5
	x.place()
	c := &canvas{}
	c.add(number().around(0, 6, Start, wrap(m.Probability, number(), x.width, 1))...)
	y := 14.0
	for p := 5; p >= 1; p-- {
		y = x.row(c, p, y)
	}
	return c.figure(m.Alt, x.width, x.axis(c, y)+2)
}

// step names a step of an axis by number and word.
func step(n int, word string) string { return clean(fmt.Sprintf("%d %s", n, word)) }

// stepWidth is what the names of the upright axis need, up to a quarter of
// the canvas.
func (m *matrix) stepWidth() float64 {
	need := 0.0
	for i, word := range m.Likely {
		need = max(need, label().width(step(i+1, word)))
	}
	return min(need+1, m.width/4)
}

// place puts every risk in its cell.
func (m *matrix) place() {
	var marks [5][5][]string
	for _, r := range m.Risks {
		p, q := r.Probability-1, r.Consequence-1
		if p >= 0 && p < 5 && q >= 0 && q < 5 {
			marks[p][q] = append(marks[p][q], r.Mark)
		}
	}
	for p := range 5 {
		for q := range 5 {
			m.rows[p][q] = chips(marks[p][q], m.cell-cellSeam-2*cellPad)
		}
	}
}

// row draws the cells of one probability from y down, and returns their
// lower edge.
func (m *matrix) row(c *canvas, probability int, y float64) (bottom float64) {
	height := cellLeast
	for _, lines := range m.rows[probability-1] {
		height = max(height, float64(len(lines))*(chipHeight+chipGap)+cellWord+cellPad)
	}
	name := balanced(step(probability, m.Likely[probability-1]), label(), m.left-columnGap, labelLines)
	c.add(label().around(0, y+height/2, Start, name)...)
	for q := 1; q <= 5; q++ {
		x := m.left + float64(q-1)*m.cell
		m.ground(c, box{x, y, x + m.cell - cellSeam, y + height - cellSeam}, probability*q)
		for i, line := range m.rows[probability-1][q-1] {
			c.add(paintChips(line, x+cellPad, y+cellPad+float64(i)*(chipHeight+chipGap))...)
		}
	}
	return y + height
}

// level returns the word, the fill and the colour of words of a product. From
// low to high the fills grow darker.
func (m *matrix) level(product int) (word string, fill, words Color) {
	switch {
	case product >= m.HighFrom:
		return m.High, Color{0x9E, 0x2B, 0x25}, white()
	case product >= m.MediumFrom:
		return m.Medium, Color{0xF2, 0xC4, 0x63}, ink()
	default:
		return m.Low, Color{0xE3, 0xEE, 0xE8}, ink()
	}
}

// ground draws a cell and says its level.
func (m *matrix) ground(c *canvas, b box, product int) {
	word, fill, color := m.level(product)
	st := style{7, false, color}
	rim := strong()
	c.add(Rect{X: b.x1, Y: b.y1, W: b.x2 - b.x1, H: b.y2 - b.y1, Fill: fill, Stroke: &rim})
	line := wrap(word, st, b.x2-b.x1-2*cellPad, 1)
	c.add(st.around(b.x2-cellPad, b.y2-cellWord/2-1, End, line)...)
}

// axis names the steps of the level axis and the axis itself, and returns the
// lower edge.
func (m *matrix) axis(c *canvas, y float64) (bottom float64) {
	var names [5][]string
	most := 0
	for i, word := range m.Grave {
		names[i] = balanced(step(i+1, word), label(), m.cell-columnGap/2, labelLines)
		most = max(most, len(names[i]))
	}
	for i, lines := range names {
		middle := y + 3 + float64(len(lines))*label().leading()/2
		c.add(label().around(m.left+float64(i)*m.cell, middle, Start, lines)...)
	}
	y += 3 + float64(most)*label().leading() + 8
	c.add(number().around(m.left, y, Start, wrap(m.Consequence, number(), m.width-m.left, 1))...)
	return y + number().leading()/2
}
