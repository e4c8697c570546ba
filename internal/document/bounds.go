package document

import (
	"bytes"
	"math"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The bounds of a piece of Markdown. Beyond them reading takes time or memory
// that grows with the square of the text, or more.
const (
	MaxContainers = 32     // lists and quotations inside each other
	MaxMarks      = 500    // of * _ and [ in one paragraph or line
	MaxColumns    = 64     // of a table
	MaxCells      = 20_000 // of all tables of a text
	MaxBlankLines = 20_000
	MaxNotes      = 1000    // footnotes, or targets of links that stand together
	MaxParagraph  = 250_000 // bytes of one paragraph
	MaxBlocks     = 100_000 // lists and quotations of a text
)

// A Bound is one of the bounds of Markdown.
type Bound uint8

// The bounds, in the order of their limits.
const (
	Containers Bound = iota + 1
	Marks
	Columns
	Cells
	BlankLines
	Notes
	Length
	Blocks
)

// An Excess says where a piece of Markdown goes beyond a bound, as a half-open
// range of bytes: a line of it.
type Excess struct {
	Bound      Bound
	Start, End int
}

// Beyond returns where a piece of Markdown first goes beyond a bound, nil when
// it does not. Such a text reads as if it were empty, and a document shows it as plain
// words.
func Beyond(markdown string) *Excess {
	if isPlain(markdown) {
		return nil
	}
	_, excess := parseBounded([]byte(markdown))
	return excess
}

// readMade returns the expected headings of what a template makes, or where it first goes
// beyond a bound. The cells that are written in it are as many as the
// description gives; only those that are not count, which reading adds to rows
// that are too short.
func readMade(markdown string) (headings []string, excess *Excess) {
	if isPlain(markdown) {
		return expectedHeadings(markdown), nil
	}
	source := []byte(markdown)
	if excess := beyondInLines(source); excess != nil {
		return nil, excess
	}
	counted := parser.NewContext()
	counted.Set(cellsKey, -bytes.Count(source, bar)-bytes.Count(source, []byte("\n"))) // A bar may stand at both ends.
	root, excess := parseCounted(source, counted)
	return headingsOf(root, source), excess
}

// parseBounded parses Markdown within the bounds; beyond them the tree is
// empty.
func parseBounded(source []byte) (root ast.Node, excess *Excess) {
	if excess = beyondInLines(source); excess != nil {
		return ast.NewDocument(), excess
	}
	counted := parser.NewContext()
	counted.Set(cellsKey, 0)
	return parseCounted(source, counted)
}

// parseWhole parses the text of a whole document. Its parts are within the
// bounds of lines and cells, each by itself.
func parseWhole(source []byte) (root ast.Node, excess *Excess) {
	counted := parser.NewContext()
	counted.Set(cellsKey, math.MinInt)
	counted.Set(blocksKey, math.MinInt)
	return parseCounted(source, counted)
}

func parseCounted(source []byte, counted parser.Context) (root ast.Node, excess *Excess) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Excess:
			root, excess = ast.NewDocument(), lineAt(source, r)
		default:
			panic(r)
		}
	}()
	return markdown().Parse(text.NewReader(source), parser.WithContext(counted)), nil
}

// beyondInLines holds the bounds that single lines and their number can break.
func beyondInLines(source []byte) *Excess {
	blank, notes, at := 0, 0, 0
	for line := range bytes.Lines(source) {
		trimmed := bytes.TrimSpace(line)
		bound := Bound(0)
		if len(trimmed) == 0 {
			blank++
		} else if bytes.HasPrefix(trimmed, []byte("[^")) {
			notes++
		}
		switch {
		case marksIn(line) > MaxMarks:
			bound = Marks
		case blank > MaxBlankLines:
			bound = BlankLines
		case notes > MaxNotes:
			bound = Notes
		}
		if bound != 0 {
			return lineAt(source, &Excess{Bound: bound, Start: at})
		}
		at += len(line)
	}
	return nil
}

// lineAt gives an excess the rest of its line.
func lineAt(source []byte, e *Excess) *Excess {
	e.End = len(source)
	if i := bytes.IndexByte(source[e.Start:], '\n'); i >= 0 {
		e.End = e.Start + i
	}
	return e
}

