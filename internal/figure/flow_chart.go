package figure

import (
	"fmt"
	"strconv"
)

// A Flow shows what came of what was said: from the sources on the left, as
// bands of so many inputs, into the areas, and from each area as a tree to its
// goals and what is done for them. All words come in the document's language.
type Flow struct {
	// Alt says in one or two sentences what the figure shows. A flow that
	// needs several figures has "(1/2)" added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4, and less
	// is not possible.
	Width float64
	// MaxHeight of a figure in points; 0 is 640.
	MaxHeight float64
	// Continued is said after the head of a box that an earlier figure shows
	// too, such as "(cont.)".
	Continued string
	// Columns are the headings above sources, areas, goals and activities.
	Columns [4]string
	Sources []FlowSource
	// Areas look like main goals, unless their kind is another. Below them
	// are goals, and below those are activities. What a box serves beside the
	// one it stands next to is joined to it with a dashed line, when both are
	// in the same figure.
	Areas []GoalBox
}

// A FlowSource is where inputs come from. Of more than ten, the last are drawn
// as one: "+7".
type FlowSource struct {
	Head, Title string
	// Into are the numbers of inputs that went into the areas, by their order.
	Into []int
}

// Measures of the flow, in points.
const (
	flowHead   = 15.0 // for the columns' headings
	flowSlot   = 7.6  // the least distance between numbers of inputs
	flowInput  = 3.0  // the thickness of one input, as far as flowMost allows
	flowMost   = 110.0
	flowGap    = 6.0 // between sources below each other
	flowMerged = 10
	flowGutter = 48.0 // between sources and areas
	flowLines  = 6    // of a source's title
	flowAside  = 5.0  // from the middle of a box to where dashed lines end
)

// A stream is a flow with its measures.
type stream struct {
	Flow
	tree    *tree
	sources []card
	width   float64 // of the canvas
	input   float64 // the thickness of one input
	digits  float64 // the width of the widest number of inputs
}

// Draw draws the flow: one figure, or several. Without areas there is nothing
// to draw and it returns nil.
func (f Flow) Draw() []*Figure {
	s := newStream(f)
	var figures []*Figure
	for _, part := range s.tree.parts(canvasHeight(f.MaxHeight)-flowHead, s.height) {
		figures = append(figures, s.draw(part))
	}
	return numbered(figures)
}

func newStream(f Flow) *stream {
	s := &stream{Flow: f, width: max(pageWidth, canvasWidth(f.Width))}
	s.Sources = merged(f.Sources, len(f.Areas))
	s.input = s.thickness()
	for _, source := range s.Sources {
		s.sources = append(s.sources, newCard(plainCard, source.Head, source.Title, s.column(0), flowLines))
		for _, n := range source.Into {
			s.digits = max(s.digits, number().width(strconv.Itoa(n)))
		}
	}
	s.tree = &tree{GoalTree: GoalTree{Alt: f.Alt, Continued: f.Continued}, from: s.column(0) + flowGutter, air: air{3, 1.2, 2.5}}
	s.tree.columns = []float64{s.column(1), s.column(2), s.column(3)}
	s.tree.limbs = s.tree.grow(f.Areas, 0)
	for i, l := range s.tree.limbs {
		l.card.least = s.into(i)
	}
	return s
}

// column is the width of a column's boxes: goals and activities have more words
// than sources and areas.
func (s *stream) column(i int) float64 {
	shares := [...]float64{0.2, 0.19, 0.275, 0.335}
	return shares[i] * (s.width - flowGutter - 2*treeColumn)
}

// merged counts the last of many sources as one, and gives every source as
// many counts as there are areas, none below nothing.
func merged(sources []FlowSource, areas int) []FlowSource {
	var list []FlowSource
	for i, source := range sources {
		if i < flowMerged {
			list = append(list, FlowSource{Head: source.Head, Title: source.Title, Into: make([]int, areas)})
		}
		last := &list[len(list)-1]
		for j := range min(areas, len(source.Into)) {
			last.Into[j] += max(0, source.Into[j])
		}
		if i >= flowMerged {
			last.Head, last.Title = fmt.Sprintf("+%d", len(sources)-flowMerged+1), ""
		}
	}
	return list
}

// thickness is that of one input: less when there are many in one place.
func (s *stream) thickness() float64 {
	most := 1
	totals := make([]int, len(s.Areas))
	for _, source := range s.Sources {
		sum := 0
		for i, n := range source.Into {
			sum += n
			totals[i] += n
			most = max(most, sum, totals[i])
		}
	}
	return min(flowInput, flowMost/float64(most))
}

// into is the thickness of all that goes into an area.
func (s *stream) into(area int) float64 {
	total := 0
	for _, source := range s.Sources {
		total += source.Into[area]
	}
	return float64(total) * s.input
}

// slot is the height that the start of a band needs beside its number.
func (s *stream) slot(n int) float64 {
	if n == 0 {
		return 0
	}
	return max(flowSlot, float64(n)*s.input)
}

// source is the card of a source, at least as high as what leaves it for the
// areas of a part needs.
func (s *stream) source(i int, part run) card {
	k := s.sources[i]
	for j, l := range s.tree.limbs {
		if l.in(part) {
			k.least += s.slot(s.Sources[i].Into[j])
		}
	}
	return k
}

// height is what a part of the flow needs, without the headings.
func (s *stream) height(part run) float64 {
	total := -flowGap
	for i := range s.sources {
		total += s.source(i, part).height() + flowGap
	}
	return max(0, total, stacked(s.tree.limbs, part))
}
