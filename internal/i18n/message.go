package i18n

import "fmt"

// A Message is something to tell a person, kept as format and arguments until
// its language is known. The format is English, with the verbs of package
// fmt.
type Message struct {
	Format string
	Args   []any
}

// Sayable is an argument of a message that reads differently in each
// language, such as an amount.
type Sayable interface{ In(Lang) string }

// Msg makes a message.
func Msg(format string, args ...any) Message {
	return Message{Format: format, Args: args}
}

// In says the message in a language, its arguments too; without a translation
// it is said in English.
func (m Message) In(l Lang) string {
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		switch a := a.(type) {
		case Sayable:
			args[i] = a.In(l)
		case error:
			args[i] = Say(a, l)
		default:
			args[i] = a
		}
	}
	return fmt.Sprintf(m.Translation(l), args...)
}

// IsZero reports whether there is nothing to say.
func (m Message) IsZero() bool { return m.Format == "" }

// Translation returns the message's format in a language, or the English one
// when there is no translation.
func (m Message) Translation(l Lang) string {
	if l == EN {
		return m.Format
	}
	t, ok := messages()[m.Format]
	if !ok || !t.Has(l) {
		return m.Format
	}
	return t.In(l)
}

// Translated reports whether a message format is said in a language.
func Translated(format string, l Lang) bool {
	return l == EN || messages()[format].Has(l)
}

// Formats lists the message formats of the catalog.
func Formats() []string {
	formats := make([]string, 0, len(messages()))
	for f := range messages() {
		formats = append(formats, f)
	}
	return formats
}

// Word says a word or phrase of the document in a language. Keys are slugs
// with a kind before them, such as "kind.core-company". An unknown key is a
// mistake of the programmer or of a pack's author: ok is then false.
func Word(key string, l Lang) (word string, ok bool) {
	t, ok := words()[key]
	return t.In(l), ok
}

// Words returns every word of the document by key.
func Words() map[string]Text { return words() }
