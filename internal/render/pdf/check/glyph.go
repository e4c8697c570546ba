package check

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"soknad/internal/render/pdf/object"
)

// codes returns the codes in use of a font for which is true, in order.
func (f *font) codes(is func(code int, u *use) bool) []int {
	var all []int
	for _, c := range slices.Sorted(maps.Keys(f.used)) {
		if is(c, f.used[c]) {
			all = append(all, c)
		}
	}
	return all
}

// listed is how many codes a message lists.
const listed = 8

// list writes codes for a message.
func (f *font) list(codes []int) string {
	var words []string
	for _, c := range codes[:min(len(codes), listed)] {
		if f.isComposite() {
			words = append(words, fmt.Sprintf("%04X", c))
		} else {
			words = append(words, fmt.Sprintf("%02X", c))
		}
	}
	s := strings.Join(words, ", ")
	if more := len(codes) - listed; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

// complain reports the codes of a font for which is true, if there are any.
func (f *font) complain(say report, is func(code int, u *use) bool, about string) {
	codes := f.codes(is)
	if len(codes) == 0 {
		return
	}
	say(place{f.used[codes[0]].page, f.object}, "In the font %s %s: %s.", f.name, about, f.list(codes))
}

// measured lists the fonts whose glyphs can be judged: composite fonts with an
// embedded TrueType program whose codes are their CIDs.
func (d *document) measured() []*font {
	var all []*font
	for _, f := range d.fonts {
		if f.program != nil && f.identityOfCodes {
			all = append(all, f)
		}
	}
	return all
}

// fontsAreEmbedded is PDF/UA-1 7.21.4.1-1 and PDF/A 6.2.11.4.1-1: what is
// painted is painted in fonts that the file holds.
func fontsAreEmbedded(d *document, say report) {
	for _, f := range d.fonts {
		if f.embedded == nil && object.NameOf(f.dict["Subtype"]) != "Type3" && f.isPainted() {
			say(f.place, "The font %s is not embedded, or its program cannot be read.", f.name)
		}
	}
}

// glyphsAreThere is PDF/UA-1 7.21.4.1-2 and PDF/A 6.2.11.4.1-2: an embedded
// font has all glyphs that are painted.
func glyphsAreThere(d *document, say report) {
	for _, f := range d.measured() {
		f.complain(say, func(c int, u *use) bool {
			return u.painted && f.glyph(c) >= f.program.glyphs
		}, "there are no glyphs for these codes")
	}
}

// noGlyphIsMissing is PDF/UA-1 7.21.8-1 and PDF/A 6.2.11.8-1: the glyph for
// what is missing is never shown, not even invisibly.
func noGlyphIsMissing(d *document, say report) {
	for _, f := range d.measured() {
		f.complain(say, func(c int, _ *use) bool { return f.glyph(c) == 0 }, "these codes show the glyph for missing characters")
	}
}

// widthsAgree is PDF/UA-1 7.21.5-1 and PDF/A 6.2.11.5-1: the widths that the
// file gives glyphs are those of the font, but for rounding.
func widthsAgree(d *document, say report) {
	for _, f := range d.measured() {
		f.complain(say, func(c int, u *use) bool {
			glyph := f.glyph(c)
			return u.painted && glyph < f.program.glyphs && math.Abs(f.program.advance(glyph)-f.width(c)) > 1
		}, "the widths of these codes differ from those of the embedded program")
	}
}

// cidsAreMapped is PDF/UA-1 7.21.3.2-1 and PDF/A 6.2.11.3.2-1: an embedded
// TrueType font says which glyphs its CIDs mean.
func cidsAreMapped(d *document, say report) {
	for _, f := range d.fonts {
		if f.embedded == nil || object.NameOf(f.descendant["Subtype"]) != "CIDFontType2" {
			continue
		}
		to := f.descendant["CIDToGIDMap"]
		if object.StreamOf(to) == nil && object.NameOf(to) != "Identity" {
			say(f.place, "The font %s does not say which glyphs its CIDs mean (CIDToGIDMap).", f.name)
		}
	}
}

// codesAreCharacters is PDF/UA-1 7.21.7-1 and PDF/A 6.2.11.7.2-1: every code in
// use stands for characters.
func codesAreCharacters(d *document, say report) {
	for _, f := range d.fonts {
		f.complain(say, func(c int, _ *use) bool { return !f.isCharacter(c) }, "these codes stand for no characters")
	}
}

// isCharacter reports whether a code stands for characters: by ToUnicode, or by
// an encoding that is known or spells the characters' names.
func (f *font) isCharacter(c int) bool {
	if s, ok := f.unicode[c]; ok {
		return s != ""
	}
	if f.isComposite() {
		return false
	}
	encoding := f.dict["Encoding"]
	dict := object.DictOf(encoding)
	if name, ok := difference(object.ArrayOf(dict["Differences"]), c); ok {
		return spelled(name)
	}
	switch object.NameOf(encoding) + object.NameOf(dict["BaseEncoding"]) {
	case "WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding":
		return true
	}
	return false
}

// difference returns the name that an encoding's differences give a code.
func difference(list object.Array, code int) (object.Name, bool) {
	at := 0
	for _, o := range list {
		if n, ok := object.IntOf(o); ok {
			at = n
			continue
		}
		if at == code {
			return object.NameOf(o), true
		}
		at++
	}
	return "", false
}

// spelled reports whether a glyph's name says which character it is: a word,
// as the names of the Adobe Glyph List are, or uni and the code. Names such as
// g12 say nothing.
func spelled(name object.Name) bool {
	if hex, ok := strings.CutPrefix(string(name), "uni"); ok && len(hex) >= 4 {
		return strings.Trim(hex, "0123456789ABCDEF") == ""
	}
	return name != "" && strings.Trim(strings.ToLower(string(name)), "abcdefghijklmnopqrstuvwxyz") == ""
}

// charactersAreValid is PDF/UA-1 7.21.7-2 and PDF/A 6.2.11.7.2-2: no code
// stands for U+0000, U+FEFF or U+FFFE.
func charactersAreValid(d *document, say report) {
	for _, f := range d.fonts {
		f.complain(say, func(c int, _ *use) bool {
			return strings.ContainsAny(f.unicode[c], "\x00\ufeff\ufffe")
		}, "these codes stand for U+0000, U+FEFF or U+FFFE, which are no characters")
	}
}
