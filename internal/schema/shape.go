package schema

import (
	"slices"
	"strconv"
	"strings"

	"soknad/internal/i18n"
)

// A shape is what the schema says of one place in the tree: a part and those
// it refers to, the nearest first.
type shape []*part

// below returns the shape of a key's value or of a list's entries.
func (s shape) below(token string) shape {
	for _, p := range s {
		if property := p.Properties[token]; property != nil {
			return property.shape
		}
	}
	for _, p := range s {
		for _, k := range p.keyed {
			if k.matches(token) {
				return k.part.shape
			}
		}
		if p.Items != nil {
			return p.Items.shape
		}
	}
	return nil
}

// keys lists the keys that a mapping may hold, in alphabetical order.
func (s shape) keys() []string {
	var keys []string
	for _, p := range s {
		for k := range p.Properties {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// required lists the keys that a mapping must hold.
func (s shape) required() []string {
	var keys []string
	for _, p := range s {
		keys = append(keys, p.Required...)
	}
	return keys
}

// description returns what the nearest schema says of itself.
func (s shape) description() string {
	for _, p := range s {
		if p.Description != "" {
			return p.Description
		}
	}
	return ""
}

// example returns a value that the schema itself gives as an example.
func (s shape) example() string {
	for _, p := range s {
		for _, e := range p.Examples {
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
	for _, p := range s {
		values = append(values, p.Enum...)
	}
	return values
}

// wants reports whether a value may have a type; for an enumeration that is a
// string.
func (s shape) wants(t types) bool {
	for _, p := range s {
		if p.Type != 0 {
			return p.Type&t != 0
		}
		if p.Enum != nil {
			return t == typeString
		}
	}
	return false
}

// isDate reports whether the value is a day.
func (s shape) isDate() bool {
	return slices.ContainsFunc(s, func(p *part) bool { return p.Format == formatDate })
}

// refersTo returns the list of the description whose ids can stand here, or
// "call" when they are the call's, or "": the schema has a definition of its
// own for the ids of each list.
func (s shape) refersTo() string {
	for _, p := range s {
		if list, ok := strings.CutSuffix(p.definition, "_id"); ok {
			return list
		}
	}
	return ""
}

// hasForm reports whether the schema asks for a form at all.
func (s shape) hasForm() bool {
	return slices.ContainsFunc(s, func(p *part) bool { return p.matches != nil })
}

// accepts reports whether a text has the form that the schema asks for.
func (s shape) accepts(text string) bool {
	for _, p := range s {
		if p.matches != nil && !p.matches(text) {
			return false
		}
	}
	return true
}

// bounds returns the least and the greatest number that is allowed, as text;
// an end that is open is "".
func (s shape) bounds() (least, greatest string) {
	for _, p := range s {
		if p.Minimum != nil {
			least = asText(*p.Minimum)
		}
		if p.Maximum != nil {
			greatest = asText(*p.Maximum)
		}
	}
	return least, greatest
}

// above returns the number that a value must be more than.
func (s shape) above() float64 {
	for _, p := range s {
		if p.ExclusiveMinimum != nil {
			return *p.ExclusiveMinimum
		}
	}
	return 0
}

func asText(bound float64) string { return strconv.FormatFloat(bound, 'f', -1, 64) }

// alternatives returns which keys each way of a oneOf asks for.
func (s shape) alternatives() ways {
	var all ways
	for _, p := range s {
		for _, way := range p.OneOf {
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
