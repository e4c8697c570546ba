package pdf

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/document"
	"soknad/internal/render/pdf/structure"
)

// tags knows as which element of the PDF's structure each node of the
// document's tree is shown. Blocks are entered in reading order before
// anything is painted; links and captions when their first mark is, so that
// they stand between the words around them.
type tags struct {
	tree    *structure.Tree
	of      map[ast.Node]*structure.Element
	doc     *document.Document
	heading int // the level of the heading before
	notes   []*extension.Footnote
}

func newTags(d *document.Document, pages int) *tags {
	t := &tags{tree: structure.New(pages), of: map[ast.Node]*structure.Element{}, doc: d, notes: footnotesIn(d.Root)}
	t.tree.Root.Lang = string(d.Lang)
	for i, blocks := range blocksBySection(d) {
		section := t.tree.Root.Add(&structure.Element{Type: structure.Sect})
		contents := i < len(d.Sections) && d.Sections[i].Role == document.Contents
		for _, n := range blocks {
			if list, ok := n.(*ast.List); ok && contents && isContents(list) {
				t.contents(list, section)
			} else {
				t.block(n, section)
			}
		}
	}
	return t
}

func (t *tags) add(n ast.Node, parent *structure.Element, e *structure.Element) *structure.Element {
	t.of[n] = e
	return parent.Add(e)
}

func (t *tags) blocks(parent ast.Node, into *structure.Element) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t.block(n, into)
	}
}

func (t *tags) block(n ast.Node, parent *structure.Element) {
	switch n := n.(type) {
	case *ast.Heading:
		if t.says(n) {
			// A level is never skipped on the way down (PDF/UA-1, 7.4.2).
			t.heading = min(n.Level, t.heading+1)
			t.add(n, parent, &structure.Element{Type: structure.Heading(t.heading)})
		}
	case *ast.Paragraph, *ast.TextBlock:
		t.add(n, parent, &structure.Element{Type: structure.P})
		t.figures(n, parent)
	case *ast.List:
		t.list(n, parent)
	case *ast.Blockquote:
		t.blocks(n, t.add(n, parent, &structure.Element{Type: structure.BlockQuote}))
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		t.add(n, parent.Add(&structure.Element{Type: structure.P}), &structure.Element{Type: structure.Code})
	case *extension.Table:
		t.table(n, parent)
	case *ast.ThematicBreak: // an ornament, which stands for nothing
	case *extension.FootnoteList: // its notes follow what refers to them
	default:
		t.blocks(n, parent)
		return
	}
	t.footnotes(n, parent)
}

// says reports whether a heading has anything to show.
func (t *tags) says(n *ast.Heading) bool {
	return strings.ContainsFunc(document.PlainText(n, t.doc.Text), func(r rune) bool {
		r, shown := settled(r)
		return shown && drawn(r) > ' '
	})
}

// footnotes enters the footnotes that a block is the first to refer to after it.
func (t *tags) footnotes(block ast.Node, parent *structure.Element) {
	if len(t.notes) == 0 {
		return
	}
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		link, ok := n.(*extension.FootnoteLink)
		if !ok {
			t.footnotes(n, parent)
			continue
		}
		if note := t.notes[link.Index-1]; t.of[note] == nil {
			e := parent.Add(&structure.Element{Type: structure.Note, ID: fmt.Sprintf("note-%d", link.Index)})
			t.add(note, e, &structure.Element{Type: structure.Label})
			t.blocks(note, e)
		}
	}
}

// figures enters the drawings and images of a paragraph after it.
func (t *tags) figures(n ast.Node, parent *structure.Element) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		image, ok := c.(*ast.Image)
		if !ok || !t.doc.Shows(image) {
			continue
		}
		words := document.PlainText(image, t.doc.Text)
		if words == "" {
			words = string(image.Title)
		}
		t.add(image, parent, &structure.Element{Type: structure.Figure, Alt: words})
	}
}

