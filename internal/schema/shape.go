package schema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// A shape is what the schema says of one place in the tree: a schema and
// those it refers to, the nearest first.
type shape []*jsonschema.Schema

func newShape(s *jsonschema.Schema) shape {
	var all shape
	for s != nil && !slices.Contains(all, s) {
		all = append(all, s)
		s = s.Ref
	}
	return all
}

// below returns the shape of a key's value or of a list's entries.
func (s shape) below(token string) shape {
	for _, j := range s {
		if p, ok := j.Properties[token]; ok {
			return newShape(p)
		}
	}
	for _, j := range s {
		for pattern, p := range j.PatternProperties {
			if pattern.MatchString(token) {
				return newShape(p)
			}
		}
		if j.Items2020 != nil {
			return newShape(j.Items2020)
		}
	}
	return nil
}

// keys lists the keys that a mapping may hold, in alphabetical order.
func (s shape) keys() []string {
	var keys []string
	for _, j := range s {
		for k := range j.Properties {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// required lists the keys that a mapping must hold.
func (s shape) required() []string {
	var keys []string
	for _, j := range s {
		keys = append(keys, j.Required...)
	}
	return keys
}

// description returns what the nearest schema says of itself.
func (s shape) description() string {
	for _, j := range s {
		if j.Description != "" {
			return j.Description
		}
	}
	return ""
}

// example returns a value that the schema itself gives as an example.
func (s shape) example() string {
	for _, j := range s {
		for _, e := range j.Examples {
			if text, ok := e.(string); ok {
				return text
			}
		}
	}
	return ""
}

// values lists the values of an enumeration.
func (s shape) values() []string {
	var values []string
	for _, j := range s {
		if j.Enum == nil {
			continue
		}
		for _, v := range j.Enum.Values {
			if text, ok := v.(string); ok {
				values = append(values, text)
			}
		}
	}
	return values
}

// types returns the JSON types that a value may have; for an enumeration
// that is a string.
func (s shape) types() []string {
	for _, j := range s {
		if j.Types != nil {
			return j.Types.ToStrings()
		}
		if j.Enum != nil {
			return []string{"string"}
		}
	}
	return nil
}

func (s shape) wants(jsonType string) bool { return slices.Contains(s.types(), jsonType) }

// isDate reports whether the value is a day.
func (s shape) isDate() bool {
	return slices.ContainsFunc(s, func(j *jsonschema.Schema) bool {
		return j.Format != nil && j.Format.Name == "date"
	})
}

// refersTo returns the list of the description whose ids can stand here, or
// "call" when they are the call's, or "": the schema has a definition of its
// own for the ids of each list.
func (s shape) refersTo() string {
	for _, j := range s {
		_, name, _ := strings.Cut(j.Location, "#/$defs/")
		if list, ok := strings.CutSuffix(name, "_id"); ok {
			return list
		}
	}
	return ""
}

// hasForm reports whether the schema asks for a form at all.
func (s shape) hasForm() bool {
	return slices.ContainsFunc(s, func(j *jsonschema.Schema) bool { return j.Pattern != nil })
}

// accepts reports whether a text has the form that the schema asks for.
func (s shape) accepts(text string) bool {
	for _, j := range s {
		if j.Pattern != nil && !j.Pattern.MatchString(text) {
			return false
		}
	}
	return true
}

// bounds returns the least and the greatest number that is allowed, as text;
// an end that is open is "".
func (s shape) bounds() (least, greatest string) {
	for _, j := range s {
		if j.Minimum != nil {
			least = j.Minimum.RatString()
		}
		if j.Maximum != nil {
			greatest = j.Maximum.RatString()
		}
	}
	return least, greatest
}

// alternatives returns which keys each way of a oneOf asks for.
func (s shape) alternatives() ways {
	var all ways
	for _, j := range s {
		for _, way := range j.OneOf {
			all = append(all, way.Required)
		}
	}
	return all
}

// ways is an argument of a message that lists sets of keys of which one is to
// be given, such as `"amount", or "hours" and "rate"`.
type ways [][]string

// In says the ways in a language.
func (w ways) In(l i18n.Lang) string {
	said := ""
	for i, keys := range w {
		marked := make([]string, len(keys))
		for j, key := range keys {
			marked[j] = `"` + key + `"`
		}
		way := i18n.List(marked, l)
		if i > 0 {
			way = i18n.Msg("%s, or %s", said, way).In(l)
		}
		said = way
	}
	return said
}

// instance turns a node into the plain values that the library checks. What
// YAML tools read as a number in some odd form becomes a value of no JSON type
// that any field wants, so that it never passes for text or number; and so
// does a number with a decimal point where a whole one is wanted, which JSON
// Schema would take for whole when nothing but zeros follow the point.
func (s shape) instance(n *syntax.Node) any {
	switch n.Kind {
	case syntax.Mapping:
		m := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			m[f.Key.Value] = s.below(f.Key.Value).instance(f.Value)
		}
		return m
	case syntax.Sequence:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = s.below(strconv.Itoa(i)).instance(item)
		}
		return items
	case syntax.Float:
		if s.wants("integer") {
			return odd()
		}
	}
	return scalarInstance(n)
}
