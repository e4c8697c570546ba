// Package fonts holds the document's typefaces and measures them.
//
// Widths and kerning are in thousandths of an em (1000 is the font size),
// rounded as a PDF's width tables are, so that what is measured is what a
// reader draws.
package fonts

import (
	"bytes"
	"fmt"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Family is one of the typefaces that come with soknad.
type Family uint8

// The families.
const (
	Serif      Family = iota // Libertinus Serif, for reading
	Sans                     // Source Sans 3, for headings, tables and figures
	Mono                     // Source Code Pro, for code; it has no italics
	Liberation               // Liberation Sans, as wide as Arial
)

// Families returns all families.
func Families() []Family { return []Family{Serif, Sans, Mono, Liberation} }

// String returns the family's name without spaces, as PostScript writes it.
func (f Family) String() string {
	return [...]string{"LibertinusSerif", "SourceSans3", "SourceCodePro", "LiberationSans"}[f]
}

// A Face is a family in one weight and posture.
type Face struct {
	Family       Family
	Bold, Italic bool
}

// Data returns the face's TrueType file as a new slice, for those who write
// into the bytes they are given.
func (f Face) Data() []byte { return bytes.Clone(f.file()) }

// parsed holds one parse of every face. A parsed font is never written to, so
// any number of documents can share it.
var parsed = func() map[Face]func() *sfnt.Font {
	all := map[Face]func() *sfnt.Font{}
	for _, family := range Families() {
		for _, bold := range []bool{false, true} {
			for _, italic := range []bool{false, true} {
				f := Face{family, bold, italic}
				all[f] = sync.OnceValue(f.parse)
			}
		}
	}
	return all
}()

func (f Face) parse() *sfnt.Font {
	parsed, err := sfnt.Parse(f.file())
	if err != nil {
		panic(fmt.Sprintf("fonts: embedded %+v: %v", f, err))
	}
	return parsed
}

// A Font measures the characters of a face. It remembers what it has measured
// and must not be used by two goroutines at once.
type Font struct {
	Face   Face
	sfnt   *sfnt.Font
	buffer sfnt.Buffer
	common [0x250]glyph // Latin letters, where nearly all text is
	rare   map[rune]glyph
	pairs  [latin]*[latin]int16 // the kerning of common characters, by the first and the second
	kerns  map[[2]rune]int      // of the others
}

// latin is how many characters Latin-1 has, and notMeasured a kerning that no
// pair has.
const (
	latin       = 0x100
	notMeasured = math.MinInt16
)

type glyph struct {
	index   sfnt.GlyphIndex // 0: the face lacks the character
	advance int
	known   bool
}

// Open returns a Font of a face.
func Open(f Face) *Font {
	return &Font{Face: f, sfnt: parsed[f](), rare: map[rune]glyph{}, kerns: map[[2]rune]int{}}
}

// Has reports whether the face has a glyph for a character.
func (f *Font) Has(r rune) bool { return f.glyph(r).index != 0 }

// Advance returns the width of a character.
func (f *Font) Advance(r rune) int { return f.glyph(r).advance }

// Kern returns what two characters in a row are moved apart by; negative is
// together.
func (f *Font) Kern(a, b rune) int {
	if uint32(a) < latin && uint32(b) < latin {
		return f.kernLatin(a, b)
	}
	pair := [2]rune{a, b}
	if kern, ok := f.kerns[pair]; ok {
		return kern
	}
	f.kerns[pair] = f.kern(a, b)
	return f.kerns[pair]
}

func (f *Font) kernLatin(a, b rune) int {
	row := f.pairs[a]
	if row == nil {
		row = new([latin]int16)
		for i := range row {
			row[i] = notMeasured
		}
		f.pairs[a] = row
	}
	if row[b] == notMeasured {
		row[b] = int16(f.kern(a, b))
	}
	return int(row[b])
}

// em is a font size at which the font's units come out as thousandths of it.
const em = fixed.Int26_6(1000 << 6)

func (f *Font) kern(a, b rune) int {
	k, err := f.sfnt.Kern(&f.buffer, f.glyph(a).index, f.glyph(b).index, em, font.HintingNone)
	if err != nil {
		return 0 // no pair
	}
	return k.Round()
}

func (f *Font) glyph(r rune) glyph {
	if r >= 0 && int(r) < len(f.common) {
		g := &f.common[r]
		if !g.known {
			*g = f.look(r)
		}
		return *g
	}
	g, ok := f.rare[r]
	if !ok {
		g = f.look(r)
		f.rare[r] = g
	}
	return g
}

func (f *Font) look(r rune) glyph {
	index, err := f.sfnt.GlyphIndex(&f.buffer, r)
	if err != nil || index == 0 {
		return glyph{known: true}
	}
	advance, err := f.sfnt.GlyphAdvance(&f.buffer, index, em, font.HintingNone)
	if err != nil {
		return glyph{known: true}
	}
	return glyph{index: index, advance: advance.Round(), known: true}
}
