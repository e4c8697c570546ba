package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soknad/internal/render/pdf/fonts"
)

// A word is letters between two spaces, measured and cut where a line may
// break.
type word struct {
	pieces []piece
	widest int // of the pieces, in 1/1000 em
}

// A piece is a part of a word that does not break. Widths are in 1/1000 em;
// a piece's holds the kerning to the next piece.
type piece struct {
	end   int // byte offset in the word
	width int
	cut   cut // after the piece; the last has none
	extra int // what breaking here adds: the hyphen, less lost kerning
}

// A cut says what happens where a word is broken.
type cut uint8

const (
	whole    cut = iota // it cannot be
	marked              // after a dash or slash that stands there anyway
	hyphened            // a hyphen is added
	severed             // nothing is added, and nobody likes it
)

// cost is what a break costs, for package linebreak.
func (c cut) cost() int { return [...]int{0, 50, 110, 3000}[c] }

// A mode says how far words may be broken.
type mode uint8

const (
	asWords     mode = iota // after dashes and slashes only
	asSyllables             // hyphenated
	asLetters               // anywhere

	addressAsWords     // code or an address: after any punctuation
	addressAsSyllables // the same: after punctuation, or anywhere
)

// A wordStyle is what words are measured and cut in.
type wordStyle struct {
	font *fonts.Font
	mode mode
}

// words remembers the words that were measured, and those of the style that came
// last apart: the next one is nearly always of the same.
type words struct {
	of   map[wordStyle]map[string]*word
	last wordStyle
	same map[string]*word
}

// in returns the words of a style.
func (w *words) in(style wordStyle) map[string]*word {
	if w.last == style && w.same != nil {
		return w.same
	}
	known, ok := w.of[style]
	if !ok {
		known = map[string]*word{}
		w.of[style] = known
	}
	w.last, w.same = style, known
	return known
}

// word measures and cuts a word, once.
func (s *setter) word(font *fonts.Font, m mode, text string) *word {
	known := s.words.in(wordStyle{font, m})
	if w, ok := known[text]; ok {
		return w
	}
	w := measured(font, text, s.cuts(text, m))
	known[text] = w
	return w
}

// A place to cut is a byte offset in a word and what happens there.
type cutPoint struct {
	at  int
	cut cut
}

func (s *setter) cuts(text string, m mode) []cutPoint {
	if m <= asSyllables && isPath(text) {
		return addressCuts(text)
	}
	switch m {
	case asSyllables:
		return s.syllableCuts(text)
	case asLetters:
		return letterCuts(text)
	case addressAsWords:
		return addressCuts(text)
	case addressAsSyllables:
		return anywhereCuts(text)
	default:
		return markCuts(text)
	}
}

// isPath reports whether a word is the path of a file in a folder, such as
// annexes/cv.pdf, with or without marks around it.
func isPath(text string) bool {
	folder, file, found := strings.Cut(text, "/")
	_, kind, dotted := strings.Cut(file[strings.LastIndexByte(file, '/')+1:], ".")
	return found && dotted && strings.ContainsFunc(folder, unicode.IsLetter) && strings.ContainsFunc(kind, unicode.IsLetter)
}

// markCuts finds the ends of dashes and slashes inside a word. Numbers such as
// 1/2 stay whole, but a range may break after its en dash. A hyphen is no such
// end: on the page it could not be told from that of a divided word.
func markCuts(text string) []cutPoint {
	var cuts []cutPoint
	var before, mark rune // the two runes before the one at hand
	for i, r := range text {
		if breaksAfter(before, mark, r) && i > utf8.RuneLen(mark) {
			cuts = append(cuts, cutPoint{i, marked})
		}
		before, mark = mark, r
	}
	return cuts
}

