package model

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// Prose is the text of a section, written in the description or in a file of
// its own.
type Prose struct {
	ID string
	// Text is Markdown with plain line breaks, without a byte order mark.
	Text string

	node *syntax.Node // nil for a file
	file *source.File // nil for a text in the description
}

// Span returns the whole text.
func (p Prose) Span() source.Span { return p.Part(0, len(p.Text)) }

// Part returns where a part of Text was written, given as half-open byte
// offsets.
func (p Prose) Part(start, end int) source.Span {
	if p.node != nil {
		return p.node.Part(start, end)
	}
	return p.file.Span(p.offset(start), p.offset(end))
}

// offset returns the offset in the file of an offset in Text, which lacks the
// byte order mark and every carriage return.
func (p Prose) offset(at int) int {
	for i, b := range p.file.Text {
		if b == '\r' || i < 3 && bytes.HasPrefix(p.file.Text, byteOrderMark()) {
			continue
		}
		if at == 0 {
			return i
		}
		at--
	}
	return len(p.file.Text)
}

func byteOrderMark() []byte { return []byte("\xef\xbb\xbf") }

// proseOf collects the sections' texts: first those in the description, then
// those in files, by name.
func proseOf(n *syntax.Node, files map[string]*source.File) []Prose {
	var all []Prose
	if n != nil {
		for _, f := range n.Fields {
			if f.Value.Kind == syntax.String {
				all = append(all, Prose{ID: f.Key.Value, Text: f.Value.Value, node: f.Value})
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(files)) {
		text := bytes.TrimPrefix(files[id].Text, byteOrderMark())
		all = append(all, Prose{ID: id, Text: strings.ReplaceAll(string(text), "\r", ""), file: files[id]})
	}
	return all
}

// SectionText returns the text of a section, and whether there is one.
func (p *Project) SectionText(id string) (Prose, bool) {
	for _, prose := range p.Prose {
		if prose.ID == id {
			return prose, true
		}
	}
	return Prose{}, false
}
