// Package pdf sets a document in pages and paints them.
//
// The work has two halves. Layout turns the document's tree into pages, which
// are data: items at places, each knowing the node of the tree that it shows.
// Paint turns pages into a PDF and decides nothing. Lines are broken by
// package linebreak, words divided by package hyphenation, letters measured
// by package fonts.
//
// The same document and style give the same bytes, on every machine.
package pdf

import (
	"errors"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
	"soknad/internal/parallel"
)

// A Renderer sets documents in one style.
type Renderer struct{ Style Style }

// A Layout is a document set in pages.
type Layout struct {
	doc         *document.Document
	style       Style
	pages       []Page
	headings    []*heading
	extents     []document.Extent
	missing     []Missing
	unsupported []Unsupported
	title       string // the document's title, subject and author without
	subject     string // characters that cannot be shown
	author      string
	attachments []Attachment
	annexed     map[int]*annexed // by the number of the page they are on
	emptied     bool
}

// Emptied returns what is left to know of a layout once it is painted: how many
// pages it has, which of them the sections take, and what is not painted. For
// whoever keeps no more than that, the pages make room while they are painted.
func (l *Layout) Emptied() *Layout {
	return &Layout{pages: make([]Page, len(l.pages)), extents: l.extents, missing: l.missing, unsupported: l.unsupported, emptied: true}
}

// Layout sets a document. What cannot be set is left out or replaced, and
// said by Missing and Unsupported; an error means that there is no document
// or that the style leaves no room for text.
func (r *Renderer) Layout(d *document.Document) (*Layout, error) {
	if d == nil || d.Root == nil {
		return nil, errors.New("pdf: no document")
	}
	if !r.Style.HasRoom() {
		return nil, errors.New("pdf: the style leaves no room for text")
	}
	s := newSetter(d, r.Style)
	s.notes()
	s.sections()
	return s.layout(), nil
}

// Extents returns the pages that each of the document's sections takes.
func (l *Layout) Extents() []document.Extent { return l.extents }

// Pages returns the number of pages, which is at least one.
func (l *Layout) Pages() int { return len(l.pages) }

// Page returns page n, counted from 1.
func (l *Layout) Page(n int) Page { return l.pages[n-1] }

// Missing returns the characters that cannot be set, each once, in the order
// they stand in the text.
func (l *Layout) Missing() []Missing { return l.missing }

// Unsupported returns the parts of the text that are not painted as what they
// are, in the order they stand in the text.
func (l *Layout) Unsupported() []Unsupported { return l.unsupported }

// sections sets the sections of the document side by side, and joins them.
func (s *setter) sections() {
	blocks := blocksBySection(s.doc)
	set := make([]*setter, len(blocks))
	idle := make(chan *tools, len(blocks))
	idle <- s.tools
	parallel.Each(len(blocks), func(i int) {
		set[i] = s.apart(taken(idle))
		set[i].flow.section = i
		set[i].flow.fresh = s.role(i) != document.Body || i > 0 && s.role(i-1) != document.Body
		set[i].section(s.role(i), blocks[i])
		idle <- set[i].tools
	})
	for _, section := range set {
		s.join(section)
	}
}

// taken returns tools that nobody uses, or new ones.
func taken(idle <-chan *tools) *tools {
	select {
	case t := <-idle:
		return t
	default:
		return newTools()
	}
}

func (s *setter) section(role document.Role, blocks []ast.Node) {
	if role == document.Cover && len(blocks) > 0 {
		s.cover(blocks)
		return
	}
	for _, n := range blocks {
		if role == document.Contents {
			s.contents(n)
		} else {
			s.block(n, s.body())
		}
	}
}

// blocksBySection shares the document's blocks out among its sections. A
// document without sections is one.
func blocksBySection(d *document.Document) [][]ast.Node {
	blocks := make([][]ast.Node, max(len(d.Sections), 1))
	section := 0
	for n := d.Root.FirstChild(); n != nil; n = n.NextSibling() {
		at := position(n)
		for section+1 < len(d.Sections) && d.Sections[section+1].Start <= at {
			section++
		}
		blocks[section] = append(blocks[section], n)
	}
	return blocks
}
