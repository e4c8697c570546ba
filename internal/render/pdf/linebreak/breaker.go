package linebreak

import (
	"cmp"
	"slices"
)

// What makes one set of breaks worse than another, beside the badness of its
// lines: the values are TeX's, but two hyphens in a row cost more.
const (
	lineCost         = 10    // of every line, so that fewer lines win
	doubleHyphenCost = 30000 // two lines in a row end in a hyphen
	lastHyphenCost   = 10000 // the last line but one ends in a hyphen
	contrastCost     = 10000 // a tight line beside a loose one
)

// infinite is the badness of a line that cannot be stretched enough.
const infinite = 1000000

// A Breaker walks over the items of a paragraph and keeps every break that may
// belong to the best set: the active nodes. It can be used for one paragraph
// after another.
type Breaker struct {
	items     []Item
	width     int
	tolerance int
	nodes     []node
	active    []int // indices of nodes, in the order they came
	sum       total // of the items before the one at hand
}

// A node is a break with the best way to reach it.
type node struct {
	at       int   // the item broken at; -1 before the paragraph
	first    int   // the item that begins the next line
	before   total // of the items before first
	class    int   // of the line that ends here
	hyphen   bool
	demerits int64
	previous int // index of the node before
}

// A total is the sum of widths, stretch and shrink of a row of items.
type total struct{ width, stretch, shrink int }

func (t total) plus(i Item) total {
	if i.Kind == Penalty {
		return t
	}
	return total{t.width + i.Width, t.stretch + i.Stretch, t.shrink + i.Shrink}
}

func (b *Breaker) begin(items []Item, width, tolerance int) {
	*b = Breaker{items: items, width: width, tolerance: tolerance, nodes: b.nodes[:0], active: b.active[:0]}
	b.nodes = append(b.nodes, node{at: -1, class: decent, previous: -1})
	b.settle(&b.nodes[0], 0)
	b.active = append(b.active, 0)
}

// settle finds where the line after a break begins: glue and penalties up to
// the next box or forced break vanish.
func (b *Breaker) settle(n *node, from int) {
	n.before = b.sum
	n.first = from
	for n.first < len(b.items) {
		item := b.items[n.first]
		if item.Kind == Box || item.Kind == Penalty && item.Cost <= Forced && n.first > n.at {
			return
		}
		n.before = n.before.plus(item)
		n.first++
	}
}

// legal reports whether a line may end at item i, and adds the item before
// it to the sum.
func (b *Breaker) legal(i int) bool {
	if i > 0 {
		b.sum = b.sum.plus(b.items[i-1])
	}
	switch item := b.items[i]; item.Kind {
	case Glue:
		return i > 0 && b.items[i-1].Kind == Box
	case Penalty:
		return item.Cost < Forbidden
	default:
		return false
	}
}

// try ends a line at item i from every active node, and reports whether the
// paragraph can still be broken.
func (b *Breaker) try(i int) bool {
	var best [classes]node
	var found [classes]bool
	forced := b.items[i].Cost <= Forced
	lost := -1
	kept := b.active[:0]
	for _, a := range b.active {
		bad, class, overfull := b.judge(b.nodes[a], i)
		if !overfull && !forced {
			kept = append(kept, a)
		} else {
			lost = a
		}
		if overfull || bad > b.tolerance {
			continue
		}
		n := b.reach(a, i, bad, class)
		if !found[class] || n.demerits < best[class].demerits {
			best[class], found[class] = n, true
		}
	}
	b.active = kept
	b.admit(best, found, i)
	if len(b.active) == 0 && b.tolerance >= Any {
		b.admit([classes]node{b.reach(lost, i, infinite, veryLoose)}, [classes]bool{true}, i)
	}
	return len(b.active) > 0
}

// admit makes nodes active.
func (b *Breaker) admit(best [classes]node, found [classes]bool, i int) {
	for class := range best {
		if found[class] {
			n := best[class]
			b.settle(&n, i)
			b.nodes = append(b.nodes, n)
			b.active = append(b.active, len(b.nodes)-1)
		}
	}
}

// judge says how bad the line from a node to item i is.
func (b *Breaker) judge(from node, i int) (bad, class int, overfull bool) {
	item := b.items[i]
	slack := b.width - (b.sum.width - from.before.width)
	if item.Kind == Penalty {
		slack -= item.Width
	}
	if slack >= 0 {
		bad := badness(slack, b.sum.stretch-from.before.stretch)
		return bad, looseness(bad), false
	}
	shrink := b.sum.shrink - from.before.shrink
	if -slack > shrink {
		return infinite, tight, true
	}
	bad = badness(-slack, shrink)
	return bad, tightness(bad), false
}

// reach makes the node of a break at item i that comes after node a.
func (b *Breaker) reach(a, i, bad, class int) node {
	item, from := b.items[i], b.nodes[a]
	d := square(lineCost+bad) + square(max(item.Cost, 0))
	switch last := i == len(b.items)-1; {
	case from.hyphen && item.Hyphen:
		d += doubleHyphenCost
	case from.hyphen && last:
		d += lastHyphenCost
	}
	if class-from.class > 1 || from.class-class > 1 {
		d += contrastCost
	}
	return node{at: i, class: class, hyphen: item.Hyphen, demerits: from.demerits + d, previous: a}
}

func square(n int) int64 { return int64(n) * int64(n) }

// lines follows the best active node back to the beginning.
func (b *Breaker) lines() []Line {
	var lines []Line
	for n := b.best(); n > 0; n = b.nodes[n].previous {
		first := b.nodes[b.nodes[n].previous].first
		lines = append(lines, Line{First: min(first, b.nodes[n].at), Break: b.nodes[n].at})
	}
	slices.Reverse(lines)
	return lines
}

// best returns the active node that was reached with the fewest demerits.
func (b *Breaker) best() int {
	return slices.MinFunc(b.active, func(x, y int) int {
		return cmp.Compare(b.nodes[x].demerits, b.nodes[y].demerits)
	})
}
