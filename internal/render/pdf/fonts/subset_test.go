package fonts_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"soknad/internal/render/pdf/fonts"
)

// A directory is the tables of a TrueType file by their tags, and these in
// the order they stand.
type directory struct {
	tags   []string
	tables map[string][]byte
}

// directoryOf reads a file's directory, and holds it against the rules of
// OpenType: tables in order, none over another, each at a multiple of four
// bytes with its sum, and the sum of all.
func directoryOf(t *testing.T, file []byte) directory {
	t.Helper()
	d := directory{tables: map[string][]byte{}}
	end := 12 + 16*int(binary.BigEndian.Uint16(file[4:]))
	for entry := file[12:end]; len(entry) > 0; entry = entry[16:] {
		tag := string(entry[:4])
		at, size := int(binary.BigEndian.Uint32(entry[8:])), int(binary.BigEndian.Uint32(entry[12:]))
		if at != (end+3)&^3 || at+size > len(file) {
			t.Fatalf("the table %q is at %d, want %d", tag, at, (end+3)&^3)
		}
		end = at + size
		d.tags, d.tables[tag] = append(d.tags, tag), file[at:end]
		content := bytes.Clone(file[at:end])
		if tag == "head" {
			copy(content[8:12], "\x00\x00\x00\x00")
		}
		if got, want := binary.BigEndian.Uint32(entry[4:]), sum(content); got != want {
			t.Errorf("the sum of %q is %x, want %x", tag, got, want)
		}
	}
	if got := sum(file); got != 0xb1b0afba || !slices.IsSorted(d.tags) || len(file)%4 != 0 {
		t.Errorf("the file of %d bytes with the tables %q has the sum %x", len(file), d.tags, got)
	}
	return d
}

func sum(data []byte) (total uint32) {
	for i, b := range data {
		total += uint32(b) << (24 - 8*(i%4))
	}
	return total
}

// glyphs is how many glyphs the file has.
func (d directory) glyphs() int { return int(binary.BigEndian.Uint16(d.tables["maxp"][4:])) }

// tablesOf returns the tables of any TrueType file.
func tablesOf(file []byte) map[string][]byte {
	tables := map[string][]byte{}
	for entry := file[12:]; len(tables) < int(file[5]); entry = entry[16:] {
		tables[string(entry[:4])] = file[binary.BigEndian.Uint32(entry[8:]):][:binary.BigEndian.Uint32(entry[12:])]
	}
	return tables
}

// bearing returns how far from its place a glyph begins. The parser does not
// read it, and what draws letters on a screen does.
func bearing(tables map[string][]byte, glyph int) []byte {
	metrics := tables["hmtx"]
	if measured := int(binary.BigEndian.Uint16(tables["hhea"][34:])); glyph >= measured {
		return metrics[4*measured:][2*(glyph-measured):][:2]
	}
	return metrics[4*glyph+2:][:2]
}

// readable parses a subset. The parser also wants what a subset does not have,
// and gets it from the whole file.
func readable(t *testing.T, program, whole []byte) *sfnt.Font {
	t.Helper()
	d := directoryOf(t, program)
	file := []byte("\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	d.tables["cmap"], d.tables["OS/2"] = tablesOf(whole)["cmap"], tablesOf(whole)["OS/2"]
	d.tables["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	var bodies []byte
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"} {
		file[5]++
		file = append(append(file, tag...), 0, 0, 0, 0)
		file = binary.BigEndian.AppendUint32(file, uint32(12+16*9+len(bodies)))
		file = binary.BigEndian.AppendUint32(file, uint32(len(d.tables[tag])))
		bodies = append(bodies, d.tables[tag]...)
		bodies = append(bodies, make([]byte, -len(bodies)&3)...)
	}
	font, err := sfnt.Parse(append(file, bodies...))
	if err != nil {
		t.Fatal(err)
	}
	return font
}

// drawing returns a glyph's outline and advance in units of the font.
func drawing(t *testing.T, f *sfnt.Font, glyph sfnt.GlyphIndex) (outline sfnt.Segments, advance fixed.Int26_6) {
	t.Helper()
	outline, err := f.LoadGlyph(nil, glyph, fixed.Int26_6(f.UnitsPerEm()), nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", glyph, err)
	}
	if advance, err = f.GlyphAdvance(nil, glyph, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone); err != nil {
		t.Fatal(err)
	}
	return slices.Clone(outline), advance
}

// some returns characters by chance, in any order, and a few that are made of
// others.
func some(random *rand.Rand) []rune {
	characters := []rune("å\u00a0éč")
	for range random.IntN(60) {
		characters = append(characters, rune(random.IntN([]int{0x80, 0x250, 0x600, 0x10000}[random.IntN(4)])))
	}
	return characters
}

// TestSubsetsDrawWhatTheFaceDraws holds that any characters have the outlines
// and advances of the face in a subset, and none but these and what they are
// made of is there.
func TestSubsetsDrawWhatTheFaceDraws(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 1))
	parts := 0
	for _, face := range faces() {
		whole, err := sfnt.Parse(face.Data())
		if err != nil {
			t.Fatal(err)
		}
		tables := tablesOf(face.Data())
		for range 20 {
			characters := some(random)
			subset := fonts.Open(face).Subset(characters)
			cut := readable(t, subset.Program, face.Data())
			used := map[sfnt.GlyphIndex]bool{0: true}
			for i, r := range characters {
				glyph, _ := whole.GlyphIndex(nil, r)
				wantOutline, wantAdvance := drawing(t, whole, glyph)
				outline, advance := drawing(t, cut, sfnt.GlyphIndex(subset.Glyphs[i]))
				if used[glyph] = true; advance != wantAdvance || !reflect.DeepEqual(outline, wantOutline) {
					t.Fatalf("%+v: %q is another in the subset of %q", face, r, characters)
				}
				if !bytes.Equal(bearing(tablesOf(subset.Program), int(subset.Glyphs[i])), bearing(tables, int(glyph))) {
					t.Fatalf("%+v: %q begins elsewhere in the subset of %q", face, r, characters)
				}
			}
			if parts = max(parts, cut.NumGlyphs()-len(used)); cut.NumGlyphs() > 3*len(used) {
				t.Errorf("%+v: %d glyphs for %d characters", face, cut.NumGlyphs(), len(used))
			}
		}
	}
	if parts < 10 {
		t.Errorf("no more than %d glyphs were parts of others: the test does not try them", parts)
	}
}

