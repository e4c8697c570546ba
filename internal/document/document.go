// Package document fills a call's templates with a project and makes one
// text of them: Markdown, its tree, its sections and its figures.
//
// There is one text. The delivered Markdown is Document.Text byte for byte,
// and the PDF is painted from Document.Root, the tree of the same bytes, so
// the two cannot say different things.
package document

import (
	"time"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/figure"
	"soknad/internal/i18n"
	"soknad/internal/picture"
)

// A Document is an assembled application.
type Document struct {
	Lang i18n.Lang
	// Variant says for whom the document is made.
	Variant Variant
	// Title, Subject and Author describe the document to readers and
	// archives; all are plain text.
	Title, Subject, Author string
	// Date is the day the document speaks from, never the clock's.
	Date time.Time
	// Mark is said at the top of every page, such as "Utkast"; empty for a
	// document that may be sent.
	Mark string
	// Hyphenation holds words with hyphens where they may be divided, for those
	// that are divided wrongly.
	Hyphenation []string
	// Text is the Markdown, byte for byte as it is delivered.
	Text []byte
	// Root is goldmark's tree of Text.
	Root ast.Node
	// Sections tile Text from its first byte to its last, in order.
	Sections []Section
	// Figures holds the drawings by the destination that the text's images
	// name, such as "figures/gantt.svg".
	Figures map[string]*figure.Figure
	// Pictures holds the applicant's own images, in the same way.
	Pictures map[string]*picture.Picture

	unfilled bool // a template is at fault, and its section lacks what it says
}

// A Section is the part of the text that one section of the call asked for.
type Section struct {
	ID    string // the call's section id; "cover", "contents", "findings" and "left-out" are the document's own
	Title string // plain text, with its number; empty for the cover
	Role  Role
	// Start and End are the half-open range of bytes of Document.Text.
	Start, End int
}

// Role says how a section is laid out.
type Role uint8

// The roles.
const (
	Body     Role = iota // flows after what stands before it
	Cover                // a page of its own: title, subtitle, facts
	Contents             // a list of links to headings, shown with page numbers
)

// An Extent says which pages a section takes, counted from 1.
type Extent struct {
	Section             string
	FirstPage, LastPage int
}
