package model

import (
	"slices"
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// Around lists the texts that stand around a place in the description, from the
// nearest outwards: the text at the place, then those of the entity that it is
// a part of, its title or name first, and so on. Words without a space that are
// neither a title nor a name are ids and the like, which no document shows.
func (p *Project) Around(at source.Span) []string {
	if p.root == nil || at.IsZero() {
		return nil
	}
	var texts []string
	for _, n := range holding(p.root, at, 0) {
		if n != p.root {
			texts = append(texts, wordsOf(n)...)
		}
	}
	return texts
}

// Part returns the key of the part of the description that holds a place, such
// as goals; "" when none does.
func (p *Project) Part(at source.Span) string {
	if p.root == nil || at.IsZero() {
		return ""
	}
	for _, f := range p.root.Fields {
		if f.Key.Span().Contains(at) || holding(f.Value, at, 1) != nil {
			return f.Key.Value
		}
	}
	return ""
}

// holding lists the nodes that hold a place, the innermost first; none when it
// stands elsewhere. The first two levels are merged from all files, so that
// only below them a span bounds what is in it.
func holding(n *syntax.Node, at source.Span, level int) []*syntax.Node {
	if level > 1 && !n.Span().Contains(at) {
		return nil
	}
	below := n.Items
	for _, f := range n.Fields {
		if f.Key.Span().Contains(at) {
			return []*syntax.Node{f.Value, n}
		}
		below = append(below[:len(below):len(below)], f.Value)
	}
	for _, b := range below {
		if found := holding(b, at, level+1); found != nil {
			return append(found, n)
		}
	}
	if n.Span().Contains(at) {
		return []*syntax.Node{n}
	}
	return nil
}

// wordsOf lists the texts of a value, those that name it first.
func wordsOf(n *syntax.Node) []string {
	if n.Kind == syntax.String && strings.Contains(n.Value, " ") {
		return []string{n.Value}
	}
	var names, texts []string
	for _, f := range n.Fields {
		switch {
		case f.Value.Kind != syntax.String:
		case slices.Contains([]string{"title", "name"}, f.Key.Value):
			names = append(names, f.Value.Value)
		default:
			texts = append(texts, wordsOf(f.Value)...)
		}
	}
	return append(names, texts...)
}
