package pdf

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"
)

// Characters that are set in a way of their own.
const (
	noBreakSpace  = '\u00a0'
	softHyphen    = '\u00ad'
	noBreakHyphen = '\u2011'
)

// A character is a rune and the byte offset in Document.Text that it comes
// from, or -1.
type character struct {
	r  rune
	at int
}

// literal returns the characters of raw, which stands at an offset of the
// text. A byte that is not UTF-8 becomes U+FFFD.
func literal(raw []byte, at int) []character {
	return appendLiteral(make([]character, 0, len(raw)), raw, at)
}

func appendLiteral(characters []character, raw []byte, at int) []character {
	for i := 0; i < len(raw); {
		r, size := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(raw[i:])
		}
		characters = append(characters, character{r, onward(at, i)})
		i += size
	}
	return characters
}

// literal returns what the function literal does, good until the next text is
// taken apart: they share their room.
func (s *setter) literal(raw []byte, at int) []character {
	s.characters = appendLiteral(s.characters[:0], raw, at)
	return s.characters
}

// onward moves an offset on, unless it is nowhere.
func onward(at, by int) int {
	if at < 0 {
		return -1
	}
	return at + by
}

// unescaped returns the characters that Markdown text stands for: backslash
// escapes and character references are what they say.
// They are good as long as those of literal.
func (s *setter) unescaped(raw []byte, at int) []character {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return s.literal(raw, at)
	}
	var characters []character
	for i := 0; i < len(raw); {
		said, size := unescape(raw[i:])
		for _, c := range literal(said, -1) {
			characters = append(characters, character{c.r, onward(at, i)})
		}
		i += size
	}
	return characters
}

// unescape returns what the beginning of raw stands for and how many bytes
// say it.
func unescape(raw []byte) (said []byte, size int) {
	switch {
	case raw[0] == '\\' && len(raw) > 1 && util.IsPunct(raw[1]):
		return raw[1:2], 2
	case raw[0] == '&':
		if said, size := reference(raw); size > 0 {
			return said, size
		}
	}
	_, size = utf8.DecodeRune(raw)
	return raw[:size], size
}

// longestReference is more bytes than any character reference has.
const longestReference = 40

// reference resolves a character reference such as &oslash; or &#248; at the
// beginning of raw; its size is 0 when there is none.
func reference(raw []byte) (said []byte, size int) {
	end := bytes.IndexByte(raw[:min(len(raw), longestReference)], ';')
	if end < 0 {
		return nil, 0
	}
	written := raw[:end+1]
	said = util.ResolveEntityNames(util.ResolveNumericReferences(written))
	if bytes.Equal(said, written) {
		return nil, 0
	}
	return said, len(written)
}

// firstCombining is the first rune that can join the one before it.
const firstCombining = 0x300

// composed joins letters and combining marks into single characters where
// Unicode has them (NFC).
func composed(characters []character) []character {
	for _, c := range characters {
		if c.r >= firstCombining {
			return normalised(characters)
		}
	}
	return characters
}

func normalised(characters []character) []character {
	var text []byte
	var places []int // of each byte of text
	for _, c := range characters {
		text = utf8.AppendRune(text, c.r)
		for len(places) < len(text) {
			places = append(places, c.at)
		}
	}
	if norm.NFC.IsNormal(text) {
		return characters
	}
	var joined []character
	var segments norm.Iter
	segments.Init(norm.NFC, text)
	for !segments.Done() {
		at := places[segments.Pos()]
		for _, r := range string(segments.Next()) {
			joined = append(joined, character{r, at})
		}
	}
	return joined
}

// settled returns what is set in a character's stead, and whether anything
// is: spaces of odd widths become plain ones, what has no shape is left out.
func settled(r rune) (rune, bool) {
	switch {
	case r > ' ' && r < 0x7f || r >= softHyphen && r < firstCombining:
		return r, true
	case r == '\n' || r == '\t' || r == '\r':
		return ' ', true
	case r == '\u202f' || r == '\u2009' || r == '\u2007':
		return noBreakSpace, true
	case r != noBreakSpace && unicode.Is(unicode.Z, r):
		return ' ', true
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
		return 0, false
	default:
		return r, true
	}
}

// settable reports whether a character can be set at all: PDF text here holds
// one 16-bit unit per character, written from left to right, each character
// in one shape and place.
func settable(r rune) bool {
	if r < firstComplex {
		return true
	}
	return r < 0xfffd && !unicode.In(r, complexScripts()...)
}

// firstComplex is the first rune of a script that cannot be set.
const firstComplex = 0x590

// complexScripts lists the scripts that run from right to left, or whose
// letters change shape or order by what stands beside them.
func complexScripts() []*unicode.RangeTable {
	return []*unicode.RangeTable{
		unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko,
		unicode.Samaritan, unicode.Mandaic, unicode.Mongolian,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
		unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
		unicode.Malayalam, unicode.Sinhala, unicode.Thai, unicode.Lao,
		unicode.Tibetan, unicode.Myanmar, unicode.Khmer, unicode.Javanese, unicode.Balinese,
	}
}
