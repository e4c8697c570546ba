package schema

import (
	"slices"
	"strings"

	"soknad/internal/i18n"
)

// A Place is what the schema says of one place of a description.
type Place struct{ shape shape }

// PlaceAt returns what the schema says of the place that a path leads to, of
// keys and of "-" for an entry of a list. Of a place that no description has
// it says nothing.
func PlaceAt(path []string) Place {
	s := application().shape
	for _, key := range path {
		s = s.below(key)
	}
	return Place{s}
}

// Below returns the place of a key of the mapping at this place.
func (p Place) Below(key string) Place { return Place{p.shape.below(key)} }

// Keys lists the keys that can stand at the place, in the order in which the
// schema requires them and then by name.
func (p Place) Keys() []string {
	keys := slices.Clone(p.shape.required())
	for _, key := range p.shape.keys() {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// IsRequired reports whether a key must stand at the place.
func (p Place) IsRequired(key string) bool { return slices.Contains(p.shape.required(), key) }

// Holds reports whether the place holds keys or entries of its own.
func (p Place) Holds() bool { return p.shape.wants(typeObject) || p.shape.wants(typeArray) }

// Values lists the words that can stand at the place, if only some can.
func (p Place) Values() []string {
	if p.shape.wants(typeBoolean) {
		return []string{"true", "false"}
	}
	return p.shape.values()
}

// RefersTo returns the list of the description whose ids can stand at the
// place, or "call" when they are the call's, or "".
func (p Place) RefersTo() string { return p.shape.refersTo() }

// Title says in a word or two what stands at the place.
func (p Place) Title(l i18n.Lang) string {
	for _, at := range p.shape {
		if at.Title != "" {
			return i18n.Message{Format: at.Title}.Translation(l)
		}
	}
	return ""
}

// Description says what stands at the place, and how.
func (p Place) Description(l i18n.Lang) string {
	return i18n.Message{Format: p.shape.description()}.Translation(l)
}

// Of returns what the description says of one of the place's words: it lists
// them as "word: meaning; word (name): meaning".
func (p Place) Of(value string, l i18n.Lang) string {
	for _, part := range strings.Split(strings.TrimSuffix(p.Description(l), "."), "; ") {
		meaning, ok := strings.CutPrefix(part, value)
		switch {
		case ok && strings.HasPrefix(meaning, ": "):
			return meaning[2:]
		case ok && strings.HasPrefix(meaning, " ("):
			return strings.Replace(meaning[2:], ")", "", 1)
		}
	}
	return ""
}

// IsID reports whether a text has the form of an id.
func IsID(text string) bool {
	id := PlaceAt([]string{"goals", "-", "id"}).shape
	return id.accepts(text) && !slices.ContainsFunc(id, func(p *part) bool {
		return p.MaxLength != nil && len(text) > *p.MaxLength
	})
}
