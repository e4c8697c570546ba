package figure

// A place is where a bar is, and the row it stands in.
type place struct {
	box
	rowTop, rowBottom float64
}

func (p place) middle() float64 { return (p.y1 + p.y2) / 2 }

// An arrow runs along its points; its head is at the last of them, pointing
// down or up.
type arrow struct {
	points []Point
	dashed bool
}

const (
	headLength = 3.6
	headHalf   = 2.2
	arrowWidth = 0.7
)

// down reports whether the arrow ends downwards.
func (a arrow) down() bool {
	n := len(a.points)
	return a.points[n-1].Y > a.points[n-2].Y
}

// lines draws all of the arrow but its head.
func (a arrow) lines() []Shape {
	points := append([]Point(nil), a.points...)
	last := &points[len(points)-1]
	if last.Y -= headLength; !a.down() {
		last.Y += 2 * headLength
	}
	var shapes []Shape
	for i, p := range points[1:] {
		from := points[i]
		shapes = append(shapes, Line{
			X1: from.X, Y1: from.Y, X2: p.X, Y2: p.Y,
			Width: arrowWidth, Color: muted(), Dashed: a.dashed,
		})
	}
	return shapes
}

// head draws the arrow's head.
func (a arrow) head() Shape {
	tip := a.points[len(a.points)-1]
	base := tip.Y + headLength
	if a.down() {
		base = tip.Y - headLength
	}
	return Polygon{Points: []Point{tip, {tip.X - headHalf, base}, {tip.X + headHalf, base}}, Fill: muted()}
}

// An origin is where the arrows from a row begin.
type origin struct {
	place
	far bool // in another figure
}

// origins returns the places of all rows with a bar as a page sees them: those
// on other pages are the edge of the grid that faces them.
func (s *sheet) origins(pages [][]*band, page int, bottom float64) map[string]origin {
	list := map[string]origin{}
	for i, bands := range pages {
		for _, b := range bands {
			at, ok := s.place(b)
			if !ok {
				continue
			}
			if _, seen := list[b.row.ID]; seen {
				continue
			}
			switch {
			case i < page:
				at = s.margin(headerHeight)
			case i > page:
				at = s.margin(bottom)
			}
			list[b.row.ID] = origin{at, i != page}
		}
	}
	return list
}

// margin is an edge of the grid, as if it were a bar that never ends.
func (s *sheet) margin(y float64) place {
	return place{box{s.time.left, y, s.time.right + 2*edge, y}, y, y}
}

// arrows routes the dependencies of a figure's rows.
func (s *sheet) arrows(bands []*band, origins map[string]origin, marks []mark) []arrow {
	r := &router{}
	for _, m := range marks {
		r.marks = append(r.marks, m.around())
	}
	for _, b := range bands {
		if at, ok := s.place(b); ok {
			r.bars = append(r.bars, at.box)
		}
	}
	for _, b := range bands {
		if to, ok := s.place(b); ok {
			r.connect(b.row, origins, to)
		}
	}
	return r.arrows
}

// A router finds ways for arrows past what is already drawn.
type router struct {
	bars, marks []box
	arrows      []arrow
}

// connect routes the arrows to a row from those it depends on.
func (r *router) connect(row *GanttRow, origins map[string]origin, to place) {
	for _, id := range row.After {
		if from, known := origins[id]; known && id != row.ID {
			r.route(from.place, to, from.far)
		}
	}
}

// route draws an arrow from the end of one bar to the beginning of another.
// When the other begins too early for that, it leaves from the lower or upper
// edge of the first.
func (r *router) route(from, to place, dashed bool) {
	if from.middle() == to.middle() {
		return
	}
	points := r.early(from, to)
	if to.x1 >= from.x2-5 && to.x2-1.5 >= from.x2+1.5 {
		points = r.onTime(from, to)
	}
	r.arrows = append(r.arrows, arrow{points, dashed})
}

// onTime goes right from the end of a bar and then up or down to the other.
func (r *router) onTime(from, to place) []Point {
	y, end := from.middle(), to.near(from)
	most := to.x2 - 1.5
	x := r.channel(min(max(to.x1+3, from.x2+2), most), most, y, end)
	return []Point{{from.x2, y}, {x, y}, {x, end}}
}

// early goes up or down from the edge of a bar, aside between the rows if it
// must, and on to the other.
func (r *router) early(from, to place) []Point {
	begin, between, end := from.y2, from.rowBottom, to.near(from)
	if to.middle() < from.middle() {
		begin, between = from.y1, from.rowTop
	}
	most := max(to.x2-1.5, (to.x1+to.x2)/2)
	x := r.channel(min(to.x1+3, most), most, begin, end)
	inside := min(2, (from.x2-from.x1)/2)
	leave := min(max(x, from.x1+inside), from.x2-inside)
	if leave == x {
		return []Point{{x, begin}, {x, end}}
	}
	return []Point{{leave, begin}, {leave, between}, {x, between}, {x, end}}
}

// near is the edge of a bar that faces another.
func (p place) near(from place) float64 {
	if p.middle() > from.middle() {
		return p.y1
	}
	return p.y2
}

// channel chooses where between two x an arrow goes up or down: the first
// place where it meets the fewest marks, arrows of others, and bars.
func (r *router) channel(least, most, y1, y2 float64) float64 {
	const step, tries = 2.5, 12
	best, lowest := least, r.cost(least, y1, y2)
	for i := 1; i < tries && least+step*float64(i) <= most; i++ {
		x := least + step*float64(i)
		if c := r.cost(x, y1, y2) + i; c < lowest {
			best, lowest = x, c
		}
	}
	return best
}

// cost weighs what an upright line runs over.
func (r *router) cost(x, y1, y2 float64) int {
	cost := 0
	for _, m := range r.marks {
		if m.crosses(x, y1, y2) {
			cost += 1000
		}
	}
	for _, b := range r.bars {
		if b.crosses(x, y1, y2) {
			cost += 6
		}
	}
	for _, a := range r.arrows {
		cost += a.nearness(x, y1, y2)
	}
	return cost
}

// nearness is the cost of running beside an arrow that ends somewhere else;
// arrows to the same end may join.
func (a arrow) nearness(x, y1, y2 float64) int {
	tip := a.points[len(a.points)-1]
	if tip.Y == y2 && tip.X == x {
		return -1
	}
	from := a.points[len(a.points)-2]
	if (box{tip.X - 3.4, min(tip.Y, from.Y), tip.X + 3.4, max(tip.Y, from.Y)}).crosses(x, y1, y2) {
		return 20
	}
	return 0
}
