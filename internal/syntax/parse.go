package syntax

import (
	"bytes"
	"maps"
	"slices"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// The limits of one file, beside MaxFileSize.
const (
	maxDepth = 64
	maxNodes = 100_000
)

// Parse reads a YAML file. It returns a partial tree rather than none: an
// empty mapping for a file that holds nothing, and one that has lost its parts
// for a file that cannot be read at all.
func Parse(f *source.File) (*Node, diag.List) {
	text, list := CheckText(f)
	if text == nil {
		return &Node{Kind: Mapping, Truncated: true, span: f.Span(0, 0)}, list
	}
	text, documents, gaps, found := mend(f, text)
	list.Add(found...)
	p := parser{file: f, text: text, index: source.NewFile(f.Name, text)}
	root := p.document(documents)
	if root == nil {
		root = &Node{Kind: Mapping, span: f.Span(0, 0)}
	}
	list.Add(p.list...)
	for _, g := range gaps {
		truncate(root, f, g)
	}
	return root, list
}

// truncate marks what lost a part to a gap: of the nodes that were being
// written there, those whose keys or entries begin in the columns in which the
// blanked lines begin, or else the innermost of all, and the innermost that
// begins further to the left. A value of which nothing is left cannot be used.
func truncate(root *Node, f *source.File, g gap) {
	lost := columns(f, g)
	found := false
	var left, innermost *Node
	for n := root; n != nil; n = lastBefore(n, g.start) {
		if n.Kind == Null {
			n.Kind = Broken
		}
		if n.IsScalar() {
			break
		}
		innermost = n
		column := n.span.First().Column
		if lost[column] {
			n.Truncated, found = true, true
		}
		if len(lost) > 0 && column < slices.Min(slices.Collect(maps.Keys(lost))) {
			left = n
		}
	}
	for _, n := range []*Node{innermost, left} {
		if !found && n != nil {
			n.Truncated = true
		}
	}
}

// columns returns the columns in which the lines of a gap begin.
func columns(f *source.File, g gap) map[int]bool {
	found := map[int]bool{}
	last := f.Position(max(g.end-1, g.start)).Line
	for n := f.Position(g.start).Line; n <= last; n++ {
		if line := f.Line(n); !isBlank(line) {
			found[1+width(line)] = true
		}
	}
	return found
}

func lastBefore(n *Node, offset int) *Node {
	var last *Node
	for _, f := range n.Fields {
		if f.Key.span.Start < offset {
			last = f.Value
		}
	}
	for _, item := range n.Items {
		if item.span.Start < offset {
			last = item
		}
	}
	return last
}

// A parser turns the library's tree into ours.
type parser struct {
	file  *source.File
	text  []byte       // what the library reads: the file's text, mended
	index *source.File // the same text with its lines
	list  diag.List
	crowd crowd // of hidden characters
	nodes int
	last  cursor // where the last node was found
}

// A cursor is a position with its offset.
type cursor struct {
	at     source.Position
	offset int
}

// document reads the first document and refuses any further one.
func (p *parser) document(documents []*yaml.Node) *Node {
	if len(documents) == 0 || len(documents[0].Content) == 0 {
		return nil
	}
	root := p.node(documents[0].Content[0], 1)
	if root.Kind == Null && root.span.Start == root.span.End {
		root = nil // Nothing but the --- that begins a document.
	}
	if len(documents) > 1 && len(documents[1].Content) > 0 {
		p.secondDocument(p.offset(documents[1].Content[0]))
	}
	return root
}

// secondDocument reports the line that ends the first document, where the
// next one holds something.
func (p *parser) secondDocument(at int) {
	if i := bytes.LastIndex(p.text[:at], []byte("---")); i >= 0 {
		at = i
	}
	p.list.Add(diag.New(codeDocuments, diag.Error, p.file.Span(at, lineEnd(p.text, at)),
		"a second document begins here; everything after it would be left out").
		Hint("delete this line, or move what follows into a file of its own"))
}

// offset returns where the library says a node starts. It goes on from the
// last node on the same line, so that a long line is walked once.
func (p *parser) offset(n *yaml.Node) int {
	at := source.Position{Line: n.Line, Column: n.Column}
	if at.Line != p.last.at.Line || at.Column < p.last.at.Column {
		p.last = cursor{at: at, offset: p.index.Offset(at)}
		return p.last.offset
	}
	for ; p.last.at.Column < at.Column && p.last.offset < len(p.text); p.last.at.Column++ {
		_, size := utf8.DecodeRune(p.text[p.last.offset:])
		p.last.offset += size
	}
	return p.last.offset
}

func (p *parser) node(n *yaml.Node, depth int) *Node {
	p.nodes++
	start := p.offset(n)
	if p.nodes > maxNodes || depth > maxDepth {
		p.tooMuch(start, depth)
		return p.broken(start, start)
	}
	if n.Kind == yaml.AliasNode {
		return p.alias(n, start)
	}
	start = p.properties(n, start)
	switch n.Kind {
	case yaml.MappingNode:
		return p.mapping(n, start, depth)
	case yaml.SequenceNode:
		return p.sequence(n, start, depth)
	default:
		return p.scalar(n, start)
	}
}

func (p *parser) broken(start, end int) *Node {
	return &Node{Kind: Broken, span: p.file.Span(start, end)}
}

// tooMuch reports each limit once.
func (p *parser) tooMuch(start, depth int) {
	if p.nodes == maxNodes+1 {
		p.list.Add(diag.New(codeLimit, diag.Error, p.file.Span(start, start),
			"the file holds more than %d values", maxNodes).Hint("move a part of it into a file of its own"))
	}
	if depth == maxDepth+1 && p.nodes <= maxNodes {
		p.list.Add(diag.New(codeLimit, diag.Error, p.file.Span(start, start),
			"lists and mappings stand more than %d levels deep inside each other", maxDepth))
	}
}

func (p *parser) alias(n *yaml.Node, start int) *Node {
	end := start + 1 + len(n.Value)
	p.list.Add(diag.New(codeAnchor, diag.Error, p.file.Span(start, end), "the alias *%s is not allowed here", n.Value).
		Hint("write the value itself again"))
	return p.broken(start, end)
}

// properties reports an anchor and a tag before a node, and returns where the
// node itself starts.
func (p *parser) properties(n *yaml.Node, start int) int {
	tagged := n.Style&yaml.TaggedStyle != 0
	for (n.Anchor != "" || tagged) && start < len(p.text) && (p.text[start] == '&' || p.text[start] == '!') {
		end := start
		for end < len(p.text) && !isSpace(rune(p.text[end])) {
			end++
		}
		p.property(p.file.Span(start, end))
		start = skipBlanks(p.text, end)
	}
	return start
}

func (p *parser) property(at source.Span) {
	if at.Text()[0] == '&' {
		p.list.Add(diag.New(codeAnchor, diag.Error, at, "the anchor %s is not allowed here", string(at.Text())).
			Hint("delete it; if it is a part of the text, put the whole text in quotes"))
		return
	}
	p.list.Add(diag.New(codeTag, diag.Error, at, "the tag %s is not allowed here", string(at.Text())).
		Hint("delete it; if it is a part of the text, put the whole text in quotes"))
}

// skipBlanks skips white space, line breaks and comments.
func skipBlanks(text []byte, at int) int {
	for at < len(text) {
		switch {
		case isSpace(rune(text[at])):
			at++
		case text[at] == '#':
			at = lineEnd(text, at)
		default:
			return at
		}
	}
	return at
}

func (p *parser) scalar(n *yaml.Node, start int) *Node {
	style := styleOf(n.Style)
	kind := resolve(n.Value, style)
	end := start
	if kind != Null || n.Value != "" {
		end = scalarEnd(p.text, start, n.Value, style)
	}
	node := &Node{Kind: kind, Style: style, Value: n.Value, span: p.file.Span(start, end)}
	p.plainly(node)
	p.escaped(node)
	p.commentCut(node)
	return node
}

func styleOf(s yaml.Style) Style {
	switch {
	case s&yaml.DoubleQuotedStyle != 0:
		return DoubleQuoted
	case s&yaml.SingleQuotedStyle != 0:
		return SingleQuoted
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	default:
		return Plain
	}
}
