// Package text takes Markdown apart into pieces of plain words, for the
// programs that write them without layout worth the name.
package text

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
)

// A Kind says what a piece of a text is.
type Kind uint8

// The kinds of pieces.
const (
	Paragraph Kind = iota
	Heading
	Cell     // of a table
	LastCell // of a row
)

// A Piece is a paragraph, a heading or a cell.
type Piece struct {
	Kind  Kind
	Level int // of a heading
	Words string
}

// Pieces parses a text with the extensions that soknad knows.
func Pieces(markdown []byte) []Piece {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Footnote))
	var all []Piece
	root := md.Parser().Parse(gmtext.NewReader(markdown))
	// The walk fails only when what it calls fails, and this never does.
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		kind, level, ok := kindOf(n)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		var b strings.Builder
		words(&b, n, markdown)
		all = append(all, Piece{kind, level, b.String()})
		return ast.WalkSkipChildren, nil
	})
	return all
}

// kindOf says what piece a block is, if it is one.
func kindOf(n ast.Node) (Kind, int, bool) {
	switch n := n.(type) {
	case *ast.Heading:
		return Heading, n.Level, true
	case *ast.Paragraph, *ast.TextBlock:
		return Paragraph, 0, true
	case *east.TableCell:
		if n.NextSibling() == nil {
			return LastCell, 0, true
		}
		return Cell, 0, true
	default:
		return 0, 0, false
	}
}

// words writes the words of an inline and of those in it.
func words(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(n.Segment.Value(source))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.URL(source))
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		words(b, child, source)
	}
}
