package model

import (
	"bytes"
	"maps"
	"slices"
	"sort"
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
	part func(start, end int) source.Span
}

// Span returns the whole text.
func (p Prose) Span() source.Span { return p.Part(0, len(p.Text)) }

// Part returns where a part of Text was written, given as half-open byte
// offsets.
func (p Prose) Part(start, end int) source.Span { return p.part(start, end) }

// inFile makes the prose that a file holds, without the byte order mark and
// every carriage return.
func inFile(id string, f *source.File) Prose {
	text := bytes.TrimPrefix(f.Text, byteOrderMark())
	before := len(f.Text) - len(text)
	var returns []int // offsets in Text, before which one is left out
	for i, b := range text {
		if b == '\r' {
			returns = append(returns, i-len(returns))
		}
	}
	offset := func(at int) int {
		return min(before+at+sort.SearchInts(returns, at+1), len(f.Text))
	}
	part := func(start, end int) source.Span { return f.Span(offset(start), offset(end)) }
	return Prose{ID: id, Text: strings.ReplaceAll(string(text), "\r", ""), part: part}
}

func byteOrderMark() []byte { return []byte("\xef\xbb\xbf") }

// proseOf collects the sections' texts: first those in the description, then
// those in files, by name.
func proseOf(n *syntax.Node, files map[string]*source.File) []Prose {
	var all []Prose
	if n != nil {
		for _, f := range n.Fields {
			if f.Value.Kind == syntax.String {
				all = append(all, Prose{ID: f.Key.Value, Text: f.Value.Value, node: f.Value, part: f.Value.Places()})
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(files)) {
		all = append(all, inFile(id, files[id]))
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
