package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/object"
)

// fonts names the embedded fonts as subsets of what they are, and says which
// characters their codes stand for: fpdf says only that each is itself, which
// the archive does not accept (ISO 19005-2, 6.2.11.7.2).
func (f *finisher) fonts() {
	byName := map[string]fonts.Face{}
	for face := range f.runes {
		byName["utf8"+face.Name()+styleOf(face)] = face
	}
	for _, page := range f.pages {
		resources := object.DictOf(object.DictOf(page)["Resources"])
		delete(resources, "XObject")
		delete(resources, "ColorSpace")
		for _, font := range object.DictOf(resources["Font"]) {
			dict := object.DictOf(font)
			if face, ok := byName[string(object.NameOf(dict["BaseFont"]))]; ok {
				f.font(dict, face)
			}
		}
	}
}

func (f *finisher) font(dict object.Dict, face fonts.Face) {
	descendant := object.DictOf(object.ArrayOf(dict["DescendantFonts"])[0])
	descriptor := object.DictOf(descendant["FontDescriptor"])
	name := object.Name(subsetTag(object.StreamOf(descriptor["FontFile2"]).Data) + "+" + postScript(face))
	dict["BaseFont"], descendant["BaseFont"], descriptor["FontName"] = name, name, name
	descendant["CIDSystemInfo"] = object.Dict{
		"Registry": object.String("Adobe"), "Ordering": object.String("Identity"), "Supplement": 0,
	}
	descriptor["Flags"] = 4
	if face.Italic {
		descriptor["Flags"] = 4 | 64
	}
	dict["ToUnicode"] = &object.Indirect{Value: &object.Stream{Dict: object.Dict{}, Data: f.toUnicode(face)}}
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

// toUnicode maps the codes in use to their characters, which they are.
func (f *finisher) toUnicode(face fonts.Face) []byte {
	var used []rune
	for r := range f.runes[face] {
		used = append(used, r)
	}
	slices.Sort(used)
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
