// Package html writes a document as HTML to be read on a screen.
//
// It writes only what it knows: every element and attribute stands in this
// package, and all else is text. HTML that stands in the document's own text is
// left out, as it is in the PDF, so that nobody's text can become a script.
package html

import (
	"bufio"
	"bytes"
	"html"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
)

// A Section is one section of a document.
type Section struct {
	ID     string // as document.Section.ID
	Title  string // plain text; empty for the cover
	Anchor string // the id of its heading, "" when it has none
	Role   document.Role
	Blocks []Block
}

// A Block is a paragraph, a table or the like that stands at the top of the
// document's tree.
type Block struct {
	HTML string
	// Start and End are the half-open range of bytes of the document's text.
	Start, End int
	// Heading says that the block names what follows it, Table that it is one.
	Heading, Table bool
}

// Render writes a document. The function says where an image is found that the
// document names.
func Render(d *document.Document, source func(destination string) string) []Section {
	w := &writer{doc: d, source: source, headings: d.Headings()}
	w.out = bufio.NewWriter(&w.buffer)
	sections := make([]Section, len(d.Sections))
	for i, s := range d.Sections {
		sections[i] = Section{ID: s.ID, Title: s.Title, Role: s.Role}
	}
	i := 0
	for n := d.Root.FirstChild(); n != nil; n = n.NextSibling() {
		b := w.block(n)
		for i < len(sections)-1 && b.Start >= d.Sections[i].End {
			i++
		}
		b.End = d.Sections[i].End
		sections[i].add(b, w.headings.Anchor(n))
	}
	return sections
}

// add adds a block, whose heading's anchor is given if it is one. Footnotes,
// which come last, stand where they are shown and not where they were written.
func (s *Section) add(b Block, anchor string) {
	if b.HTML == "" {
		return
	}
	if len(s.Blocks) == 0 {
		s.Anchor = anchor
	} else {
		last := &s.Blocks[len(s.Blocks)-1]
		b.Start = max(b.Start, last.Start)
		last.End = b.Start
	}
	s.Blocks = append(s.Blocks, b)
}

// A writer writes the blocks of a document.
type writer struct {
	doc      *document.Document
	source   func(destination string) string
	headings document.Headings
	buffer   bytes.Buffer
	out      *bufio.Writer // to buffer
	passages int           // in another language, open in the element at hand
}

// block writes a block that stands at the top.
func (w *writer) block(n ast.Node) Block {
	w.buffer.Reset()
	w.node(n)
	w.out.Flush() // Writing to memory does not fail.
	return Block{HTML: w.buffer.String(), Start: position(n), Heading: n.Kind() == ast.KindHeading, Table: isTable(n)}
}

// position returns where a node, or the first below it that stands anywhere,
// begins.
func position(n ast.Node) int {
	if at := n.Pos(); at >= 0 {
		return at
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := position(c); at >= 0 {
			return at
		}
	}
	return -1
}

// An attribute is a name and a value.
type attribute struct{ name, value string }

func number(name string, n int) attribute { return attribute{name, strconv.Itoa(n)} }

// open writes the opening tag of an element.
func (w *writer) open(element string, attributes ...attribute) {
	w.out.WriteString("<" + element)
	for _, a := range attributes {
		if a.value != "" || a.name == "alt" {
			w.out.WriteString(" " + a.name + `="` + html.EscapeString(a.value) + `"`)
		}
	}
	w.out.WriteString(">")
}

func (w *writer) close(element string) { w.out.WriteString("</" + element + ">") }

// text writes plain text.
func (w *writer) text(plain string) { w.out.WriteString(html.EscapeString(plain)) }

// around writes an element with what stands below a node. A passage in another
// language ends with the element that it began in.
func (w *writer) around(n ast.Node, element string, attributes ...attribute) {
	outside := w.passages
	w.passages = 0
	w.open(element, attributes...)
	w.children(n)
	for ; w.passages > 0; w.passages-- {
		w.close("span")
	}
	w.close(element)
	w.passages = outside
}

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}
