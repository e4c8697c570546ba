package rules

import (
	"strings"

	"soknad/internal/i18n"
)

// word is an argument of a message that is itself said in the reader's
// language, such as the kind of an entity.
type word string

// In says the word in a language; its key in the catalog of messages is the
// English word.
func (w word) In(l i18n.Lang) string { return i18n.Msg(string(w)).In(l) }

// joined writes ids or names as a list.
func joined(words []string) string { return strings.Join(words, ", ") }
