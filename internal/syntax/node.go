// Package syntax reads YAML into nodes that know their place.
//
// It is the only package that knows the YAML library, and it takes nothing
// from it but the shape of the tree and where each node starts: scalars are
// interpreted here, from their text, because the library truncates, guesses
// and drops without a word. Anchors, aliases, tags, merge keys and second
// documents are refused.
package syntax

import (
	"golang.org/x/text/unicode/norm"

	"soknad/internal/source"
)

// Kind says what a node is.
type Kind uint8

// The kinds of node. The zero Kind is a value that was written but cannot be
// used; a finding has said why.
const (
	Broken   Kind = iota
	Null          // nothing, ~ or null
	Bool          // true and false, and the words that YAML tools take for them, such as no
	Int           // a whole number in plain digits
	Float         // a number with a decimal point in plain digits
	Odd           // what YAML tools read as a number in some other form: 0301, 1e3, 1_000, 07.100
	String        // text
	Mapping       // keys and values
	Sequence      // a list
)

// Style says how a scalar was written.
type Style uint8

// The styles.
const (
	Plain        Style = iota // without quotes
	SingleQuoted              // 'text'
	DoubleQuoted              // "text"
	Literal                   // a | block, which keeps its line breaks
	Folded                    // a > block, which folds its lines
)

// A Node is a value in a YAML file. Nodes are not changed after Parse.
type Node struct {
	Kind  Kind
	Style Style
	// Value is a scalar's text, after quotes, escapes and folding.
	Value string
	// Fields are a mapping's keys and values, in the order written, without
	// repeats.
	Fields []Field
	// Items are a sequence's values.
	Items []*Node
	// Truncated says that a part of the node could not be read, so that
	// what it lacks means nothing.
	Truncated bool

	span source.Span
}

// A Field is a key of a mapping with its value.
type Field struct{ Key, Value *Node }

// Span returns where the node was written, from its first character to just
// after its last; the span of a block scalar starts at its | or >.
func (n *Node) Span() source.Span { return n.span }

// Lookup returns the value of a key, or nil.
func (n *Node) Lookup(key string) *Node {
	if f := n.Field(key); f != nil {
		return f.Value
	}
	return nil
}

// Field returns the field with a key, or nil. Keys that differ only in their
// Unicode form are the same.
func (n *Node) Field(key string) *Field {
	if n == nil {
		return nil
	}
	key = norm.NFC.String(key)
	for i := range n.Fields {
		if norm.NFC.String(n.Fields[i].Key.Value) == key {
			return &n.Fields[i]
		}
	}
	return nil
}

// IsScalar reports whether the node is neither a mapping nor a sequence.
func (n *Node) IsScalar() bool { return n.Kind != Mapping && n.Kind != Sequence }

// WithScalar returns a copy of the node that has another value: what its
// author must have meant.
func (n *Node) WithScalar(kind Kind, value string) *Node {
	return &Node{Kind: kind, Value: value, Style: n.Style, span: n.span}
}

// WithFields returns a copy of a mapping that has other fields.
func (n *Node) WithFields(fields []Field) *Node {
	c := *n
	c.Fields = fields
	return &c
}

// WithItems returns a copy of a sequence that has other items.
func (n *Node) WithItems(items []*Node) *Node {
	c := *n
	c.Items = items
	return &c
}

// AsList returns a list whose only item is the node.
func (n *Node) AsList() *Node {
	return &Node{Kind: Sequence, Items: []*Node{n}, span: n.span}
}
