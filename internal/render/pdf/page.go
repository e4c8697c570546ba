package pdf

import (
	"github.com/yuin/goldmark/ast"

	"soknad/internal/figure"
	"soknad/internal/render/pdf/fonts"
)

// A Page is what is painted on one sheet, in the order it is painted.
type Page struct {
	Items []Item
	// Turned says that the page is turned on its side.
	Turned bool
}

// An Item is a mark and what it stands for.
type Item struct {
	Mark
	// Owner is the node of the document's tree that the mark shows: the
	// innermost block, or the link within it. It is nil for an artifact:
	// header, footer, rules, leaders and repeated table headers.
	Owner ast.Node
}

// A Mark is one of Run, Rect, Line, Polygon, Photo and Link. Places are counted from
// the page's top left corner; y grows downwards.
type Mark interface {
	// Bounds returns the smallest box around the mark.
	Bounds() Box
	moved(dx, dy Length) Mark
}

// A Box is an upright rectangle.
type Box struct{ X, Y, W, H Length }

// A Run is words on one baseline in one face. Its characters are kerned by
// the face's own pairs.
type Run struct {
	X, Y  Length // Y is the baseline
	Size  Length
	Face  fonts.Face
	Color figure.Color
	Words string
	// Width is what the words take, without spaces at their end.
	Width Length
	// Extra is how much of Width was added to the spaces between the words
	// to fill the line; negative where they were drawn together.
	Extra Length
}

// A Rect is a filled rectangle, as in package figure.
type Rect struct {
	Box
	Fill    figure.Color
	Pattern figure.Pattern
	Stroke  *figure.Color // nil: no outline
	Radius  Length
}

// A Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 Length
	Width          Length
	Color          figure.Color
	Dashed         bool
}

// A Polygon is a closed, filled outline.
type Polygon struct {
	Points []Vertex
	Fill   figure.Color
}

// A Vertex is a corner of a polygon.
type Vertex struct{ X, Y Length }

// A Photo is an image of the applicant's, named as the text names it, stretched
// to a box.
type Photo struct {
	Box
	Name string
}

// A Link is an area that leads somewhere and paints nothing. URI is a web
// address in ASCII, or "#" and the anchor of a heading of the document.
type Link struct {
	Box
	URI string
}

// Bounds returns a box from the tallest letters to the deepest.
func (r Run) Bounds() Box { return Box{r.X, r.Y - r.Size*3/4, r.Width, r.Size} }

// Bounds returns the rectangle.
func (r Rect) Bounds() Box { return r.Box }

// Bounds returns the box around the stroke's middle.
func (l Line) Bounds() Box {
	x, y := min(l.X1, l.X2), min(l.Y1, l.Y2)
	return Box{x, y, max(l.X1, l.X2) - x, max(l.Y1, l.Y2) - y}
}

// Bounds returns the box around the corners.
func (p Polygon) Bounds() Box {
	if len(p.Points) == 0 {
		return Box{}
	}
	low, high := p.Points[0], p.Points[0]
	for _, v := range p.Points {
		low = Vertex{min(low.X, v.X), min(low.Y, v.Y)}
		high = Vertex{max(high.X, v.X), max(high.Y, v.Y)}
	}
	return Box{low.X, low.Y, high.X - low.X, high.Y - low.Y}
}

// Bounds returns the box that the image fills.
func (p Photo) Bounds() Box { return p.Box }

// Bounds returns the area.
func (l Link) Bounds() Box { return l.Box }

func (b Box) shifted(dx, dy Length) Box { return Box{b.X + dx, b.Y + dy, b.W, b.H} }

func (r Run) moved(dx, dy Length) Mark {
	r.X, r.Y = r.X+dx, r.Y+dy
	return r
}

func (p Photo) moved(dx, dy Length) Mark {
	p.Box = p.shifted(dx, dy)
	return p
}

func (r Rect) moved(dx, dy Length) Mark {
	r.Box = r.shifted(dx, dy)
	return r
}

func (l Line) moved(dx, dy Length) Mark {
	l.X1, l.Y1, l.X2, l.Y2 = l.X1+dx, l.Y1+dy, l.X2+dx, l.Y2+dy
	return l
}

func (p Polygon) moved(dx, dy Length) Mark {
	points := make([]Vertex, len(p.Points))
	for i, v := range p.Points {
		points[i] = Vertex{v.X + dx, v.Y + dy}
	}
	p.Points = points
	return p
}

func (l Link) moved(dx, dy Length) Mark {
	l.Box = l.shifted(dx, dy)
	return l
}
