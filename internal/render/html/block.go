package html

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/document"
)

// node writes a node and all below it.
func (w *writer) node(n ast.Node) {
	if n.Type() == ast.TypeInline {
		w.inline(n)
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		w.around(n, "h"+strconv.Itoa(n.Level), attribute{"id", w.headings.Anchor(n)})
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.children(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.around(n, "li")
	case *ast.Blockquote:
		w.around(n, "blockquote")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.code(n)
	case *ast.ThematicBreak:
		w.open("hr")
	case *extension.Table:
		w.table(n)
	case *extension.FootnoteList:
		w.notes(n)
	case *ast.HTMLBlock, *ast.LinkReferenceDefinition: // show nothing
	default:
		w.children(n)
	}
}

// paragraph writes a paragraph. One that holds nothing but an image is a
// figure with its caption.
func (w *writer) paragraph(n *ast.Paragraph) {
	if image, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 && w.doc.Shows(image) {
		w.open("figure")
		w.image(image, "") // The caption says what it shows.
		w.around(image, "figcaption")
		w.close("figure")
		return
	}
	w.around(n, "p")
}

func (w *writer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		w.around(n, "ul")
	case n.Start == 1:
		w.around(n, "ol")
	default:
		w.around(n, "ol", number("start", n.Start))
	}
}

func (w *writer) code(n ast.Node) {
	w.open("pre")
	w.open("code")
	w.text(string(n.Lines().Value(w.doc.Text)))
	w.close("code")
	w.close("pre")
}

func isTable(n ast.Node) bool { return n.Kind() == extension.KindTable }

// table writes a table in a box of its own, which can be moved sideways where
// it is too wide. In a table without a header the first cell of a row speaks of
// the row.
func (w *writer) table(n *extension.Table) {
	w.open("div", attribute{"class", "table"})
	w.open("table")
	headed, inBody := false, false
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		if r.Kind() == extension.KindTableHeader {
			if headed = document.PlainText(r, w.doc.Text) != ""; headed {
				w.open("thead")
				w.row(r, "col")
				w.close("thead")
			}
			continue
		}
		if !inBody {
			w.open("tbody")
			inBody = true
		}
		if headed {
			w.row(r, "")
		} else {
			w.row(r, "row")
		}
	}
	if inBody {
		w.close("tbody")
	}
	w.close("table")
	w.close("div")
}

// row writes a row of cells. In the scope of columns all are headers, in that
// of a row the first one is.
func (w *writer) row(n ast.Node, scope string) {
	w.open("tr")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell, ok := c.(*extension.TableCell)
		if !ok {
			continue
		}
		align := attribute{"class", aligned(cell.Alignment)}
		if scope == "col" || scope == "row" && c == n.FirstChild() {
			w.around(cell, "th", attribute{"scope", scope}, align)
		} else {
			w.around(cell, "td", align)
		}
	}
	w.close("tr")
}

func aligned(a extension.Alignment) string {
	switch a {
	case extension.AlignRight:
		return "right"
	case extension.AlignCenter:
		return "centre"
	default:
		return ""
	}
}

// notes writes the footnotes, each with ways back to where it is referred to.
func (w *writer) notes(n *extension.FootnoteList) {
	w.open("div", attribute{"class", "notes"}, attribute{"role", "doc-endnotes"})
	w.open("ol")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if note, ok := c.(*extension.Footnote); ok {
			w.around(note, "li", attribute{"id", noteID(note.Index)})
		}
	}
	w.close("ol")
	w.close("div")
}

// The ids of notes hold a colon, which no anchor of a heading does.
func noteID(index int) string { return "note:" + strconv.Itoa(index) }

func refID(index, time int) string { return "ref:" + strconv.Itoa(index) + ":" + strconv.Itoa(time) }