func (t *tags) list(n *ast.List, parent *structure.Element) {
	numbering := structure.Bullets
	if n.IsOrdered() {
		numbering = structure.Decimal
	}
	list := t.add(n, parent, &structure.Element{Type: structure.List, Numbering: numbering})
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item := list.Add(&structure.Element{Type: structure.Item})
		t.add(c, item, &structure.Element{Type: structure.Label})
		t.blocks(c, item.Add(&structure.Element{Type: structure.Body}))
	}
}

// contents enters a table of contents: an entry for each link, and below it
// those that belong to it.
func (t *tags) contents(list ast.Node, parent *structure.Element) {
	toc := parent.Add(&structure.Element{Type: structure.Contents})
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		entry := toc.Add(&structure.Element{Type: structure.Entry})
		t.add(c.FirstChild(), entry, &structure.Element{Type: structure.Reference})
		for below := c.FirstChild().NextSibling(); below != nil; below = below.NextSibling() {
			t.contents(below, entry)
		}
	}
}

// table enters a table. Its header cells speak of their columns; in a table
// without a header the first cell of a row speaks of the row.
func (t *tags) table(n *extension.Table, parent *structure.Element) {
	table := t.add(n, parent, &structure.Element{Type: structure.Table})
	var rows *structure.Element
	headed := false
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		if r.Kind() == extension.KindTableHeader {
			if headed = document.PlainText(r, t.doc.Text) != ""; headed {
				t.headRow(r, t.head(r, table))
			}
			continue
		}
		if rows == nil {
			rows = table.Add(&structure.Element{Type: structure.Rows})
		}
		t.row(r, rows, headed)
	}
}

// head returns what the header of a table stands in: a part of its own, unless
// no row follows, which would have to be in one too (ISO 32000-1, table 337).
func (t *tags) head(r ast.Node, table *structure.Element) *structure.Element {
	if r.NextSibling() == nil {
		return table
	}
	return table.Add(&structure.Element{Type: structure.Head})
}

func (t *tags) headRow(r ast.Node, head *structure.Element) {
	row := head.Add(&structure.Element{Type: structure.Row})
	for c := r.FirstChild(); c != nil; c = c.NextSibling() {
		t.add(c, row, &structure.Element{Type: structure.HeadCell, Scope: structure.Column})
	}
}

func (t *tags) row(r ast.Node, rows *structure.Element, headed bool) {
	row := rows.Add(&structure.Element{Type: structure.Row})
	for c := r.FirstChild(); c != nil; c = c.NextSibling() {
		e := &structure.Element{Type: structure.Cell}
		if !headed && c == r.FirstChild() {
			e.Type, e.Scope = structure.HeadCell, structure.OfRow
		}
		t.add(c, row, e)
	}
}

// element returns the element that the marks of a node belong to; nil is an
// artifact.
func (t *tags) element(n ast.Node) *structure.Element {
	if n == nil {
		return nil
	}
	if e, ok := t.of[n]; ok {
		return e
	}
	switch n := n.(type) {
	case *ast.ThematicBreak:
		return nil
	case *ast.Link, *ast.AutoLink:
		return t.inside(n, structure.Link)
	case *extension.FootnoteLink:
		return t.inside(n, structure.Reference)
	case *ast.RawHTML:
		e := t.inside(n, structure.Span)
		e.Lang = document.PassageLang(string(n.Segments.Value(t.doc.Text)))
		return e
	}
	if n.Parent() != nil && n.Parent().Kind() == ast.KindImage {
		return t.inside(n, structure.Caption)
	}
	return t.element(n.Parent())
}

// inside makes an element for an inline node within that of what is around
// it.
func (t *tags) inside(n ast.Node, is structure.Type) *structure.Element {
	around := t.element(n.Parent())
	if around == nil {
		return nil
	}
	return t.add(n, around, &structure.Element{Type: is})
}
