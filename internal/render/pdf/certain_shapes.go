package pdf

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/i18n"
	"soknad/internal/render/pdf/fonts"
)

// ownWords are the characters that the pages have beside those of a document:
// the marks of lists, the numbers of footnotes, and what shortens a line.
const ownWords = "•–·⁰¹²³⁴⁵⁶⁷⁸⁹0123456789" + ellipsis

// hasShapes reports whether it is certain that some typeface has each of the
// characters that a document is set in, in any weight and posture.
func hasShapes(d *document.Document) bool {
	page, _ := i18n.Word("page.of", d.Lang)
	c := characterSet{}
	for _, words := range []string{ownWords, page, d.Title, d.Subject, d.Author, d.Mark} {
		c.addWords(words)
	}
	for _, f := range d.Figures {
		c.addFigure(f)
	}
	c.addMarkdown(d.Text)
	all := newTools()
	for r := range c {
		if !all.hasShape(r) {
			return false
		}
	}
	return true
}

// A characterSet holds the characters beyond ASCII that a document may be set
// in; every typeface has those of ASCII.
type characterSet map[rune]struct{}

func (c characterSet) addWords(words string) {
	for _, r := range words {
		c.add(r)
	}
}

func (c characterSet) add(r rune) {
	if r >= utf8.RuneSelf {
		c[r] = struct{}{}
	}
}

func (c characterSet) addFigure(f *figure.Figure) {
	for _, shape := range f.Shapes {
		if text, ok := shape.(figure.Text); ok {
			c.addWords(text.Words)
		}
	}
}

// addMarkdown adds the characters of a text, and those that its character
// references stand for.
func (c characterSet) addMarkdown(text []byte) {
	for i := 0; i < len(text); {
		b := text[i]
		if b == '&' {
			said, _ := reference(text[i:])
			c.addWords(string(said))
		}
		size := 1
		if b >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRune(text[i:])
			c.add(r)
		}
		i += size
	}
}

// hasShape reports whether it is certain that a character is set in a shape of
// its own, whatever stands around it. One that may join with others is not
// certain.
func (t *tools) hasShape(r rune) bool {
	alone := string(r)
	if !norm.NFC.IsNormalString(alone) || !norm.NFC.PropertiesString(alone).BoundaryBefore() {
		return false
	}
	r, shown := settled(r)
	if !shown || drawn(r) <= ' ' {
		return true
	}
	if !settable(r) {
		return false
	}
	for _, f := range []fonts.Face{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		if t.familyWith(drawn(r), f) == nil {
			return false
		}
	}
	return true
}
