package figure

// A style is how words are set. Sizes are 7 points and more, the least that
// is read with ease in print.
type style struct {
	size  float64 // points
	bold  bool
	color Color
}

func heading() style { return style{8, true, ink()} }
func label() style   { return style{7.5, false, ink()} }
func number() style  { return style{7.5, true, ink()} }
func aside() style   { return style{7, false, muted()} }

// width returns the width of words in points.
func (s style) width(words string) float64 { return TextWidth(words, s.size, s.bold) }

// leading is the distance between baselines in points.
func (s style) leading() float64 { return s.size * 1.2 }

// rise is how far below its middle a line of figures has its baseline.
func (s style) rise() float64 { return s.size * 0.33 }

// at sets words with their baseline at y.
func (s style) at(x, y float64, a Anchor, words string) Text {
	return Text{X: x, Y: y, Size: s.size, Bold: s.bold, Anchor: a, Color: s.color, Words: words}
}

// around sets lines as a block with its middle at the given height.
func (s style) around(x, middle float64, a Anchor, lines []string) []Shape {
	shapes := make([]Shape, len(lines))
	y := middle + s.rise() - float64(len(lines)-1)*s.leading()/2
	for i, words := range lines {
		shapes[i] = s.at(x, y, a, words)
		y += s.leading()
	}
	return shapes
}

// widestOf returns the width in points of the widest words.
func (s style) widestOf(words []string) float64 {
	var most float64
	for _, w := range words {
		most = max(most, s.width(w))
	}
	return most
}

// A canvas collects shapes in the order in which they are painted.
type canvas struct {
	shapes []Shape
}

func (c *canvas) add(shapes ...Shape) { c.shapes = append(c.shapes, shapes...) }

// horizontal and vertical draw hairlines.
func (c *canvas) horizontal(x1, x2, y, width float64, color Color) {
	c.add(Line{X1: x1, Y1: y, X2: x2, Y2: y, Width: width, Color: color})
}

func (c *canvas) vertical(x, y1, y2, width float64, color Color) {
	c.add(Line{X1: x, Y1: y1, X2: x, Y2: y2, Width: width, Color: color})
}

// pageWidth is the text width of an A4 page, in points.
const pageWidth = 460

// canvasWidth returns the width asked for, kept to what a chart can be drawn
// in: 300 to 2000 points. Nothing asked is the text width of an A4 page.
func canvasWidth(asked float64) float64 {
	if asked == 0 || asked != asked {
		return pageWidth
	}
	return min(max(asked, 300), 2000)
}
