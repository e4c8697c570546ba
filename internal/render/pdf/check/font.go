package check

import (
	"soknad/internal/render/pdf/object"
)

// A font is a font and what content shows in it.
type font struct {
	place           // of its first use
	dict            object.Dict
	descendant      object.Dict // of a composite font, nil for a simple one
	descendants     object.Array
	name            object.Name
	used            map[int]*use // by code
	latin           [0x250]*use  // the same, of the codes that are used most
	unicode         map[int]string
	program         *trueType // nil when the font is no TrueType or is broken
	embedded        object.Object
	widths          map[int]float64
	usual           float64 // the width of what widths does not have
	glyphs          []byte  // the map of a CIDToGIDMap that is a stream
	identityOfCodes bool    // whether a code is two bytes and the CID
}

// A use is how a code of a font is used.
type use struct {
	page    int  // the first
	painted bool // whether it is shown in a mode that paints
}

// fontOf returns the font that content chooses, nil when there is none.
func (d *document) fontOf(o object.Object) *font {
	dict := object.DictOf(o)
	if dict == nil {
		return nil
	}
	key := identity(dict)
	f, ok := d.byDict[key]
	if !ok {
		f = newFont(dict, number(o))
		d.byDict[key] = f
		d.fonts = append(d.fonts, f)
	}
	return f
}

func newFont(dict object.Dict, number int) *font {
	f := &font{place: place{object: number}, dict: dict, name: object.NameOf(dict["BaseFont"]), used: map[int]*use{}}
	if object.NameOf(dict["Subtype"]) == "Type0" {
		f.descendants = object.ArrayOf(dict["DescendantFonts"])
		f.descendant = object.DictOf(operands(f.descendants).at(0))
		encoding := object.NameOf(dict["Encoding"])
		f.identityOfCodes = encoding == "Identity-H" || encoding == "Identity-V"
		f.readWidths()
	}
	descriptor := object.DictOf(f.body()["FontDescriptor"])
	for _, key := range []object.Name{"FontFile", "FontFile2", "FontFile3"} {
		if s := object.StreamOf(descriptor[key]); s != nil {
			f.embedded = s
		}
	}
	f.readProgram(object.StreamOf(descriptor["FontFile2"]))
	if s := object.StreamOf(dict["ToUnicode"]); s != nil {
		f.unicode = toUnicode(s.Data)
	}
	return f
}

// isComposite reports whether a font's glyphs are those of another.
func (f *font) isComposite() bool { return object.NameOf(f.dict["Subtype"]) == "Type0" }

// body returns the dictionary that describes the glyphs.
func (f *font) body() object.Dict {
	if f.isComposite() {
		return f.descendant
	}
	return f.dict
}

// readProgram reads the TrueType program of a composite font.
func (f *font) readProgram(s *object.Stream) {
	if s == nil || !f.isComposite() || object.NameOf(f.descendant["Subtype"]) != "CIDFontType2" {
		return
	}
	program, ok := readTrueType(s.Data)
	if !ok {
		f.embedded = nil
		return
	}
	f.program = program
	if m := object.StreamOf(f.descendant["CIDToGIDMap"]); m != nil {
		f.glyphs = m.Data
	}
}

// show takes down the codes of a string.
func (f *font) show(s []byte, page int, painted bool) {
	if f.page == 0 {
		f.page = page
	}
	width := 1
	if f.isComposite() {
		width = 2
	}
	for ; len(s) >= width; s = s[width:] {
		code := int(s[0])
		if width == 2 {
			code = code<<8 | int(s[1])
		}
		u := f.useOf(code, page)
		u.painted = u.painted || painted
	}
}

// useOf returns how a code is used, which it is at the latest on a page.
func (f *font) useOf(code, page int) *use {
	if code < len(f.latin) && f.latin[code] != nil {
		return f.latin[code]
	}
	u := f.used[code]
	if u == nil {
		u = &use{page: page}
		f.used[code] = u
	}
	if code < len(f.latin) {
		f.latin[code] = u
	}
	return u
}

// isPainted reports whether anything is painted in the font.
func (f *font) isPainted() bool {
	for _, u := range f.used {
		if u.painted {
			return true
		}
	}
	return false
}

// glyph returns the glyph of a CID (ISO 32000-1, 9.7.4.2).
func (f *font) glyph(cid int) int {
	switch {
	case f.glyphs == nil:
		return cid
	case 2*cid+1 < len(f.glyphs):
		return int(f.glyphs[2*cid])<<8 | int(f.glyphs[2*cid+1])
	}
	return 0
}

// mostCIDs is how many CIDs there are (ISO 19005-2, 6.1.13).
const mostCIDs = 1 << 16

// readWidths reads the widths of a composite font (ISO 32000-1, 9.7.4.3).
func (f *font) readWidths() {
	f.widths, f.usual = map[int]float64{}, 1000
	if w, ok := real(f.descendant["DW"]); ok {
		f.usual = w
	}
	list := operands(object.ArrayOf(f.descendant["W"]))
	for i := 0; i+1 < len(list); {
		first, _ := object.IntOf(list[i])
		if each := object.ArrayOf(list[i+1]); each != nil {
			f.widen(first, each)
			i += 2
			continue
		}
		last, _ := object.IntOf(list[i+1])
		if w, ok := real(list.at(i + 2)); ok {
			for cid := max(first, 0); cid <= min(last, mostCIDs); cid++ {
				f.widths[cid] = w
			}
		}
		i += 3
	}
}

// widen enters the widths of CIDs that follow one another.
func (f *font) widen(first int, each object.Array) {
	for i, o := range each {
		if w, ok := real(o); ok {
			f.widths[first+i] = w
		}
	}
}

// width returns the width that the file gives a CID.
func (f *font) width(cid int) float64 {
	if w, ok := f.widths[cid]; ok {
		return w
	}
	return f.usual
}
