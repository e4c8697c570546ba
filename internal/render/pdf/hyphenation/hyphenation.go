// Package hyphenation divides words by Liang's patterns, as TeX does.
//
// The patterns are kept as the text they were published in; what is built
// beside it is one table of offsets into that text, so that a language is
// ready in about a millisecond.
package hyphenation

import (
	_ "embed" // The patterns are part of the program.
	"maps"
	"strings"
	"sync"
	"unicode/utf8"

	"soknad/internal/i18n"
)

//go:embed no.patterns.txt
var norwegianPatterns string

//go:embed nb.exceptions.txt
var bokmalExceptions string

//go:embed nn.exceptions.txt
var nynorskExceptions string

//go:embed en.patterns.txt
var englishPatterns string

//go:embed en.exceptions.txt
var englishExceptions string

var (
	norwegian = sync.OnceValue(func() *index { return newIndex(norwegianPatterns) })
	bokmal    = sync.OnceValue(func() *Language { return newLanguage(norwegian(), bokmalExceptions) })
	nynorsk   = sync.OnceValue(func() *Language { return newLanguage(norwegian(), nynorskExceptions) })
	english   = sync.OnceValue(func() *Language { return newLanguage(newIndex(englishPatterns), englishExceptions) })
)

// Fewest letters that stay before and after a hyphen.
const (
	leftMin  = 2
	rightMin = 3
)

// A Language knows where the words of one language divide. It is never
// written to once made.
type Language struct {
	patterns   *index
	exceptions map[string]string // "tvertom": "tvert-om"
}

// For returns the patterns of a language, read at its first use.
func For(lang i18n.Lang) *Language {
	switch lang {
	case i18n.NB:
		return bokmal()
	case i18n.NN:
		return nynorsk()
	default:
		return english()
	}
}

// With returns the language with words that are divided as their hyphens say,
// whatever the patterns say; it leaves l as it is.
func (l *Language) With(divided []string) *Language {
	if len(divided) == 0 {
		return l
	}
	more := &Language{patterns: l.patterns, exceptions: maps.Clone(l.exceptions)}
	for _, word := range divided {
		more.except(word)
	}
	return more
}

// except enters a word with its hyphens.
func (l *Language) except(divided string) {
	divided = strings.ToLower(divided)
	l.exceptions[strings.ReplaceAll(divided, "-", "")] = divided
}

func newLanguage(patterns *index, exceptions string) *Language {
	l := &Language{patterns: patterns, exceptions: map[string]string{}}
	for line := range strings.Lines(exceptions) {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '%' {
			l.except(line)
		}
	}
	return l
}

// Points returns the byte offsets in word at which it may be divided. The
// word is letters only, in any case.
func (l *Language) Points(word string) []int {
	lower := strings.ToLower(word)
	if len(lower) != len(word) || utf8.RuneCountInString(word) < leftMin+rightMin {
		return nil
	}
	if divided, ok := l.exceptions[lower]; ok {
		return dashes(divided)
	}
	levels := l.patterns.levels("." + lower + ".")
	return points(lower, levels)
}

// dashes returns where the dashes of a divided word stand in the word
// without them.
func dashes(divided string) []int {
	var at []int
	for i := range len(divided) {
		if divided[i] == '-' {
			at = append(at, i-len(at))
		}
	}
	return at
}

// points picks the odd levels that leave enough letters on both sides.
// levels[i] belongs before byte i of the dotted word.
func points(word string, levels []byte) []int {
	var at []int
	letters, count := 0, utf8.RuneCountInString(word)
	for i := range word {
		if levels[i+1]%2 == 1 && letters >= leftMin && count-letters >= rightMin {
			at = append(at, i)
		}
		letters++
	}
	return at
}
