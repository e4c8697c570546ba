package figure

import (
	"cmp"
	"slices"
)

// A box is an upright rectangle by its edges, in points.
type box struct{ x1, y1, x2, y2 float64 }

// crosses reports whether an upright line meets the box.
func (b box) crosses(x, y1, y2 float64) bool {
	return x > b.x1 && x < b.x2 && max(y1, y2) > b.y1 && min(y1, y2) < b.y2
}

// A mark is the name of a milestone in the lane above it.
type mark struct {
	x     float64 // its middle
	half  float64 // half its width
	y     float64 // its baseline
	words string
}

// around is the room a mark takes.
func (m mark) around() box {
	return box{m.x - m.half - 0.5, m.y - 6.5, m.x + m.half + 0.5, m.y + 1.5}
}

// shapes draws a mark on a ground of paper, so that no line runs through it.
func (m mark) shapes() []Shape {
	b := m.around()
	return []Shape{
		Rect{X: b.x1, Y: b.y1, W: b.x2 - b.x1, H: b.y2 - b.y1, Fill: white()},
		markStyle().at(m.x, m.y, Middle, m.words),
	}
}

func markStyle() style { return style{7, false, ink()} }

// marks places the names of all milestones of a figure.
func (s *sheet) marks(bands []*band) []mark {
	var all []mark
	for _, b := range bands {
		if b.marked {
			all = append(all, s.lane(b)...)
		}
	}
	return all
}

// lane places the names of one row's milestones side by side, each as near
// to its diamond as its neighbours let it.
func (s *sheet) lane(b *band) []mark {
	const apart = 2.0
	var lane []mark
	used, room := 0.0, s.time.right+edge-s.time.left
	for _, m := range b.row.Milestones {
		words := clean(m.Mark)
		half := markStyle().width(words) / 2
		if words == "" || !s.time.holds(m.Date) || used+2*half+apart > room {
			continue
		}
		used += 2*half + apart
		lane = append(lane, mark{s.time.noon(m.Date), half, b.middle() - barHeight/2 - 2, words})
	}
	slices.SortStableFunc(lane, func(a, b mark) int { return cmp.Compare(a.x, b.x) })
	slots := make([]slot, len(lane))
	for i, m := range lane {
		slots[i] = slot{m.x, m.half + apart/2}
	}
	for i, x := range settle(slots, s.time.left, s.time.right+edge) {
		lane[i].x = x
	}
	return lane
}
