package check

import "encoding/binary"

// A trueType is a TrueType program, as far as widths need it.
type trueType struct {
	glyphs   int // how many
	unitsPer int // em
	metrics  []byte
	measured int // how many glyphs have an advance of their own
}

// readTrueType reads a TrueType program, if it is one.
func readTrueType(data []byte) (*trueType, bool) {
	tables, ok := tablesOf(data)
	if !ok {
		return nil, false
	}
	head, maxp, hhea := tables["head"], tables["maxp"], tables["hhea"]
	if len(head) < 20 || len(maxp) < 6 || len(hhea) < 36 || tables["glyf"] == nil {
		return nil, false
	}
	t := &trueType{
		glyphs: u16(maxp, 4), unitsPer: u16(head, 18), metrics: tables["hmtx"], measured: u16(hhea, 34),
	}
	return t, t.unitsPer > 0 && t.measured > 0 && len(t.metrics) >= 4*t.measured
}

// tablesOf returns the tables of a program.
func tablesOf(data []byte) (map[string][]byte, bool) {
	if len(data) < 12 || string(data[:4]) != "\x00\x01\x00\x00" && string(data[:4]) != "true" {
		return nil, false
	}
	tables := map[string][]byte{}
	for i := range u16(data, 4) {
		entry := 12 + 16*i
		if entry+16 > len(data) {
			return nil, false
		}
		start := uint64(binary.BigEndian.Uint32(data[entry+8:]))
		end := start + uint64(binary.BigEndian.Uint32(data[entry+12:]))
		if end > uint64(len(data)) {
			return nil, false
		}
		tables[string(data[entry:entry+4])] = data[start:end]
	}
	return tables, true
}

func u16(data []byte, at int) int { return int(binary.BigEndian.Uint16(data[at:])) }

// advance returns the width of a glyph in thousandths of an em. The last
// advance is that of all glyphs that follow.
func (t *trueType) advance(glyph int) float64 {
	return float64(u16(t.metrics, 4*min(glyph, t.measured-1))) * 1000 / float64(t.unitsPer)
}
