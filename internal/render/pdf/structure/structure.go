// Package structure holds the logical structure of a tagged PDF (ISO 32000-1,
// 14.7 and 14.8): a tree of elements, each made of parts of pages, of link
// areas and of other elements, in reading order. It knows what the parts are
// for, and nothing of how they look.
package structure

import "soknad/internal/render/pdf/object"

// A Type is a standard structure type (ISO 32000-1, 14.8.4).
type Type string

// The types in use.
const (
	Document   Type = "Document"
	Sect       Type = "Sect"
	P          Type = "P"
	H1         Type = "H1"
	H2         Type = "H2"
	H3         Type = "H3"
	H4         Type = "H4"
	H5         Type = "H5"
	H6         Type = "H6"
	BlockQuote Type = "BlockQuote"
	Code       Type = "Code"
	Span       Type = "Span"
	List       Type = "L"
	Item       Type = "LI"
	Label      Type = "Lbl"
	Body       Type = "LBody"
	Table      Type = "Table"
	Head       Type = "THead"
	Rows       Type = "TBody"
	Row        Type = "TR"
	HeadCell   Type = "TH"
	Cell       Type = "TD"
	Figure     Type = "Figure"
	Caption    Type = "Caption"
	Contents   Type = "TOC"
	Entry      Type = "TOCI"
	Reference  Type = "Reference"
	Link       Type = "Link"
	Note       Type = "Note"
)

// Heading returns the type of a heading of a level from 1 to 6.
func Heading(level int) Type {
	return [...]Type{H1, H2, H3, H4, H5, H6}[min(max(level, 1), 6)-1]
}

// A Scope says which cells a header cell speaks of.
type Scope string

// The scopes.
const (
	Column Scope = "Column"
	OfRow  Scope = "Row"
)

// A Numbering says how a list's items are labelled.
type Numbering string

// The numberings.
const (
	Bullets Numbering = "Disc"
	Decimal Numbering = "Decimal"
)

// A Box is a rectangle of a page in points, counted from its lower left
// corner.
type Box struct{ Left, Bottom, Right, Top float64 }

// An Element is a node of the tree.
type Element struct {
	Type Type
	// Lang is the language of the element, "" for that of its parent.
	Lang string
	// Alt says in words what a figure shows, or where a link leads.
	Alt       string
	Scope     Scope     // of a header cell
	Numbering Numbering // of a list
	Box       *Box      // of a figure, nil when it is not drawn
	// ID names the element among all, "" for no name. Notes have one (PDF/UA-1,
	// 7.9).
	ID string

	parent *Element
	kids   []kid
	made   *object.Indirect // the object, once it is written
}

// A kid is one part of an element: another element, marked content of a page,
// or an annotation. Exactly one of them is meant.
type kid struct {
	element    *Element
	page       int // from 0
	mark       int // the marked content's number on the page, -1 for none
	annotation int // the tree's number of an annotation, -1 for none
}

// Add makes an element the last part of e and returns it.
func (e *Element) Add(child *Element) *Element {
	child.parent = e
	e.kids = append(e.kids, kid{element: child, mark: -1, annotation: -1})
	return child
}

// Parent returns the element that e is a part of, nil for the root.
func (e *Element) Parent() *Element { return e.parent }

// isKept reports whether an element must stand in the tree although nothing
// is in it: without its empty cells a table is not regular.
func (e *Element) isKept() bool {
	switch e.Type {
	case Document, Row, HeadCell, Cell:
		return true
	}
	return false
}

// prune takes out elements that nothing of the page belongs to.
func (e *Element) prune() {
	var kept []kid
	for _, k := range e.kids {
		if k.element != nil {
			k.element.prune()
			if len(k.element.kids) == 0 && !k.element.isKept() {
				continue
			}
		}
		kept = append(kept, k)
	}
	e.kids = kept
}

// A Tree is the structure of a document and what it is made of.
type Tree struct {
	Root *Element
	// marks holds, by page and number, the element that marked content is a
	// part of.
	marks [][]*Element
	// annotations holds the element of each annotation.
	annotations []*Element
}

// New makes a tree of a document of some pages.
func New(pages int) *Tree {
	return &Tree{Root: &Element{Type: Document}, marks: make([][]*Element, pages)}
}

// Mark makes new marked content of a page, counted from 0, the last part of
// an element, and returns its number on the page.
func (t *Tree) Mark(e *Element, page int) int {
	n := len(t.marks[page])
	t.marks[page] = append(t.marks[page], e)
	e.kids = append(e.kids, kid{page: page, mark: n, annotation: -1})
	return n
}

// Annotate makes an annotation of a page the last part of an element, and
// returns the tree's number of the annotation.
func (t *Tree) Annotate(e *Element, page int) int {
	n := len(t.annotations)
	t.annotations = append(t.annotations, e)
	e.kids = append(e.kids, kid{page: page, mark: -1, annotation: n})
	return n
}
