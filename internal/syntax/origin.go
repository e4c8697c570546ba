package syntax

import (
	"strings"

	"soknad/internal/source"
)

// An Origin remembers where an entity was written. Decoded structs embed it,
// so that their own fields can be plain values.
type Origin struct{ node *Node }

// OriginOf returns the origin of a decoded node.
func OriginOf(n *Node) Origin { return Origin{node: n} }

// Span returns the text that names the entity: its id, name or title, or else
// its first key. An entity that was written nowhere has the zero Span.
func (o Origin) Span() source.Span {
	if o.node == nil {
		return source.Span{}
	}
	for _, key := range []string{"id", "name", "title"} {
		if n := o.node.Lookup(key); n != nil && n.IsScalar() && n.Kind != Broken {
			return n.Span()
		}
	}
	if len(o.node.Fields) > 0 {
		return o.node.Fields[0].Key.Span()
	}
	return o.node.Span()
}

// Whole returns the span of everything that was written about the entity.
func (o Origin) Whole() source.Span {
	if o.node == nil {
		return source.Span{}
	}
	return o.node.Span()
}

// At returns a field's value, or the entity when the field is not written.
func (o Origin) At(field string) source.Ranger {
	if n := o.Node(field); n != nil {
		return n
	}
	return o
}

// Key returns the key of a field, or the entity when the field is not
// written.
func (o Origin) Key(field string) source.Ranger {
	if f := o.field(field); f != nil {
		return f.Key
	}
	return o
}

// Item returns item i of a field that is a list, or what At returns when
// there is no such item.
func (o Origin) Item(field string, i int) source.Ranger {
	if n := o.Node(field); n != nil && n.Kind == Sequence && i < len(n.Items) {
		return n.Items[i]
	}
	return o.At(field)
}

// Node returns the node of a field, or nil when it is not written.
func (o Origin) Node(field string) *Node {
	if f := o.field(field); f != nil {
		return f.Value
	}
	return nil
}

// Lacks reports whether a field was left out or left empty. A field that was
// written but could not be used is not lacking: a finding has already said
// what is wrong with it. Nothing can be said of an entity that was read only
// in part.
func (o Origin) Lacks(field string) bool {
	n := o.Node(field)
	switch {
	case n == nil:
		return o.node == nil || !o.node.Truncated && o.node.Kind != Broken
	case n.Truncated:
		return false
	case n.Kind == Null:
		return true
	case n.Kind == Sequence:
		return len(n.Items) == 0
	default:
		return n.Kind == String && strings.TrimSpace(n.Value) == ""
	}
}

func (o Origin) field(name string) *Field {
	if o.node == nil {
		return nil
	}
	return o.node.Field(name)
}
