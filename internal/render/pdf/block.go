package pdf

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/figure"
	"soknad/internal/render/pdf/fonts"
)

// A place is where and how a block is set: in which column, in which type,
// and how far its paragraphs stand apart.
type place struct {
	column
	text  Type
	apart Length
}

// body is the place of running text.
func (s *setter) body() place {
	return place{s.text(), s.Body, s.ParagraphSpace}
}

// blocks sets the blocks below a node.
func (s *setter) blocks(parent ast.Node, at place) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		s.block(n, at)
	}
}

func (s *setter) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		s.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		s.paragraph(n, at)
	case *ast.List:
		s.list(n, at)
	case *ast.Blockquote:
		s.quote(n, at)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		s.code(n, at)
	case *ast.ThematicBreak:
		s.thematicBreak(n, at)
	case *extension.Table:
		s.table(n, at)
	case *ast.HTMLBlock:
		s.htmlBlock(n)
	case *extension.FootnoteList: // stands at the foot of the pages
	case *ast.LinkReferenceDefinition: // says where links lead, shows nothing
	default:
		s.refuse(n.Kind().String(), position(n))
		s.blocks(n, at)
	}
}

// paragraph sets a paragraph, and the figures that stand between its words.
func (s *setter) paragraph(n ast.Node, at place) {
	start := n.FirstChild()
	for c := start; c != nil; c = c.NextSibling() {
		image, ok := c.(*ast.Image)
		if !ok || !s.doc.Shows(image) {
			continue
		}
		s.prose(n, start, c, at)
		s.figure(image)
		start = c.NextSibling()
	}
	s.prose(n, start, nil, at)
}

// prose sets the inline nodes of a paragraph from first up to end.
func (s *setter) prose(n, first, end ast.Node, at place) {
	spans := s.inline(first, end, s.reading(at.text, n))
	if len(spans) == 0 {
		return
	}
	s.flow.addLines(s.lines(spans, at.width, justified, paragraphAttempts()), at.x, at.text)
	if introduces(n, spans) {
		s.flow.keep(0)
	}
	s.flow.space(at.apart)
}

// introduces reports whether a paragraph ends in a colon and something other
// than a paragraph or heading follows.
func introduces(n ast.Node, spans []span) bool {
	next := n.NextSibling()
	if next == nil || !strings.HasSuffix(spans[len(spans)-1].text, ":") {
		return false
	}
	return next.Kind() != ast.KindHeading
}

// reading and display are the voices of running text and of tables and headings.
func (s *setter) reading(t Type, owner ast.Node) voice {
	return voice{face: fonts.Face{Family: s.Fonts.Text}, size: t.Size, color: t.Color, owner: owner}
}

func (s *setter) display(t Type, bold bool, owner ast.Node) voice {
	return voice{face: fonts.Face{Family: s.Fonts.Display, Bold: bold}, size: t.Size, color: t.Color, owner: owner}
}

// quote sets a blockquote smaller and inside the column.
func (s *setter) quote(n ast.Node, at place) {
	inner := at
	inner.column = at.inside(2 * at.text.Size)
	inner.width = max(inner.width-2*at.text.Size, min(inner.width, narrowest))
	inner.text = s.Quote
	s.flow.space(s.ParagraphSpace)
	s.blocks(n, inner)
	s.flow.space(s.ParagraphSpace)
}

// thematicBreak sets three dots in the middle of the column.
func (s *setter) thematicBreak(n ast.Node, at place) {
	s.flow.space(s.BlockSpace)
	mid, y := at.x+at.width/2, at.text.Leading/2
	var items []Item
	for _, dx := range []Length{-12 * Point, 0, 12 * Point} {
		dot := Rect{Box: Box{mid + dx - Point, y - Point, 2 * Point, 2 * Point}, Fill: s.Accent, Pattern: figure.Solid, Radius: Point}
		items = append(items, Item{dot, n})
	}
	s.flow.add(strip{height: at.text.Leading, items: items})
	s.flow.space(s.BlockSpace)
}

func (s *setter) htmlBlock(n *ast.HTMLBlock) {
	if !isComment(s.htmlOf(n)) {
		s.refuse("HTMLBlock", position(n))
	}
}

// htmlOf returns the HTML of a block.
func (s *setter) htmlOf(n *ast.HTMLBlock) string {
	html := string(n.Lines().Value(s.source))
	if n.HasClosure() {
		html += string(n.ClosureLine.Value(s.source))
	}
	return html
}
