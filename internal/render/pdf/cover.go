package pdf

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// Where things stand on a cover.
const (
	coverDrop  = 118 * Point // from the top of the text to the bar over the title
	barWidth   = 58 * Point
	barHeight  = 5 * Point
	belowBar   = 12 * Point
	factsGap   = 22 * Point // between the facts' two columns, at least
	factsSpace = 8 * Point  // between the facts and the rule over them
)

// cover sets a page of its own: a bar, the title, the first paragraph as
// subtitle, and the facts at the foot of the page.
func (s *setter) cover(blocks []ast.Node) {
	first := len(s.flow.strips)
	s.bar()
	subtitle, foot := true, -1
	for _, n := range blocks {
		switch n := n.(type) {
		case *ast.Paragraph:
			s.coverParagraph(n, subtitle)
			subtitle = false
		case *extension.Table:
			foot = s.factsOrTable(n)
		default:
			s.block(n, s.body())
		}
	}
	if foot >= 0 {
		s.sink(first, foot)
	}
}

// sink moves what begins with a strip of the cover, and all below it, to the
// foot of the page, if there is room.
func (s *setter) sink(first, foot int) {
	free := s.height()
	for _, strip := range s.flow.strips[first:] {
		free -= strip.before + strip.height
	}
	s.flow.strips[foot].before += max(free, 0)
}

// bar sets the cover's one ornament.
func (s *setter) bar() {
	bar := Rect{Box: Box{0, coverDrop, barWidth, barHeight}, Fill: s.Accent}
	s.flow.add(strip{height: coverDrop + barHeight + belowBar, items: []Item{{Mark: bar}}, keep: true})
}

func (s *setter) coverParagraph(n ast.Node, subtitle bool) {
	if !subtitle {
		s.paragraph(n, place{s.full(), s.Body, s.ParagraphSpace})
		return
	}
	spans := s.inline(n.FirstChild(), nil, s.reading(s.Subtitle, n))
	s.flow.addLines(s.lines(spans, s.full().width, left, headingAttempts()), 0, s.Subtitle)
	s.flow.space(s.BlockSpace)
}

// factsOrTable sets a table of the cover and returns its first strip.
func (s *setter) factsOrTable(n *extension.Table) int {
	first := len(s.flow.strips)
	if g := s.grid(n); g.isFacts() {
		s.facts(g)
	} else {
		s.table(n, s.body())
	}
	return first
}

// facts sets a table of labels and values without rules but for one over it.
func (s *setter) facts(g *grid) {
	g.gap, g.text, g.place = factsGap, s.Facts, s.full()
	g.eachCell(func(column int, c *cell) {
		for i := range c.spans {
			s.restyleFact(&c.spans[i], column)
		}
	})
	g.widths = s.factWidths(g)
	var strips []strip
	for _, r := range g.rows {
		strips = append(strips, g.rowStrips(r)...)
	}
	s.flow.space(s.BlockSpace + factsSpace)
	rule := Line{0, -factsSpace, s.full().width, -factsSpace, fineRule, s.Hairline, false}
	strips[0].items = append(strips[0].items, Item{Mark: rule})
	for _, strip := range strips {
		s.flow.add(strip)
	}
	s.flow.space(s.BlockSpace)
}

// isFacts reports whether a table is one of labels and values.
func (g *grid) isFacts() bool { return g.columns == 2 && g.head == nil && len(g.rows) > 0 }

// factWidths gives labels what they need, but at least the strip beside the
// running text and at most half the page, and values the rest.
func (s *setter) factWidths(g *grid) []Length {
	_, high := g.measure(asWords)
	room := s.full().width - g.gap
	labels := min(max(high[0], s.Indent-g.gap), room/2)
	return []Length{labels, room - labels}
}

// restyleFact sets labels in grey and values larger than in other tables.
func (s *setter) restyleFact(sp *span, column int) {
	sp.size = s.Facts.Size
	if column == 0 {
		sp.color = s.Caption.Color
	}
}
