package figure

import "sort"

// in reports whether a limb has leaves in a part of the tree.
func (l *limb) in(part run) bool { return l.leaves.from < part.to && part.from < l.leaves.to }

// firstIn is the number of the first limb that has leaves in a part of the
// tree, or of those that begin after it.
func firstIn(limbs []*limb, part run) int {
	return sort.Search(len(limbs), func(i int) bool { return part.from < limbs[i].leaves.to })
}

// height is what a limb needs, as far as it is in a part of the tree.
func (l *limb) height(part run) float64 {
	if l.below == nil {
		return l.card.height()
	}
	return max(l.card.height(), stacked(l.below, part)) + 2*l.air.around
}

// stacked is the height of limbs below each other.
func stacked(limbs []*limb, part run) float64 {
	total, between := 0.0, 0.0
	for _, l := range limbs[firstIn(limbs, part):] {
		if !l.in(part) {
			break
		}
		total += between + l.height(part)
		between = l.air.between
	}
	return total
}

// draw draws a part of the tree.
func (t *tree) draw(part run) *Figure {
	c := &canvas{}
	t.stack(c, t.limbs, part, 0)
	last := len(t.columns) - 1
	return c.figure(t.Alt, t.left(last)+t.columns[last], stacked(t.limbs, part))
}

// stack draws limbs below each other from y down, and returns the middles of
// their boxes.
func (t *tree) stack(c *canvas, limbs []*limb, part run, y float64) (middles []float64) {
	for _, l := range limbs {
		if l.in(part) {
			middles = append(middles, t.limb(c, l, part, y))
			y += l.height(part) + l.air.between
		}
	}
	return middles
}

// limb draws a limb from y down, its box amid those below it, and returns the
// middle of the box.
func (t *tree) limb(c *canvas, l *limb, part run, y float64) (middle float64) {
	height := l.height(part)
	ends := t.stack(c, l.below, part, y+(height-stacked(l.below, part))/2)
	middle = y + height/2
	if n := len(ends); n > 0 {
		half := l.card.height() / 2
		middle = min(max((ends[0]+ends[n-1])/2, y+half), y+height-half)
	}
	l.middle = middle
	k := l.card
	// A box without a level has no line to say it on.
	if l.leaves.from < part.from && k.head != "" {
		k.head = first(wrap(k.head+" "+t.Continued, k.headStyle(), k.room(), 1))
	}
	x := t.left(l.depth)
	join(c, x+k.width, middle, ends)
	c.add(k.paint(x, middle-k.height()/2)...)
	return middle
}

// join draws the lines from the right edge of a box to those at the ends.
func join(c *canvas, x, y float64, ends []float64) {
	if len(ends) == 0 {
		return
	}
	trunk := x + treeColumn/2
	c.horizontal(x, trunk, y, treeStrands, strong())
	c.vertical(trunk, min(y, ends[0]), max(y, ends[len(ends)-1]), treeStrands, strong())
	for _, end := range ends {
		c.horizontal(trunk, x+treeColumn, end, treeStrands, strong())
	}
}
