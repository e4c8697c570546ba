package figure

import "math"

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

func (c *canvas) add(shapes ...Shape) {
	for _, s := range shapes {
		c.shapes = append(c.shapes, snapped(s))
	}
}

// figure makes what was collected a figure.
func (c *canvas) figure(alt string, width, height float64) *Figure {
	return &Figure{Alt: alt, Width: snap(width), Height: snap(height), Shapes: c.shapes}
}

// snap rounds to hundredths of a point. Processors differ in the last bits of
// a product, and a painter that rounds must not see them: the nudge puts what
// is half a hundredth on the same side everywhere.
func snap(x float64) float64 {
	const nudge = 1e-6
	return math.Floor(x*100+0.5+nudge) / 100
}

// snapped snaps the corners of a shape.
func snapped(s Shape) Shape {
	switch s := s.(type) {
	case Rect:
		s.W, s.H = snap(snap(s.X+s.W)-snap(s.X)), snap(snap(s.Y+s.H)-snap(s.Y))
		s.X, s.Y, s.Radius = snap(s.X), snap(s.Y), snap(s.Radius)
		return s
	case Line:
		s.X1, s.Y1, s.X2, s.Y2 = snap(s.X1), snap(s.Y1), snap(s.X2), snap(s.Y2)
		return s
	case Text:
		s.X, s.Y = snap(s.X), snap(s.Y)
		return s
	case Polygon:
		points := make([]Point, len(s.Points))
		for i, p := range s.Points {
			points[i] = Point{snap(p.X), snap(p.Y)}
		}
		return Polygon{points, s.Fill}
	}
	return s
}

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
