package pdf

import "soknad/internal/figure"

// Patterns are drawn over a fill in white, which shows on every colour that
// words can be read on.
const (
	hatchStep  = 4 * Point
	hatchWidth = 1.1 * Point
	dotStep    = 4 * Point // of one grid; a second one stands between its dots
	dotSize    = 1.5 * Point
	outline    = 0.6 * Point // of an area
	hollow     = 1 * Point   // of an area that has nothing else
)

// rect appends a rectangle with its pattern and outline.
func (c *content) rect(r Rect) {
	switch {
	case r.Pattern == figure.Hollow && r.Stroke == nil:
		c.stroke(r, r.Fill, hollow)
		return
	case r.Pattern == figure.Hollow:
		c.stroke(r, *r.Stroke, hollow)
		return
	}
	c.fillWith(r.Fill)
	c.path(r)
	c.op("f")
	c.pattern(r)
	if r.Stroke != nil {
		c.stroke(r, *r.Stroke, outline)
	}
}

func (c *content) stroke(r Rect, color figure.Color, width Length) {
	c.color("RG", color)
	c.op("w", width)
	c.path(r)
	c.op("S")
}

// path appends the outline of a rectangle, with round corners if it has a
// radius.
func (c *content) path(r Rect) {
	radius := min(r.Radius, r.W/2, r.H/2)
	bottom := c.height - r.Y - r.H
	if radius <= 0 {
		c.op("re", r.X, bottom, r.W, r.H)
		return
	}
	c.roundPath(r.X, bottom, r.X+r.W, bottom+r.H, radius)
}

// roundPath appends a rectangle whose corners are quarters of a circle.
func (c *content) roundPath(x0, y0, x1, y1, radius Length) {
	k := radius * 4477 / 10000 // from a corner to the handle of its curve
	c.op("m", x0+radius, y0)
	c.op("l", x1-radius, y0)
	c.op("c", x1-k, y0, x1, y0+k, x1, y0+radius)
	c.op("l", x1, y1-radius)
	c.op("c", x1, y1-k, x1-k, y1, x1-radius, y1)
	c.op("l", x0+radius, y1)
	c.op("c", x0+k, y1, x0, y1-k, x0, y1-radius)
	c.op("l", x0, y0+radius)
	c.op("c", x0, y0+k, x0+k, y0, x0+radius, y0)
	c.op("h")
}

// pattern draws a rectangle's pattern inside its outline.
func (c *content) pattern(r Rect) {
	if r.Pattern != figure.Hatch && r.Pattern != figure.Dots {
		return
	}
	c.op("q")
	c.path(r)
	c.op("W n")
	if r.Pattern == figure.Hatch {
		c.hatch(r.Box)
	} else {
		c.dots(r.Box)
	}
	c.op("Q")
}

// hatch draws lines that rise to the right.
func (c *content) hatch(b Box) {
	c.op("G", Point)
	c.op("w", hatchWidth)
	bottom := c.height - b.Y - b.H
	for x := b.X - b.H; x < b.X+b.W; x += hatchStep {
		c.op("m", x, bottom)
		c.op("l", x+b.H, bottom+b.H)
	}
	c.op("S")
}

// dots draws two grids of dots, the second between the dots of the first: as
// strokes without length and with round ends.
func (c *content) dots(b Box) {
	c.op("G", Point)
	c.op("w", dotSize)
	c.op("J", Point)
	for _, shift := range []Length{dotStep / 4, dotStep * 3 / 4} {
		for x := b.X + shift; x < b.X+b.W; x += dotStep {
			for y := b.Y + shift; y < b.Y+b.H; y += dotStep {
				c.op("m", x, c.height-y)
				c.op("l", x, c.height-y)
			}
		}
	}
	c.op("S")
}

func (c *content) line(l Line) {
	c.color("RG", l.Color)
	c.op("w", l.Width)
	if l.Dashed {
		c.buf = append(c.buf, "[2 1.5] 0 d\n"...)
	}
	c.op("m", l.X1, c.height-l.Y1)
	c.op("l", l.X2, c.height-l.Y2)
	c.op("S")
	if l.Dashed {
		c.buf = append(c.buf, "[] 0 d\n"...)
	}
}

func (c *content) polygon(p Polygon) {
	if len(p.Points) == 0 {
		return
	}
	c.fillWith(p.Fill)
	for i, v := range p.Points {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		c.op(operator, v.X, c.height-v.Y)
	}
	c.op("h f")
}
