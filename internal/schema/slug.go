package schema

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// MaxID is how many characters an id has at most.
const MaxID = 60

// Slug writes a text as an id, or returns "" when it holds letters that no id
// can stand for. What cannot be seen is left out, and a letter of another
// alphabet is the one that it looks like.
func Slug(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(text))
	text = lookAlikes().Replace(text)
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
	for _, r := range text {
		if r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return ""
		}
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !isIDLetter(r) })
	return strings.Join(words, "-")
}

// lookAlikes writes the letters of Norwegian and its neighbours with those of
// an id, and Cyrillic and Greek small letters as the Latin ones they look like.
var lookAlikes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		"æ", "ae", "ø", "o", "å", "a", "ö", "o", "ä", "a", "ð", "d", "þ", "th", "ß", "ss", "đ", "d", "ŧ", "t", "ŋ", "n",
		"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "х", "x", "у", "y", "і", "i", "ј", "j", "ѕ", "s", "к", "k",
		"м", "m", "т", "t", "в", "b", "н", "h", "α", "a", "ο", "o", "ν", "v", "ρ", "p", "κ", "k", "ι", "i", "τ", "t",
		"υ", "u", "χ", "x",
	)
})
