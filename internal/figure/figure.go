// Package figure draws charts as plain shapes on a canvas, from plain inputs.
// It knows neither projects nor file formats: an SVG writer and the PDF
// painter each turn the same shapes into their own operators.
//
// Lengths are in points (1/72 inch); y grows downwards from the top edge.
// Nothing is told by colour alone (WCAG 1.4.1, F229): what differs in colour
// differs in pattern, shape or label too.
package figure

// A Figure is a finished drawing.
type Figure struct {
	// Alt says in one or two sentences what the figure shows, for people
	// who cannot see it.
	Alt string
	// Width and Height are the canvas's size in points.
	Width, Height float64
	// Shapes are painted in order, later over earlier.
	Shapes []Shape
}

// A Shape is one of Rect, Line, Polygon and Text.
type Shape interface{ shape() }

// A Color is red, green and blue, each 0–255.
type Color struct{ R, G, B uint8 }

// Pattern tells areas apart without colour.
type Pattern uint8

// The patterns.
const (
	Solid  Pattern = iota // filled evenly
	Hatch                 // lines rising to the right over the fill
	Dots                  // a grid of dots over the fill
	Hollow                // only the outline
)

// A Rect is a filled rectangle with an optional outline.
type Rect struct {
	X, Y, W, H float64
	Fill       Color
	Pattern    Pattern
	Stroke     *Color // nil: no outline
	Radius     float64
}

// A Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Color          Color
	Dashed         bool
}

// A Polygon is a closed, filled outline, such as a milestone's diamond or an
// arrow's head.
type Polygon struct {
	Points []Point
	Fill   Color
}

// A Point is a place on the canvas.
type Point struct{ X, Y float64 }

// Anchor says which point of a text its X is.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Text is one line of words on a baseline, in the document's sans-serif
// face.
type Text struct {
	X, Y   float64 // Y is the baseline
	Size   float64 // points
	Bold   bool
	Anchor Anchor
	Color  Color
	Words  string
}

func (Rect) shape()    {}
func (Line) shape()    {}
func (Polygon) shape() {}
func (Text) shape()    {}
