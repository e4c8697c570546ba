package model

import (
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Field is a value that was written in the description.
type Field struct {
	// Path is the way to it through the keys, such as
	// "participants.contact.email". What is a list or a map by id has no
	// place in it, so that the same field of all entities has one path.
	Path string
	// Value is the value as text.
	Value string

	node   *syntax.Node
	entity syntax.Origin // of the entry of a list that it is a part of, or of the whole description
}

// Span returns where the value was written.
func (f Field) Span() source.Span { return f.node.Span() }

// Beside returns another value of the entity that the field is a part of, by
// its key, or two keys such as "commitment.status"; "" when it is not written.
func (f Field) Beside(path string) string {
	first, rest, below := strings.Cut(path, ".")
	n := f.entity.Node(first)
	if below {
		n = n.Lookup(rest)
	}
	if n == nil {
		return ""
	}
	return n.Value
}

// Fields lists every value that was written and could be read, in the order
// of the description. Values that were left empty are not among them.
func (p *Project) Fields() []Field {
	if p.root == nil {
		return nil
	}
	return fieldsBelow(Field{node: p.root, entity: p.Origin}, nil)
}

func fieldsBelow(f Field, found []Field) []Field {
	switch n := f.node; n.Kind {
	case syntax.Mapping:
		for _, below := range n.Fields {
			found = fieldsBelow(Field{Path: pathBelow(f.Path, below.Key.Value), node: below.Value, entity: f.entity}, found)
		}
	case syntax.Sequence:
		for _, item := range n.Items {
			entity := f.entity
			if item.Kind == syntax.Mapping {
				entity = syntax.OriginOf(item)
			}
			found = fieldsBelow(Field{Path: f.Path, node: item, entity: entity}, found)
		}
	case syntax.Broken, syntax.Null:
	default:
		if f.Value = n.Value; strings.TrimSpace(n.Value) != "" {
			found = append(found, f)
		}
	}
	return found
}

// pathBelow returns the path of a key. The keys of maps by id are no names of
// fields.
func pathBelow(path, key string) string {
	switch path {
	case "":
		return key
	case "participants.priorities", "goals.answers_as_of", "activities.answers_as_of", "sections":
		return path
	default:
		return path + "." + key
	}
}
