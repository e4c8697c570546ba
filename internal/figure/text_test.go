package figure_test

import (
	"fmt"
	"math"
	"os"
	"sync"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"soknad/internal/figure"
)

// A face is Source Sans 3 itself, read from the file that the PDF embeds.
type face struct {
	font  *sfnt.Font
	buf   sfnt.Buffer
	known map[rune]advance // of the characters that were asked for
}

// An advance is a character's width in thousandths of the size, and whether the
// face has the character.
type advance struct {
	width float64
	there bool
}

func readFace(weight string) *face {
	data, err := os.ReadFile("../render/pdf/fonts/SourceSans3_" + weight + ".ttf")
	if err != nil {
		panic(err)
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		panic(err)
	}
	return &face{font: f, known: map[rune]advance{}}
}

// faces returns the regular and the bold face.
var faces = sync.OnceValue(func() map[bool]*face {
	return map[bool]*face{false: readFace("400Regular"), true: readFace("700Bold")}
})

// advance is a character's true width in thousandths of the size, and whether
// the face has it.
func (f *face) advance(r rune) (float64, bool) {
	a, ok := f.known[r]
	if !ok {
		a.width, a.there = f.measure(r)
		f.known[r] = a
	}
	return a.width, a.there
}

func (f *face) measure(r rune) (float64, bool) {
	index, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || index == 0 {
		return 0, false
	}
	a, err := f.font.GlyphAdvance(&f.buf, index, fixed.I(1000), font.HintingNone)
	if err != nil {
		panic(err)
	}
	return float64(a) / 64, true
}

// trueWidth is the width of words in the real face, in points; a character
// that it has not got is as wide as its empty box.
func trueWidth(words string, size float64, bold bool) float64 {
	f := faces()[bold]
	total := 0.0
	for _, r := range words {
		a, ok := f.advance(r)
		if !ok {
			a = 653
		}
		total += a
	}
	return total * size / 1000
}

// TestTextWidthIsNeverShort holds the table against every character of the
// face below the astral planes.
func TestTextWidthIsNeverShort(t *testing.T) {
	for _, bold := range []bool{false, true} {
		for r := ' '; r < 0x10000; r++ {
			want, ok := faces()[bold].advance(r)
			if got := figure.TextWidth(string(r), 1000, bold); ok && got < 0.98*want {
				t.Errorf("%q, bold %t: %.0f, but the face has %.0f", r, bold, got, want)
			}
		}
	}
}

// TestTextWidthIsTrueForOurLanguages holds that the wide guess is not made for
// what applications are written in.
func TestTextWidthIsTrueForOurLanguages(t *testing.T) {
	ours := "ABCXYZ abcxyz 0123456789 ÆØÅ æøå éèêëóòôöäü ÁáČčĐđŊŋŠšŦŧŽž %§&@!?()[]{}<>=+−×–—…«»“”’•½°€‰≤≥→\u00a0"
	for _, bold := range []bool{false, true} {
		for _, r := range ours {
			want, _ := faces()[bold].advance(r)
			got := figure.TextWidth(string(r), 1000, bold)
			if math.Abs(got-want) > max(0.04*want, 90) {
				t.Errorf("%q, bold %t: %.0f, but the face has %.0f", r, bold, got, want)
			}
		}
	}
	for _, words := range []string{"Kjøpte tjenester", "Sámi giella", "12 450 000"} {
		if got, want := figure.TextWidth(words, 8, false), trueWidth(words, 8, false); math.Abs(got-want) > 0.01*want {
			t.Errorf("%q is %.2f wide, but in the face %.2f", words, got, want)
		}
	}
}

func TestTextWidthScales(t *testing.T) {
	if got, want := figure.TextWidth("aa", 10, false), 4*figure.TextWidth("a", 5, false); math.Abs(got-want) > 1e-9 {
		t.Errorf("two letters of 10 points are %v, want %v", got, want)
	}
	if figure.TextWidth("mål", 8, true) <= figure.TextWidth("mål", 8, false) {
		t.Error("bold must be wider")
	}
	if figure.TextWidth("", 8, false) != 0 {
		t.Error("no words are wide")
	}
}

func TestMeasured(t *testing.T) {
	for words, want := range map[string]bool{"": true, "Blåfjell – 3 %": true, "Čáhci": true, "中": false, "a⸻": false} {
		if got := figure.Measured(words); got != want {
			t.Errorf("Measured(%q) = %t", words, got)
		}
	}
}

func ExampleTextWidth() {
	fmt.Printf("%.1f points", figure.TextWidth("Milepæl", 10, false))
	// Output: 33.1 points
}
