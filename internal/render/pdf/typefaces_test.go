package pdf

import (
	"math/rand/v2"
	"slices"
	"testing"

	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/object"
)

// TestTypefaceRemembersCharacters holds that what is painted is embedded.
func TestTypefaceRemembersCharacters(t *testing.T) {
	var typeface typeface
	for _, words := range []string{"på", "\u0000\uffff", "", "ap A"} {
		typeface.use(words)
	}
	if got := string(typeface.characters()); got != "\u0000 Aapå\uffff" {
		t.Errorf("the characters in use are %q", got)
	}
}

// TestWidthsAreThoseMeasured holds that a reader finds the width of each
// character that lines were broken by, and its glyph, whatever is in use.
func TestWidthsAreThoseMeasured(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 2))
	for _, family := range fonts.Families() {
		for range 30 {
			typeface := &typeface{Font: fonts.Open(fonts.Face{Family: family})}
			for range random.IntN(40) {
				typeface.use(string(rune(' ' + random.IntN(0x200))))
			}
			used := typeface.characters()
			descendant := object.DictOf(object.ArrayOf(typeface.embedded()["DescendantFonts"])[0])
			glyphs := object.StreamOf(descendant["CIDToGIDMap"]).Data
			for _, r := range used {
				if got, want := widthIn(descendant, int(r)), typeface.Advance(r); got != want {
					t.Fatalf("%s: %q is %d wide, want %d", family, r, got, want)
				}
				if shown := glyphs[2*r] != 0 || glyphs[2*r+1] != 0; shown != typeface.Has(r) {
					t.Fatalf("%s: %q has a glyph: %t", family, r, shown)
				}
			}
			if len(used) > 0 && len(glyphs) != 2*int(slices.Max(used))+2 {
				t.Errorf("%s: the glyphs take %d bytes for %q", family, len(glyphs), used)
			}
		}
	}
}

// TestEqualWidthsAreToldOnce keeps what the monospaced face says of itself short.
func TestEqualWidthsAreToldOnce(t *testing.T) {
	typeface := &typeface{Font: fonts.Open(fonts.Face{Family: fonts.Mono})}
	typeface.use("iWæ.")
	if font := object.DictOf(object.ArrayOf(typeface.embedded()["DescendantFonts"])[0]); font["W"] != nil || font["DW"] != 600 {
		t.Errorf("the widths are %v, and %v else", font["W"], font["DW"])
	}
}

// widthIn reads the width of a code as a reader does (ISO 32000-1, 9.7.4.3).
func widthIn(font object.Dict, code int) int {
	rows := object.ArrayOf(font["W"])
	for i := 0; i < len(rows); i += 2 {
		first, widths := rows[i].(int), rows[i+1].(object.Array)
		if code >= first && code < first+len(widths) {
			return widths[code-first].(int)
		}
	}
	return font["DW"].(int)
}