func breaksAfter(before, mark, after rune) bool {
	switch mark {
	case '/':
		return isWordRune(before) && isWordRune(after) && !(unicode.IsDigit(before) && unicode.IsDigit(after))
	default:
		return (mark == '–' || mark == '—') && isWordRune(after)
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// addressCuts finds the ends of punctuation inside an address or code.
func addressCuts(text string) []cutPoint {
	var cuts []cutPoint
	var mark rune
	for i, r := range text {
		punctuated := strings.ContainsRune("/.-_?&=#:@,;(){}[]<>|+*", mark) && isWordRune(r)
		if i > 0 && punctuated || mark == codeSpace && r != codeSpace {
			cuts = append(cuts, cutPoint{i, marked})
		}
		mark = r
	}
	return cuts
}

// anywhereCuts finds the cuts of addressCuts and, at a high cost, all others.
func anywhereCuts(text string) []cutPoint {
	cuts := letterCuts(text)
	for _, mark := range addressCuts(text) {
		i, _ := slices.BinarySearchFunc(cuts, mark.at, func(c cutPoint, at int) int { return c.at - at })
		cuts[i].cut = marked
	}
	return cuts
}

func letterCuts(text string) []cutPoint {
	var cuts []cutPoint
	for i := range text {
		if i > 0 {
			cuts = append(cuts, cutPoint{i, severed})
		}
	}
	return cuts
}

// syllableCuts adds hyphenation to the cuts of markCuts. A part of the word
// with soft hyphens is divided there and nowhere else.
func (s *setter) syllableCuts(text string) []cutPoint {
	var cuts []cutPoint
	start := 0
	for _, mark := range append(markCuts(text), cutPoint{at: len(text)}) {
		cuts = s.divided(cuts, text[start:mark.at], start)
		if mark.cut != whole {
			cuts = append(cuts, mark)
		}
		start = mark.at
	}
	return cuts
}

// divided appends the hyphenation of a part of a word that begins at start.
func (s *setter) divided(cuts []cutPoint, part string, start int) []cutPoint {
	if strings.ContainsRune(part, softHyphen) {
		return softCuts(cuts, part, start)
	}
	first := strings.IndexFunc(part, unicode.IsLetter)
	if first < 0 {
		return cuts
	}
	letters := part[first:]
	if end := strings.IndexFunc(letters, isNotLetter); end >= 0 {
		if strings.IndexFunc(letters[end:], isWordRune) >= 0 {
			return cuts // an abbreviation, a formula, an address
		}
		letters = letters[:end]
	}
	if letters == strings.ToUpper(letters) {
		return cuts // an acronym
	}
	for _, at := range s.divisions(letters) {
		cuts = append(cuts, cutPoint{start + first + at, hyphened})
	}
	return cuts
}

func isNotLetter(r rune) bool { return !unicode.IsLetter(r) }

func softCuts(cuts []cutPoint, part string, start int) []cutPoint {
	for i, r := range part {
		end := i + utf8.RuneLen(r)
		if r == softHyphen && i > 0 && end < len(part) {
			cuts = append(cuts, cutPoint{start + end, hyphened})
		}
	}
	return cuts
}

// measured cuts a word into pieces and measures them.
func measured(font *fonts.Font, text string, cuts []cutPoint) *word {
	w := &word{pieces: make([]piece, 0, len(cuts)+1)}
	width, before := 0, rune(0)
	for i, r := range text {
		kern := 0
		if r != softHyphen {
			kern = kerning(font, before, r)
		}
		width += kern
		if len(cuts) > 0 && cuts[0].at == i {
			w.add(piece{end: i, width: width, cut: cuts[0].cut, extra: breakWidth(font, before, cuts[0].cut) - kern})
			width, cuts = 0, cuts[1:]
		}
		if r != softHyphen {
			width += font.Advance(drawn(r))
			before = r
		}
	}
	w.add(piece{end: len(text), width: width})
	return w
}

func (w *word) add(p piece) {
	w.pieces = append(w.pieces, p)
	w.widest = max(w.widest, p.width+max(p.extra, 0))
}

// breakWidth returns what a broken word ends in beside its letters.
func breakWidth(font *fonts.Font, before rune, c cut) int {
	if c != hyphened {
		return 0
	}
	return kerning(font, before, softHyphen) + font.Advance(softHyphen)
}

// kerning returns the kerning of two characters as they are drawn; there is
// none beside spaces, whose width belongs to the line.
func kerning(font *fonts.Font, a, b rune) int {
	if a == 0 || isSpace(a) || isSpace(b) {
		return 0
	}
	return font.Kern(drawn(a), drawn(b))
}

func isSpace(r rune) bool { return r == ' ' || r == noBreakSpace || r == codeSpace }
