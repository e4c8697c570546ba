package figure

import (
	"strings"
	"unicode/utf8"
)

// TextWidth returns the width in points of words set at a size in the
// document's sans-serif face. It is a promise on the safe side: the advances
// of Source Sans 3 for what Norwegian, Sámi and English write, without
// kerning, and a wide guess for every other character, so what is laid out
// with it never comes out wider.
func TextWidth(words string, size float64, bold bool) float64 {
	total := 0
	for _, r := range words {
		a, _ := advance(r, bold)
		total += a
	}
	return float64(total) * size / 1000
}

// Measured reports whether TextWidth knows the advance of every character.
// When it does not, the width is a bound and not a measure, and a painter
// must not stretch words to it.
func Measured(words string) bool {
	for _, r := range words {
		if _, known := advance(r, false); !known {
			return false
		}
	}
	return true
}

// guess is the advance assumed for a character outside the table, in
// thousandths of the size: all but a handful of the face's glyphs are
// narrower.
const guess = 1400

// advance returns a character's advance in thousandths of the size, and
// whether the table has it.
func advance(r rune, bold bool) (thousandths int, known bool) {
	r = unaccented(r)
	switch {
	case r < ' ':
		return 0, true
	case r <= '~' && bold:
		return boldAdvance(r), true
	case r <= '~':
		return regularAdvance(r), true
	}
	regular, heavy := symbolAdvance(r)
	if bold {
		regular = heavy
	}
	return regular, regular != guess && regular != widest
}

// unaccented returns the letter of the ASCII table that is as wide as an
// accented one.
func unaccented(r rune) rune {
	const (
		accented = "ÅÄÁÀÂÃåäáàâãÉÈÊËéèêëÍÌÎÏÖÓÒÔÕöóòôõÜÚÙÛüúùûČÇčçñÑŠšŽžŦŧðÝýÿ"
		letters  = "AAAAAAaaaaaaEEEEeeeeIIIIOOOOOoooooUUUUuuuuCCccnNSsZzTtoYyy"
	)
	i := strings.IndexRune(accented, r)
	if i < 0 {
		return r
	}
	return rune(letters[utf8.RuneCountInString(accented[:i])])
}

// regularAdvance is for the printable ASCII characters in the regular weight.
func regularAdvance(r rune) int {
	return [...]int{
		200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
		497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
		847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664,
		566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
		542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
		555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
	}[r-' ']
}

// boldAdvance is for the printable ASCII characters in the bold weight.
func boldAdvance(r rune) int {
	return [...]int{
		200, 340, 537, 528, 528, 857, 667, 300, 344, 344, 457, 528, 300, 332, 300, 339,
		528, 528, 528, 528, 528, 528, 528, 528, 528, 528, 300, 300, 528, 528, 528, 463,
		902, 573, 605, 582, 635, 548, 524, 638, 674, 301, 509, 614, 518, 762, 665, 684,
		596, 684, 613, 556, 556, 665, 556, 813, 567, 525, 541, 344, 339, 344, 528, 500,
		555, 527, 573, 468, 573, 518, 341, 534, 571, 276, 278, 548, 286, 857, 572, 555,
		573, 573, 398, 443, 383, 568, 523, 776, 514, 521, 460, 344, 268, 344, 528,
	}[r-' ']
}

// widest is the advance of the face's widest glyphs, the long dashes.
const widest = 2200

// symbolAdvance is for the letters and marks beyond ASCII, in both weights.
func symbolAdvance(r rune) (regular, bold int) {
	switch r {
	case 'Æ':
		return 822, 845
	case 'Ø':
		return 664, 684
	case 'æ':
		return 778, 781
	case 'ø':
		return 542, 555
	case 'Đ', 'Ŋ':
		return 647, 666
	case 'đ', 'ŋ':
		return 562, 573
	case '\u00a0':
		return 200, 200
	case '\u2009', '\u202f':
		return 120, 120
	case '–', '«', '»':
		return 480, 480
	case '—':
		return 800, 800
	case '−', '×', '§', '≤', '≥', '€':
		return 497, 528
	case '…':
		return 948, 978
	case '·', '’', '‘', '•', '°':
		return 331, 365
	case '“', '”', '„':
		return 426, 537
	case '½':
		return 808, 846
	case '→', '←':
		return 619, 617
	case '‰':
		return 1194, 1249
	case '‱', '⸺', '⸻':
		return widest, widest
	default:
		return guess, guess
	}
}
