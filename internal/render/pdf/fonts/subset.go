package fonts

import (
	"bytes"
	"encoding/binary"
)

// A Subset is a face with the glyphs of some characters only.
type Subset struct {
	// Program is a TrueType file as PDF embeds it under a composite font (ISO
	// 32000-1, 9.9): it does not say which characters its glyphs are of, nor
	// what they are called.
	Program []byte
	// Glyphs are the numbers of the characters' glyphs, 0 for a character that
	// the face lacks.
	Glyphs []uint16
}

// Subset returns the face with the glyphs of characters, in their order.
func (f *Font) Subset(characters []rune) Subset {
	c := newCutter(f.Face.file())
	glyphs := make([]uint16, len(characters))
	for i, r := range characters {
		glyphs[i] = c.keep(uint16(f.glyph(r).index))
	}
	return Subset{Program: c.program(), Glyphs: glyphs}
}

// A cutter cuts glyphs out of a TrueType file, and numbers them anew.
type cutter struct {
	file             []byte
	hmtx, loca, glyf []byte
	long             bool // loca has four bytes to the place, not two
	measured         int  // how many glyphs have an advance of their own
	kept             []uint16
	numbers          []uint16 // the new ones by the old; 0 for what is not kept
}

func newCutter(file []byte) *cutter {
	return &cutter{
		file: file, hmtx: table(file, "hmtx"), loca: table(file, "loca"), glyf: table(file, "glyf"),
		long: u16(table(file, "head"), 50) != 0, measured: u16(table(file, "hhea"), 34),
		kept:    []uint16{0}, // the sign for what is missing comes first in every font
		numbers: make([]uint16, u16(table(file, "maxp"), 4)),
	}
}

// keep keeps a glyph and returns its new number.
func (c *cutter) keep(glyph uint16) uint16 {
	if glyph != 0 && c.numbers[glyph] == 0 {
		c.numbers[glyph] = uint16(len(c.kept))
		c.kept = append(c.kept, glyph)
	}
	return c.numbers[glyph]
}

// outline returns the outline of a glyph, which has none if it is a space.
func (c *cutter) outline(glyph uint16) []byte {
	at := int(glyph)
	if c.long {
		return c.glyf[u32(c.loca, 4*at):u32(c.loca, 4*at+4)]
	}
	return c.glyf[2*u16(c.loca, 2*at) : 2*u16(c.loca, 2*at+2)]
}

// program writes the file of what is kept.
func (c *cutter) program() []byte {
	glyf, places := c.outlines()
	loca, long := placesTable(places)
	head, maxp, hhea := bytes.Clone(table(c.file, "head")), bytes.Clone(table(c.file, "maxp")), bytes.Clone(table(c.file, "hhea"))
	put16(head, 8, 0) // the sum, which is not known yet
	put16(head, 10, 0)
	put16(head, 50, long)
	put16(maxp, 4, len(c.kept))
	put16(hhea, 34, len(c.kept))
	var present []named
	for _, t := range []named{
		{"cvt ", table(c.file, "cvt ")}, {"fpgm", table(c.file, "fpgm")}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", c.metrics()}, {"loca", loca}, {"maxp", maxp}, {"prep", table(c.file, "prep")},
	} {
		if t.data != nil {
			present = append(present, t)
		}
	}
	return fileOf(present)
}

// outlines returns the outlines of what is kept and where each begins, with
// the end of the last. Glyphs that others are made of are kept as they are met.
func (c *cutter) outlines() (glyf []byte, places []int) {
	glyf = []byte{}
	for i := 0; i < len(c.kept); i++ {
		places = append(places, len(glyf))
		glyf = append(glyf, c.outline(c.kept[i])...)
		c.renumber(glyf[places[i]:])
		glyf = append(glyf, make([]byte, len(glyf)&1)...)
	}
	return glyf, append(places, len(glyf))
}

// The flags of a glyph's part.
const (
	wordArguments = 1 << 0 // where it stands takes four bytes, not two
	scaled        = 1 << 3
	moreParts     = 1 << 5
	scaledXY      = 1 << 6
	transformed   = 1 << 7
)

// renumber keeps the glyphs that an outline is made of, and says their new
// numbers in it.
func (c *cutter) renumber(outline []byte) {
	if len(outline) == 0 || i16(outline, 0) >= 0 { // the number of contours
		return
	}
	for at, flags := 10, moreParts; flags&moreParts != 0; at += partSize(flags) {
		flags = u16(outline, at)
		put16(outline, at+2, int(c.keep(uint16(u16(outline, at+2)))))
	}
}

// partSize returns how many bytes the part of a glyph takes.
func partSize(flags int) int {
	size := 6
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&scaled != 0:
		size += 2
	case flags&scaledXY != 0:
		size += 4
	case flags&transformed != 0:
		size += 8
	}
	return size
}

// metrics returns the advance and the bearing of what is kept. The last
// advance of a file is that of all glyphs that follow, which have bearings.
func (c *cutter) metrics() []byte {
	out := make([]byte, 0, 4*len(c.kept))
	for _, glyph := range c.kept {
		at := int(glyph)
		if at < c.measured {
			out = append(out, c.hmtx[4*at:4*at+4]...)
			continue
		}
		out = append(out, c.hmtx[4*c.measured-4:4*c.measured-2]...)
		bearing := 4*c.measured + 2*(at-c.measured)
		out = append(out, c.hmtx[bearing:bearing+2]...)
	}
	return out
}

// placesTable writes where outlines begin, in halves with two bytes each where
// that is enough; long is what the head says of it.
func placesTable(places []int) (loca []byte, long int) {
	if places[len(places)-1] > 2*0xffff {
		for _, p := range places {
			loca = binary.BigEndian.AppendUint32(loca, uint32(p))
		}
		return loca, 1
	}
	for _, p := range places {
		loca = binary.BigEndian.AppendUint16(loca, uint16(p/2))
	}
	return loca, 0
}
