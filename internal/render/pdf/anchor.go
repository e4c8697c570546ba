package pdf

import (
	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
)

// anchors names the headings of a document as its Markdown does, so that a
// link there leads to the same heading in the PDF.
type anchors struct {
	ofHeading map[ast.Node]string
	known     map[string]bool
}

func newAnchors(d *document.Document) anchors {
	a := anchors{ofHeading: map[ast.Node]string{}, known: map[string]bool{}}
	names := document.NewAnchors()
	_ = ast.Walk(d.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindHeading {
			return ast.WalkContinue, nil
		}
		anchor := names.Next(document.PlainText(n, d.Text))
		a.ofHeading[n], a.known[anchor] = anchor, true
		return ast.WalkSkipChildren, nil
	})
	return a
}
