package rules

import "soknad/internal/i18n"

// lacking is an argument of a message that lists what is missing as a
// sentence does: "an owner, an indicator and a target".
type lacking []word

// In says the list in a language.
func (l lacking) In(lang i18n.Lang) string {
	said := make([]string, len(l))
	for i, w := range l {
		said[i] = w.In(lang)
	}
	return i18n.List(said, lang)
}
