package figure

import (
	"strconv"
)

// draw draws one page of the plan. The grid lies undermost, then arrows, then
// bars, then all that is read.
func (s *sheet) draw(pages [][]*band, page int) *Figure {
	bands := pages[page]
	bottom := stack(bands, headerHeight)
	c := &canvas{}
	s.grid(c, bands, bottom)
	s.header(c)
	marks := s.marks(bands)
	arrows := s.arrows(bands, s.origins(pages, page, bottom), marks)
	for _, a := range arrows {
		c.add(a.lines()...)
	}
	for _, b := range bands {
		c.add(s.bar(b)...)
	}
	for _, a := range arrows {
		c.add(a.head())
	}
	for _, b := range bands {
		c.add(s.diamonds(b)...)
		c.add(s.words(b)...)
	}
	for _, m := range marks {
		c.add(m.shapes()...)
	}
	if keys := s.keysOf(bands, len(arrows) > 0); len(keys) > 0 {
		bottom = flow(c, keys, 0, s.width(), bottom+6)
	}
	return c.figure(s.Alt, s.width(), bottom+2)
}

// stack puts bands below each other and returns the lower edge.
func stack(bands []*band, y float64) (bottom float64) {
	for _, b := range bands {
		b.y = y
		y += b.height
	}
	return y
}

// grid draws headings' grounds, the lines between rows, and the calendar's
// lines through all of them.
func (s *sheet) grid(c *canvas, bands []*band, bottom float64) {
	right := s.time.right
	for i, b := range bands {
		switch {
		case b.row == nil:
			c.add(Rect{X: 0, Y: b.y, W: right, H: b.height, Fill: tint()})
		case i > 0 && bands[i-1].row != nil:
			c.horizontal(0, right, b.y, 0.4, faint())
		}
	}
	for _, q := range s.time.spans(3) {
		c.vertical(q.x1, s.below(q), bottom, 0.4, faint())
	}
	for _, y := range s.time.spans(12) {
		c.vertical(y.x1, 0, yearHeight, 0.6, strong())
		c.vertical(y.x1, s.below(y), bottom, 0.6, strong())
	}
	c.vertical(right, 0, bottom, 0.6, strong())
	c.horizontal(0, right, headerHeight, 0.8, strong())
	c.horizontal(0, right, bottom, 0.8, strong())
}

// header names years and quarters, where there is room for the names.
func (s *sheet) header(c *canvas) {
	for _, y := range s.time.spans(12) {
		s.name(c, y, number(), yearHeight-3.5, strconv.Itoa(y.begins.Year()))
	}
	for i, q := range s.time.spans(3) {
		if i == 0 {
			q.x1 -= s.overhang()
		}
		s.name(c, q, aside(), headerHeight-3.5, s.quarter(q))
	}
}

// quarter names a quarter.
func (s *sheet) quarter(q span) string { return clean(s.Quarters[(q.begins.Month()-1)/3]) }

// overhang is how far to the left of the calendar the name of the first
// quarter begins, when only a little of that quarter is shown.
func (s *sheet) overhang() float64 {
	const most = 6
	quarters := s.time.spans(3)
	if len(quarters) == 0 {
		return 0
	}
	lack := aside().width(s.quarter(quarters[0])) + 1 - (quarters[0].x2 - quarters[0].x1)
	if lack <= 0 || lack > most {
		return 0
	}
	return lack
}

// below is where the line at the beginning of a span goes on below the years:
// not across the name of the first quarter.
func (s *sheet) below(p span) float64 {
	if p.x1 <= s.time.left && s.overhang() > 0 {
		return headerHeight
	}
	return yearHeight
}

// name sets a name in the middle of its span.
func (s *sheet) name(c *canvas, p span, st style, baseline float64, name string) {
	if name != "" && st.width(name) <= p.x2-p.x1-1 {
		c.add(st.at((p.x1+p.x2)/2, baseline, Middle, name))
	}
}

// words sets a band's label, and its pattern beside a heading.
func (s *sheet) words(b *band) []Shape {
	middle := b.y + b.height/2
	if b.row == nil {
		swatch := lookOf(b.group).area(1, middle-3.5, 7, 7)
		return append(swatch, heading().around(rowIndent, middle, Start, b.lines)...)
	}
	if len(b.lines) == 1 {
		middle = b.middle()
	}
	return label().around(rowIndent, middle, Start, b.lines)
}

