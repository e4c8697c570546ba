package syntax

import (
	"bytes"
	"slices"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// Merge joins the roots of several files, in the order given, by their
// top-level keys: lists are appended, and anything else that stands in two
// files is a conflict that shows both places. What the merged root lacks is
// missed at the beginning of the first file that holds nothing, or else of the
// first file. The roots stay as they are.
func Merge(roots []*Node) (*Node, diag.List) {
	m := merger{root: &Node{Kind: Mapping}, at: map[string]int{}}
	for _, r := range roots {
		m.add(r)
	}
	if len(roots) > 0 {
		first := roots[max(slices.IndexFunc(roots, isEmpty), 0)]
		m.root.span = source.Span{File: first.span.File}
	}
	return m.root, m.list
}

func isEmpty(n *Node) bool { return n.Kind == Mapping && len(n.Fields) == 0 }

type merger struct {
	root *Node
	at   map[string]int // index in root.Fields by key
	list diag.List
}

func (m *merger) add(r *Node) {
	m.root.Truncated = m.root.Truncated || r.Truncated
	if r.Kind != Mapping {
		m.list.Add(diag.New(codeSyntax, diag.Error, r, "a file must begin with a key, such as participants:").
			Hint("write the key that this belongs to on a line of its own, and indent the rest below it"))
		m.root.Truncated = true
		return
	}
	for _, f := range r.Fields {
		m.field(f)
	}
}

func (m *merger) field(f Field) {
	i, ok := m.at[f.Key.Value]
	if !ok {
		m.at[f.Key.Value] = len(m.root.Fields)
		m.root.Fields = append(m.root.Fields, f)
		return
	}
	first := &m.root.Fields[i]
	switch {
	case first.Value.Kind == Sequence && f.Value.Kind == Sequence:
		first.Value = Joined(first.Value, f.Value)
	case first.Value.Kind == Null || first.Value.Kind == Broken:
		lost := first.Value.Kind == Broken
		first.Value = f.Value
		if lost {
			first.Value = truncated(f.Value)
		}
	case f.Value.Kind == Broken:
		first.Value = truncated(first.Value)
	case f.Value.Kind != Null:
		m.list.Add(diag.New(codeConflict, diag.Error, f.Key, "%q is already written in another file", f.Key.Value).
			Relate(first.Key, "it was written here first").
			Hint("keep one of the two; only lists may go on from file to file"))
	}
}

// truncated returns a value that has lost a part.
func truncated(n *Node) *Node {
	t := *n
	t.Truncated = true
	return &t
}

// Joined returns the list that two lists are together. Where one of the two is
// no list, the other has lost a part, unless nothing was written there.
func Joined(a, b *Node) *Node {
	if a.Kind != Sequence {
		a, b = b, a
	}
	joined := *a
	if b.Kind == Sequence {
		joined.Items = slices.Concat(a.Items, b.Items)
	}
	joined.Truncated = a.Truncated || b.Truncated || b.Kind != Sequence && b.Kind != Null
	return &joined
}

// Beside reports the keys of a mapping of texts that have a file of their own
// too: only one of the two would be read. A file that says nothing loses
// nothing.
func Beside(texts *Node, files map[string]*source.File) diag.List {
	var list diag.List
	if texts == nil {
		return nil
	}
	for _, f := range texts.Fields {
		file := files[f.Key.Value]
		if file == nil || isBlank(file.Text) {
			continue
		}
		start := len(file.Text) - len(bytes.TrimLeft(file.Text, "\ufeff \t\r\n"))
		end := start + len(bytes.TrimRight(file.Text[start:lineEnd(file.Text, start)], " \t\r"))
		list.Add(diag.New(codeConflict, diag.Error, file.Span(start, end), "%q is already written in another file", f.Key.Value).
			Relate(f.Key, "it was written here first").
			Hint("keep one of the two"))
	}
	return list
}
