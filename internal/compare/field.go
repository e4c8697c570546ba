package compare

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"soknad/internal/i18n"
)

// A Field is one thing that is another of an entity.
type Field struct {
	// Name is what the field is called, in English.
	Name string
	// Of says which of several it is, such as an indicator's name; else "".
	Of string
	// Called is what Of is called, when Of is an id.
	Called string
	// Old and New are nil when there was, or is, nothing.
	Old, New Value
	// Words compares two texts word by word; nil when it is no text, or one
	// of the two is missing.
	Words []Words
	// Months is how many months a day moved, later when it is more than 0.
	Months int
}

// A word names a field, or a kind of change, in the catalog of messages.
type word string

// In says the word in a language.
func (w word) In(l i18n.Lang) string { return i18n.Msg(string(w)).In(l) }

// fields are the differences of two entities in the making.
type fields []Field

// value adds a field when its two values differ.
func (f *fields) value(name word, of string, old, current Value) {
	if old == current {
		return
	}
	*f = append(*f, Field{Name: string(name), Of: of, Old: old, New: current})
}

// text adds a text when it is another; white space does not count.
func (f *fields) text(name word, old, current string) {
	words := wordByWord(old, current)
	if !slices.ContainsFunc(words, func(w Words) bool { return w.Change != "" }) {
		return
	}
	field := Field{Name: string(name), Old: textOf(old), New: textOf(current)}
	if field.Old != nil && field.New != nil {
		field.Words = words
	}
	*f = append(*f, field)
}

// day adds a day when it moved.
func (f *fields) day(name word, of string, old, current time.Time) {
	if old.Equal(current) {
		return
	}
	field := Field{Name: string(name), Of: of, Old: dayOf(old), New: dayOf(current)}
	if field.Old != nil && field.New != nil {
		field.Months = 12*(current.Year()-old.Year()) + int(current.Month()) - int(old.Month())
	}
	*f = append(*f, field)
}

// refs adds what a list of ids lost and what it gained.
func (f *fields) refs(name word, b both, called caller, old, current []string) {
	for _, id := range old {
		if !slices.Contains(current, id) {
			*f = append(*f, Field{Name: string(name), Old: b.before(id, called)})
		}
	}
	for _, id := range current {
		if !slices.Contains(old, id) {
			*f = append(*f, Field{Name: string(name), New: b.now(id, called)})
		}
	}
}

// numbers adds the numbers by id that are others.
func (f *fields) numbers(name word, b both, called caller, old, current map[string]int) {
	all := map[string]int{}
	maps.Copy(all, old)
	maps.Copy(all, current)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if was, is := numberIn(old, id), numberIn(current, id); was != is {
			called := cmp.Or(called(b.current, id), called(b.old, id))
			*f = append(*f, Field{Name: string(name), Of: id, Called: called, Old: was, New: is})
		}
	}
}

func numberIn(m map[string]int, id string) Value {
	n, ok := m[id]
	if !ok {
		return nil
	}
	return number(n)
}
