// Package text takes Markdown apart into pieces of plain words, for the
// programs that write them without layout worth the name.
package text

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"
)

// A Piece is a paragraph, a heading, or a table.
type Piece struct {
	Words string
	Level int        // of a heading; 0 for all else
	Rows  [][]string // of a table, the first being its head; nil for all else
}

// Pieces parses a text and takes it apart.
func Pieces(markdown []byte) []Piece {
	var all []Piece
	root := parser().Parser().Parse(gmtext.NewReader(markdown))
	// The walk fails only when what it calls fails, and this never does.
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			all = append(all, Piece{Words: words(n, markdown), Level: n.Level})
		case *ast.Paragraph, *ast.TextBlock:
			all = append(all, Piece{Words: words(n, markdown)})
		case *east.Table:
			all = append(all, Piece{Rows: rows(n, markdown)})
		default:
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	})
	return all
}

// HTML writes a text as a page of HTML.
func HTML(markdown []byte) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html lang=\"nb\"><head><meta charset=\"utf-8\"><title>Søknad</title></head><body>\n")
	err := parser().Convert(markdown, &b)
	b.WriteString("</body></html>\n")
	return b.Bytes(), err
}

// parser knows the extensions that soknad knows.
func parser() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Footnote))
}

func rows(table ast.Node, source []byte) [][]string {
	var all [][]string
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, words(cell, source))
		}
		all = append(all, cells)
	}
	return all
}

// words returns the words of a block.
func words(n ast.Node, source []byte) string {
	var b strings.Builder
	write(&b, n, source)
	return b.String()
}

// write writes the words of an inline and of those in it.
func write(b *strings.Builder, n ast.Node, source []byte) {
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
		write(b, child, source)
	}
}
