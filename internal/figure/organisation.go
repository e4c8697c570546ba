package figure

// An OrgChart shows who answers to whom in a project, from the contract
// partner down to the partners, with the supporters beside them. Units without
// words are left out. All words come in the document's language.
type OrgChart struct {
	// Alt says in one or two sentences what the chart shows.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// ContractPartner signs for the partnership, SteeringGroup takes the
	// decisions, ProjectManager carries them out, and Partnership is those
	// who do the work.
	ContractPartner, SteeringGroup, ProjectManager, Partnership OrgUnit
	// Supporters stand beside the partnership with round corners and at the
	// end of a dashed line, since they are no part of it.
	Supporters OrgUnit
}

// An OrgUnit is a box of the chart.
type OrgUnit struct {
	Title string // what it is, such as "Steering group"
	Head  string // who comes first in it, or how many there are; may be empty
	// Lines are those who belong to it, in as many columns as fit, each
	// wrapped to three lines. When there are more than sixty, the last says
	// how many are left: "+7".
	Lines []string
}

// Measures of the chart, in points.
const (
	orgLevel  = 20.0 // between levels, for the lines
	orgApart  = 30.0 // between the partnership and its supporters
	orgNarrow = 200.0
	orgShare  = 0.58 // of the width, for a partnership with supporters
)

// Draw draws the chart. Without a unit that has words there is nothing to draw
// and it returns nil.
func (o OrgChart) Draw() *Figure {
	width := canvasWidth(o.Width)
	var levels [][]*unit
	for _, u := range []*unit{
		newUnit(plainCard, o.ContractPartner, orgNarrow, width),
		newUnit(tintedCard, o.SteeringGroup, orgNarrow, width),
		newUnit(plainCard, o.ProjectManager, orgNarrow, width),
	} {
		if u != nil {
			levels = append(levels, []*unit{u})
		}
	}
	if last := o.last(width); len(last) > 0 {
		levels = append(levels, last)
	}
	if len(levels) == 0 {
		return nil
	}
	c := &canvas{}
	bottom := 0.0
	for i, units := range levels {
		bottom = level(c, units, width, bottom, i > 0)
	}
	return c.figure(o.Alt, width, bottom)
}

// last are the partnership and its supporters, as far as there are any.
func (o OrgChart) last(width float64) []*unit {
	left := (width - orgApart) * orgShare
	partners := newUnit(plainCard, o.Partnership, left, left)
	supporters := newUnit(roundCard, o.Supporters, width-orgApart-left, width-orgApart-left)
	switch {
	case supporters == nil && partners == nil:
		return nil
	case supporters == nil:
		return []*unit{newUnit(plainCard, o.Partnership, orgNarrow, width)}
	case partners == nil:
		return []*unit{supporters}
	}
	return []*unit{partners, supporters}
}

// level draws units side by side below the level that ends at y, the first
// joined to it, and returns their lower edge.
func level(c *canvas, units []*unit, width, y float64, joined bool) (bottom float64) {
	used, height := float64(len(units)-1)*orgApart, 0.0
	for _, u := range units {
		used += u.width
		height = max(height, u.height())
	}
	x := (width - used) / 2
	if joined {
		elbow(c, width/2, x+units[0].width/2, y, units[0].form == roundCard)
		y += orgLevel
	}
	for i, u := range units {
		if i > 0 {
			c.add(Line{X1: x - orgApart, Y1: y + height/2, X2: x, Y2: y + height/2, Width: treeStrands, Color: strong(), Dashed: true})
		}
		c.add(u.ground(x, y, height)...)
		c.add(u.say(x, y)...)
		x += u.width + orgApart
	}
	return y + height
}

// elbow draws the line from one level down to the next.
func elbow(c *canvas, x1, x2, y float64, dashed bool) {
	points := []Point{{x1, y}, {x1, y + orgLevel/2}, {x2, y + orgLevel/2}, {x2, y + orgLevel}}
	if snap(x1) == snap(x2) {
		points = []Point{{x1, y}, {x1, y + orgLevel}}
	}
	for i, p := range points[1:] {
		c.add(Line{X1: points[i].X, Y1: points[i].Y, X2: p.X, Y2: p.Y, Width: treeStrands, Color: strong(), Dashed: dashed})
	}
}