// marksIn counts the marks in a text, without those that a backslash makes
// plain.
func marksIn(text []byte) int {
	n := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '*', '_', '[':
			n++
		}
	}
	return n
}

// bounds are the parts of a parser that hold the bounds while the tree grows.
// They end the parsing with a panic, which parseBounded recovers: goldmark has
// no other way to be stopped.
func bounds() []parser.Option {
	return []parser.Option{
		parser.WithBlockParsers(util.Prioritized(depthGuard{}, 1)),
		parser.WithParagraphTransformers(util.Prioritized(tableGuard{}, 1), util.Prioritized(marksGuard{}, 1000)),
	}
}

// A depthGuard looks wherever a list or a quotation may begin.
type depthGuard struct{ parser.BlockParser }

// blocksKey is where lists and quotations are counted.
var blocksKey = parser.NewContextKey()

// Trigger lists what lists, quotations and footnotes begin with.
func (depthGuard) Trigger() []byte { return []byte(">-+*0123456789[") }

// Open looks how deep the new block would be, and how many there are, and
// leaves it to others.
func (depthGuard) Open(parent ast.Node, reader text.Reader, counted parser.Context) (ast.Node, parser.State) {
	blocks, _ := counted.Get(blocksKey).(int)
	counted.Set(blocksKey, blocks+1)
	if blocks > MaxBlocks {
		_, segment := reader.PeekLine()
		panic(&Excess{Bound: Blocks, Start: segment.Start})
	}
	if parent.Kind() == ast.KindList {
		return nil, parser.NoChildren // A list and its item are one.
	}
	depth := 0
	for n := parent; n.Parent() != nil; n = n.Parent() {
		if n.Kind() != ast.KindListItem {
			depth++
		}
	}
	if depth >= MaxContainers {
		_, segment := reader.PeekLine()
		panic(&Excess{Bound: Containers, Start: segment.Start})
	}
	return nil, parser.NoChildren
}

// CanInterruptParagraph says that it looks inside paragraphs too.
func (depthGuard) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine says that it looks at indented lines too.
func (depthGuard) CanAcceptIndentedLine() bool { return true }

// A tableGuard looks at each paragraph before it may become a table, or the
// targets of links.
type tableGuard struct{}

// cellsKey is where the cells of tables are counted.
var cellsKey = parser.NewContextKey()

// Transform stops at what would be too large.
func (tableGuard) Transform(n *ast.Paragraph, reader text.Reader, counted parser.Context) {
	lines, source := n.Lines(), reader.Source()
	if lines.Len() < 2 {
		return
	}
	first := lines.At(0).Start
	if targets(lines, source) > MaxNotes {
		panic(&Excess{Bound: Notes, Start: first})
	}
	rule := lines.At(1)
	if len(bytes.Trim(rule.Value(source), "|:- \t\r\n")) > 0 {
		return
	}
	header := lines.At(0)
	columns := 1 + max(bytes.Count(header.Value(source), bar), bytes.Count(rule.Value(source), bar))
	cells := counted.Get(cellsKey).(int) + columns*lines.Len()
	counted.Set(cellsKey, cells)
	if columns > MaxColumns+2 { // A bar may stand at both ends.
		panic(&Excess{Bound: Columns, Start: first})
	}
	if cells > MaxCells {
		panic(&Excess{Bound: Cells, Start: first})
	}
}

// bar stands between the cells of a table.
var bar = []byte("|")

// targets counts the lines that may name the target of a link.
func targets(lines *text.Segments, source []byte) int {
	n := 0
	for _, line := range lines.Sliced(0, lines.Len()) {
		if bytes.HasPrefix(bytes.TrimSpace(line.Value(source)), []byte("[")) {
			n++
		}
	}
	return n
}

// A marksGuard looks at each paragraph that stays one.
type marksGuard struct{}

// Transform stops at a paragraph with too many marks, or a too long one.
func (marksGuard) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	marks, length := 0, 0
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		marks += marksIn(line.Value(reader.Source()))
		length += line.Len()
	}
	if length > MaxParagraph {
		panic(&Excess{Bound: Length, Start: n.Lines().At(0).Start})
	}
	if marks > MaxMarks {
		panic(&Excess{Bound: Marks, Start: n.Lines().At(0).Start})
	}
}
