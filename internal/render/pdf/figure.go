package pdf

import (
	"github.com/yuin/goldmark/ast"

	"soknad/internal/figure"
	"soknad/internal/render/pdf/fonts"
)

// figure sets a drawing or an image with its caption below, which is the
// image's alternative text. What is too wide or too high is made smaller.
// Unless it is kept with what stands before it, it may float to the next page,
// and what follows fills the page at hand.
func (s *setter) figure(n *ast.Image) {
	caption := s.captionOf(n)
	room := max(s.height()-Length(len(caption)+1)*s.Caption.Leading-s.BlockSpace, s.height()/4)
	d, column := s.drawn(n, room)
	s.flow.space(s.BlockSpace)
	s.flow.add(strip{height: d.height, items: d.items, keep: len(caption) > 0, floats: !s.flow.kept()})
	s.flow.space(s.Caption.Leading / 2)
	last := len(s.flow.strips)
	s.flow.addKept(caption, column.x, s.Caption)
	if len(s.flow.strips) > last {
		s.flow.strips[len(s.flow.strips)-1].keep = false
	}
	s.flow.space(s.BlockSpace + s.ParagraphSpace)
}

// drawn draws what an image shows in no more than some height, and returns the
// column that it stands in.
func (s *setter) drawn(n *ast.Image, room Length) (*drawing, column) {
	name := string(n.Destination)
	if f := s.doc.Figures[name]; f != nil {
		w, h := fromPoints(f.Width), fromPoints(f.Height)
		d, c := s.newDrawing(n, w, h, room)
		for _, shape := range f.Shapes {
			d.shape(shape)
		}
		return d, c
	}
	p := s.doc.Pictures[name]
	d, c := s.newDrawing(n, Length(p.Width)*pixel, Length(p.Height)*pixel, room)
	d.add(Photo{Box{W: d.width, H: d.height}, name})
	return d, c
}

// pixel is how large a pixel of an image is shown, where there is room: 150
// are an inch.
const pixel = 72 * Point / 150

func (s *setter) captionOf(n *ast.Image) []line {
	// The caption's owner is not the image, which the drawing stands for, but
	// its words.
	spans := s.inline(n.FirstChild(), nil, s.display(s.Caption, false, n.FirstChild()))
	if len(spans) == 0 {
		spans = s.plain(string(n.Title), s.display(s.Caption, false, n))
	}
	return s.lines(spans, s.text().width, left, cellAttempts())
}

// A drawing is a figure scaled to the page.
type drawing struct {
	*setter
	x             Length
	numerator     Length // the scale is numerator/denominator, at most 1
	denominator   Length
	width, height Length
	owner         ast.Node
	items         []Item
}

// newDrawing makes room for a drawing of some width and height.
func (s *setter) newDrawing(owner ast.Node, w, h, room Length) (*drawing, column) {
	w, h = max(w, 1), max(h, 1)
	c := s.text()
	if w > c.width {
		c = s.full()
	}
	d := &drawing{setter: s, x: c.x, numerator: 1, denominator: 1, owner: owner}
	if w > c.width {
		d.numerator, d.denominator = c.width, w
	}
	if h*d.numerator > room*d.denominator {
		d.numerator, d.denominator = room, h
	}
	d.width, d.height = w*d.numerator/d.denominator, h*d.numerator/d.denominator
	return d, c
}

// to scales a length of the figure.
func (d *drawing) to(points float64) Length {
	return fromPoints(points) * d.numerator / d.denominator
}

func (d *drawing) add(m Mark) {
	d.items = append(d.items, Item{m.moved(d.x, 0), d.owner})
}

func (d *drawing) shape(shape figure.Shape) {
	switch sh := shape.(type) {
	case figure.Rect:
		box := Box{d.to(sh.X), d.to(sh.Y), d.to(sh.W), d.to(sh.H)}
		d.add(Rect{box, sh.Fill, sh.Pattern, sh.Stroke, d.to(sh.Radius)})
	case figure.Line:
		d.add(Line{d.to(sh.X1), d.to(sh.Y1), d.to(sh.X2), d.to(sh.Y2), d.to(sh.Width), sh.Color, sh.Dashed})
	case figure.Polygon:
		var points []Vertex
		for _, p := range sh.Points {
			points = append(points, Vertex{d.to(p.X), d.to(p.Y)})
		}
		d.add(Polygon{points, sh.Fill})
	case figure.Text:
		d.text(sh)
	}
}

// text sets one line of a figure's words.
func (d *drawing) text(t figure.Text) {
	v := voice{face: fonts.Face{Family: fonts.Sans, Bold: t.Bold}, size: max(d.to(t.Size)/10*10, smallest), color: t.Color}
	for _, l := range d.lines(d.plain(t.Words, v), unbounded, left, headingAttempts()) {
		shift := Length(0)
		switch t.Anchor {
		case figure.Middle:
			shift = l.width / 2
		case figure.End:
			shift = l.width
		}
		for _, item := range l.items(d.to(t.X)-shift, d.to(t.Y)) {
			d.add(item.Mark)
		}
	}
}

// unbounded is the width of a line that must not break.
const unbounded = 1e6 * Point
