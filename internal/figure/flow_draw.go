package figure

import "strconv"

// draw draws a part of the flow.
func (s *stream) draw(part run) *Figure {
	c := &canvas{}
	s.headings(c)
	height := s.height(part)
	s.tree.stack(c, s.tree.limbs, part, flowHead+(height-stacked(s.tree.limbs, part))/2)
	s.aside(c, part)
	s.bands(c, part, height)
	return c.figure(s.Alt, s.width, flowHead+height)
}

func (s *stream) headings(c *canvas) {
	lefts := [...]float64{0, s.tree.left(0), s.tree.left(1), s.tree.left(2)}
	ends := [...]float64{lefts[1], lefts[2], lefts[3], s.width}
	for i, words := range s.Columns {
		c.add(heading().around(lefts[i], flowHead/2-2, Start, wrap(words, heading(), ends[i]-lefts[i]-cardSide, 1))...)
	}
}

// bands draws the sources, evenly down a height, and the bands from each of
// them to the areas of a part.
func (s *stream) bands(c *canvas, part run, height float64) {
	free := height
	for i := range s.sources {
		free -= s.source(i, part).height()
	}
	ends := s.ends(part)
	each := free / float64(max(1, len(s.sources)))
	y := flowHead + each/2
	for i := range s.sources {
		k := s.source(i, part)
		s.leave(c, i, part, y+(k.height()-k.least)/2, ends)
		c.add(k.paint(0, y)...)
		y += k.height() + each
	}
}

// ends are where the next band into each area ends.
func (s *stream) ends(part run) []float64 {
	ends := make([]float64, len(s.tree.limbs))
	for i, l := range s.tree.limbs {
		if l.in(part) {
			ends[i] = l.middle - l.card.least/2
		}
	}
	return ends
}

// leave draws the numbers and bands that leave a source from y down.
func (s *stream) leave(c *canvas, source int, part run, y float64, ends []float64) {
	x := s.sources[source].width + 2 + s.digits
	for i, l := range s.tree.limbs {
		n := s.Sources[source].Into[i]
		if n == 0 || !l.in(part) {
			continue
		}
		slot, thick := s.slot(n), float64(n)*s.input
		c.add(number().around(x, y+slot/2, End, lineOf(strconv.Itoa(n)))...)
		c.add(strap(Point{x + 2, y + slot/2}, Point{s.tree.left(0), ends[i] + thick/2}, thick)...)
		ends[i] += thick
		y += slot
	}
}

// strap draws a band between the middles of its ends, with an edge.
func strap(from, to Point, thick float64) []Shape {
	const edge = 0.5
	shapes := []Shape{ribbon(from, to, thick, strong())}
	if thick > 2*edge {
		shapes = append(shapes, ribbon(from, to, thick-2*edge, Color{0xCB, 0xD9, 0xEC}))
	}
	return shapes
}

// ribbon is an area of even thickness that swings from one height to another.
func ribbon(from, to Point, thick float64, fill Color) Polygon {
	const steps = 16
	upper, lower := make([]Point, steps+1), make([]Point, steps+1)
	for i := range upper {
		t := float64(i) / steps
		x := from.X + (to.X-from.X)*t
		y := from.Y + (to.Y-from.Y)*t*t*(3-2*t)
		upper[i], lower[steps-i] = Point{x, y - thick/2}, Point{x, y + thick/2}
	}
	return Polygon{Points: append(upper, lower...), Fill: fill}
}

// aside joins boxes to what they serve beside the one they stand next to.
func (s *stream) aside(c *canvas, part run) {
	goals := map[string]*limb{}
	for _, area := range s.tree.limbs {
		for _, goal := range area.below {
			if goal.in(part) {
				goals[goal.box.ID] = goal
			}
		}
	}
	for _, area := range s.tree.limbs {
		for _, goal := range area.below {
			for _, activity := range goal.below {
				for _, id := range activity.box.Also {
					if to, ok := goals[id]; ok && activity.in(part) {
						s.dash(c, to, activity)
					}
				}
			}
		}
	}
}

// dash draws a dashed line from a goal to an activity.
func (s *stream) dash(c *canvas, goal, activity *limb) {
	x := s.tree.left(2)
	c.add(Line{
		X1: x - treeColumn, Y1: goal.aside(), X2: x, Y2: activity.aside(),
		Width: treeStrands, Color: lookOf(0).color, Dashed: true,
	})
}

// aside is where dashed lines meet the edge of a box: below its middle, and not
// below the box.
func (l *limb) aside() float64 { return l.middle + min(flowAside, l.card.height()/2) }
