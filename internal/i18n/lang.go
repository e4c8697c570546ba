// Package i18n says things in Bokmål, Nynorsk and English: messages to the
// coordinator, words in the document, numbers and dates.
//
// The English text of a message is its key, so a rule reads as one sentence
// where it is written; the catalogs in this folder hold the Norwegian.
package i18n

// A Lang is a language of the document or of the tool's messages, as an
// ISO 639-1 code (F222: Bokmål and Nynorsk are told apart).
type Lang string

// The languages.
const (
	NB Lang = "nb" // Bokmål
	NN Lang = "nn" // Nynorsk
	EN Lang = "en" // English
)

// Langs lists every language.
func Langs() []Lang { return []Lang{NB, NN, EN} }

// ParseLang returns the language with the given code, and whether there is
// one.
func ParseLang(code string) (Lang, bool) {
	for _, l := range Langs() {
		if string(l) == code {
			return l, true
		}
	}
	return EN, false
}

// A Text is one thing said in each language. An empty field was not said.
type Text struct {
	NB string `key:"nb" json:"nb"`
	NN string `key:"nn" json:"nn"`
	EN string `key:"en" json:"en"`
}

// In returns the text in a language. What was not said in it is said in the
// nearest other one: the two Norwegian forms stand in for each other before
// English does.
func (t Text) In(l Lang) string {
	for _, s := range t.byNearness(l) {
		if s != "" {
			return s
		}
	}
	return ""
}

// Has reports whether the text was said in a language.
func (t Text) Has(l Lang) bool { return t.byNearness(l)[0] != "" }

func (t Text) byNearness(l Lang) [3]string {
	switch l {
	case NB:
		return [3]string{t.NB, t.NN, t.EN}
	case NN:
		return [3]string{t.NN, t.NB, t.EN}
	default:
		return [3]string{t.EN, t.NB, t.NN}
	}
}