// place returns where a row's bar is, and false when none of it is inside
// the period.
func (s *sheet) place(b *band) (at place, ok bool) {
	if b.row == nil || !b.row.dated() || s.before(b.row) || s.after(b.row) {
		return place{}, false
	}
	const narrowest = 2
	x1, x2 := s.time.x(b.row.Start), s.time.x(date(b.row.End).AddDate(0, 0, 1))
	x2 = min(max(x2, x1+narrowest), s.time.right)
	x1 = max(s.time.left, min(x1, x2-narrowest))
	y := b.middle() - barHeight/2
	return place{box{x1, y, x2, y + barHeight}, b.y, b.y + b.height}, true
}

// dated reports whether an activity has a period at all.
func (r *GanttRow) dated() bool { return !r.Start.IsZero() && !date(r.End).Before(date(r.Start)) }

func (s *sheet) before(r *GanttRow) bool { return date(r.End).Before(s.time.from) }
func (s *sheet) after(r *GanttRow) bool  { return !date(r.Start).Before(s.time.after) }

// bar draws a row's bar, or a triangle at the edge beyond which it is.
func (s *sheet) bar(b *band) []Shape {
	if at, ok := s.place(b); ok {
		return lookOf(b.group).area(at.x1, at.y1, at.x2-at.x1, barHeight)
	}
	switch {
	case b.row == nil || !b.row.dated():
		return nil
	case s.before(b.row):
		return pointer(s.time.left+1, b.middle(), 5)
	default:
		return pointer(s.time.right-1, b.middle(), -5)
	}
}

// pointer is a triangle with its point at x and its base so far from it. Like
// a diamond it has a rim of paper.
func pointer(x, y, base float64) []Shape {
	rim := base * 0.3
	return []Shape{
		Polygon{Points: []Point{{x - rim, y}, {x + base + rim, y - 5}, {x + base + rim, y + 5}}, Fill: white()},
		Polygon{Points: []Point{{x, y}, {x + base, y - 3}, {x + base, y + 3}}, Fill: ink()},
	}
}

// diamonds draws a row's milestones, and triangles for those outside the
// period.
func (s *sheet) diamonds(b *band) []Shape {
	if b.row == nil {
		return nil
	}
	var shapes []Shape
	for _, m := range b.row.Milestones {
		switch {
		case s.time.holds(m.Date):
			shapes = append(shapes, diamond(s.time.noon(m.Date), b.middle())...)
		case date(m.Date).Before(s.time.from):
			shapes = append(shapes, pointer(s.time.left+1, b.middle(), 5)...)
		default:
			shapes = append(shapes, pointer(s.time.right-1, b.middle(), -5)...)
		}
	}
	return shapes
}

// diamond draws a milestone with a rim of paper, so that it stands out from
// the bar.
func diamond(x, y float64) []Shape {
	at := func(half float64, fill Color) Shape {
		return Polygon{Points: []Point{{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}, Fill: fill}
	}
	return []Shape{at(diamondHalf+1, white()), at(diamondHalf, ink())}
}

// keys are the legend's, in order: milestone, dependency, outside.
func (s *sheet) keys() []key {
	return []key{
		{func(x, y float64) []Shape { return diamond(x+4, y) }, 8, s.Milestone},
		{func(x, y float64) []Shape {
			a := arrow{points: []Point{{x, y - 3}, {x + 8, y - 3}, {x + 8, y + 4}}}
			return append(a.lines(), a.head())
		}, 11, s.Dependency},
		{func(x, y float64) []Shape { return pointer(x+6, y, -5) }, 7, s.Outside},
	}
}

// keysOf returns the keys of the symbols that are in a figure and have words.
func (s *sheet) keysOf(bands []*band, arrows bool) []key {
	used := []bool{false, arrows, false}
	for _, b := range bands {
		if b.row == nil {
			continue
		}
		for _, m := range b.row.Milestones {
			inside := s.time.holds(m.Date)
			used[0] = used[0] || inside
			used[2] = used[2] || !inside
		}
		used[2] = used[2] || b.row.dated() && (s.before(b.row) || s.after(b.row))
	}
	var list []key
	for i, k := range s.keys() {
		if used[i] && clean(k.words) != "" {
			list = append(list, k)
		}
	}
	return list
}
