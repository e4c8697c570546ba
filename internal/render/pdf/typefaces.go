package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/object"
)

// A typeface is a face that pages are painted in.
type typeface struct {
	*fonts.Font
	name object.Name // in the resources of the pages
	used [maxRune / 64]uint64
}

// maxRune is more than the characters that a code of two bytes can be.
const maxRune = 1 << 16

// use remembers the characters of words, for the embedded subset.
func (t *typeface) use(words string) {
	for _, r := range words {
		t.used[uint16(r)/64] |= 1 << (r % 64)
	}
}

// characters lists the characters in use, in order.
func (t *typeface) characters() []rune {
	var all []rune
	for i, set := range t.used {
		for ; set != 0; set &= set - 1 {
			all = append(all, rune(64*i+bits.TrailingZeros64(set)))
		}
	}
	return all
}

// fonts embeds the typefaces, and lets all pages use them.
func (f *finisher) fonts() {
	all := object.Dict{}
	for _, t := range f.faces {
		all[t.name] = &object.Indirect{Value: t.embedded()}
	}
	resources := &object.Indirect{Value: object.Dict{"Font": all}}
	for _, page := range f.pages {
		object.DictOf(page)["Resources"] = resources
	}
}

// embedded makes the composite font of a typeface (ISO 32000-1, 9.7.6). Its
// codes are the characters themselves.
func (t *typeface) embedded() object.Dict {
	used := t.characters()
	subset := t.Subset(used)
	name := object.Name(subsetTag(subset.Program) + "+" + postScript(t.Face))
	descendant := object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": object.Dict{
			"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0,
		},
		"FontDescriptor": &object.Indirect{Value: descriptor(t.Face, name, subset.Program)},
		"CIDToGIDMap":    stream(glyphMap(used, subset.Glyphs)),
	}
	t.widths(descendant, used)
	return object.Dict{
		"Type": object.Name("Font"), "Subtype": object.Name("Type0"), "BaseFont": name,
		"Encoding": object.Name("Identity-H"), "DescendantFonts": object.Array{&object.Indirect{Value: descendant}},
		"ToUnicode": stream(toUnicode(used)),
	}
}

func stream(data []byte) *object.Indirect {
	return &object.Indirect{Value: &object.Stream{Dict: object.Dict{}, Data: data}}
}

// descriptor describes a face (ISO 32000-1, 9.8).
func descriptor(face fonts.Face, name object.Name, program []byte) object.Dict {
	m := face.Metrics()
	flags := 4 // the codes are no standard encoding
	if face.Italic {
		flags |= 64
	}
	return object.Dict{
		"Type": object.Name("FontDescriptor"), "FontName": name, "Flags": flags,
		"Ascent": m.Ascent, "Descent": m.Descent, "CapHeight": m.CapHeight, "StemV": m.StemV, "ItalicAngle": m.ItalicAngle,
		"FontBBox":  object.Array{m.Left, m.Bottom, m.Right, m.Top},
		"FontFile2": &object.Indirect{Value: &object.Stream{Dict: object.Dict{"Length1": len(program)}, Data: program}},
	}
}

// glyphMap says which glyph each code means: two bytes for each, up to the
// last in use.
func glyphMap(used []rune, glyphs []uint16) []byte {
	var m []byte
	for i, r := range used {
		m = append(m, make([]byte, 2*int(r)-len(m))...)
		m = binary.BigEndian.AppendUint16(m, glyphs[i])
	}
	return m
}

// widths says how wide the characters are (ISO 32000-1, 9.7.4.3): the most
// frequent width once, the others in rows of successive codes.
func (t *typeface) widths(descendant object.Dict, used []rune) {
	usual := t.usualWidth(used)
	var rows object.Array
	before := rune(-2)
	for _, r := range used {
		width := t.Advance(r)
		switch {
		case width == usual:
			continue
		case r == before+1:
			last := len(rows) - 1
			rows[last] = append(rows[last].(object.Array), width)
		default:
			rows = append(rows, int(r), object.Array{width})
		}
		before = r
	}
	descendant["DW"] = usual
	if rows != nil {
		descendant["W"] = rows
	}
}

// usualWidth returns the width that most characters have, of several the
// least.
func (t *typeface) usualWidth(used []rune) int {
	counts := map[int]int{}
	for _, r := range used {
		counts[t.Advance(r)]++
	}
	usual := 0
	for width, n := range counts {
		if n > counts[usual] || n == counts[usual] && width < usual {
			usual = width
		}
	}
	return usual
}

// subsetTag returns the six letters that tell subsets of a font apart (ISO
// 32000-1, 9.6.4), here by what is in them.
func subsetTag(data []byte) string {
	sum := sha256.Sum256(data)
	var tag strings.Builder
	for _, b := range sum[:6] {
		tag.WriteByte('A' + b%26)
	}
	return tag.String()
}

// postScript returns a face's PostScript name.
func postScript(f fonts.Face) string {
	family := f.Family.String()
	switch {
	case f.Bold && f.Italic:
		return family + "-BoldItalic"
	case f.Bold:
		return family + "-Bold"
	case f.Italic:
		return family + "-Italic"
	default:
		return family + "-Regular"
	}
}

// mostPerBlock is how many characters a block of a character map may hold.
const mostPerBlock = 100

// toUnicode says which characters codes stand for (ISO 32000-1, 9.10.3), which
// they are. The archive does not accept one range for all (ISO 19005-2,
// 6.2.11.7.2).
func toUnicode(used []rune) []byte {
	var m strings.Builder
	m.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(used, mostPerBlock) {
		fmt.Fprintf(&m, "%d beginbfchar\n", len(block))
		for _, r := range block {
			fmt.Fprintf(&m, "<%04X> <%04X>\n", r, r)
		}
		m.WriteString("endbfchar\n")
	}
	m.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(m.String())
}