// TestSubsetIsSmall holds that nothing is embedded that no reader asks for.
func TestSubsetIsSmall(t *testing.T) {
	d := directoryOf(t, fonts.Open(fonts.Face{}).Subset([]rune("Ab")).Program)
	if got := strings.Join(d.tags, "|"); got != "cvt |fpgm|glyf|head|hhea|hmtx|loca|maxp|prep" || d.glyphs() != 3 {
		t.Errorf("the subset has %d glyphs and the tables %s", d.glyphs(), got)
	}
	d = directoryOf(t, fonts.Open(fonts.Face{Family: fonts.Mono}).Subset([]rune("Ab")).Program)
	if got := strings.Join(d.tags, "|"); got != "glyf|head|hhea|hmtx|loca|maxp|prep" {
		t.Errorf("the subset has the tables %s", got)
	}
}

// TestSubsetOfWhatIsMissing holds that a character that the face lacks is
// shown as all that are missing.
func TestSubsetOfWhatIsMissing(t *testing.T) {
	for _, characters := range []string{"", "\U0001F600\U0001F600"} {
		subset := fonts.Open(fonts.Face{}).Subset([]rune(characters))
		if d := directoryOf(t, subset.Program); d.glyphs() != 1 || slices.Max(append(subset.Glyphs, 0)) != 0 {
			t.Errorf("of %q there are %d glyphs: %v", characters, d.glyphs(), subset.Glyphs)
		}
	}
}

// TestSubsetOfAll holds that a subset of so many glyphs that places take four
// bytes is sound too.
func TestSubsetOfAll(t *testing.T) {
	face := fonts.Face{Italic: true}
	open := fonts.Open(face)
	var all []rune
	for r := range rune(0x10000) {
		if open.Has(r) {
			all = append(all, r)
		}
	}
	subset := open.Subset(all)
	cut := readable(t, subset.Program, face.Data())
	whole, err := sfnt.Parse(face.Data())
	if err != nil {
		t.Fatal(err)
	}
	if size := len(directoryOf(t, subset.Program).tables["glyf"]); size <= 2*0xffff {
		t.Fatalf("the outlines take %d bytes, for which two bytes to the place are enough", size)
	}
	for i, r := range all {
		glyph, _ := whole.GlyphIndex(nil, r)
		want, _ := drawing(t, whole, glyph)
		if got, _ := drawing(t, cut, sfnt.GlyphIndex(subset.Glyphs[i])); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is another in the subset", r)
		}
	}
}

// TestSubsetsLeaveTheFilesAlone holds that a subset is always the same, and
// that the file it is cut from stays what the README says.
func TestSubsetsLeaveTheFilesAlone(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range faces() {
		first := fonts.Open(face).Subset([]rune("åéø"))
		if second := fonts.Open(face).Subset([]rune("åéø")); !reflect.DeepEqual(first, second) {
			t.Errorf("%+v: two subsets of the same characters differ", face)
		}
		if sum := sha256.Sum256(face.Data()); !bytes.Contains(readme, []byte(hex.EncodeToString(sum[:])+"  "+face.Family.String())) {
			t.Errorf("%+v: the file is no longer what it was", face)
		}
	}
}

// TestMetrics holds the metrics against what another reader of the files says,
// and that each face has its own file.
func TestMetrics(t *testing.T) {
	const em = fixed.Int26_6(1000 << 6)
	near := func(got int, want fixed.Int26_6) bool { return got >= want.Floor()-1 && got <= want.Ceil()+1 }
	for _, face := range faces() {
		parsed, err := sfnt.Parse(face.Data())
		if err != nil {
			t.Fatal(err)
		}
		m := face.Metrics()
		all, _ := parsed.Metrics(nil, em, font.HintingNone)
		if !near(m.Ascent, all.Ascent) || !near(-m.Descent, all.Descent) || !near(m.CapHeight, all.CapHeight) {
			t.Errorf("%+v: %+v, want %+v", face, m, all)
		}
		box, _ := parsed.Bounds(nil, em, font.HintingNone)
		if !near(m.Left, box.Min.X) || !near(m.Right, box.Max.X) || !near(-m.Top, box.Min.Y) || !near(-m.Bottom, box.Max.Y) {
			t.Errorf("%+v: %+v, want %+v", face, m, box)
		}
		leans := face.Italic && face.Family != fonts.Mono
		if (m.ItalicAngle < 0) != leans || (m.StemV == 165) != face.Bold || (m.StemV == 87) == face.Bold {
			t.Errorf("%+v is of another face: %+v", face, m)
		}
	}
}
