package fonts

import "testing"

// TestPartSize holds how long the part of a glyph is, for what the typefaces at
// hand have, and what others may have.
func TestPartSize(t *testing.T) {
	for flags, want := range map[int]int{
		0: 6, wordArguments: 8, scaled: 8, scaledXY: 10, transformed: 14,
		moreParts: 6, wordArguments | scaled: 10, wordArguments | scaledXY: 12, wordArguments | transformed | moreParts: 16,
	} {
		if got := partSize(flags); got != want {
			t.Errorf("a part with the flags %#x takes %d bytes, want %d", flags, got, want)
		}
	}
}

// TestDirectory holds the numbers by which a reader searches the tables: the
// largest power of two below their number, times 16, its exponent, and the rest.
func TestDirectory(t *testing.T) {
	for tables, want := range map[int][3]int{1: {16, 0, 0}, 2: {32, 1, 0}, 7: {64, 2, 48}, 8: {128, 3, 0}, 9: {128, 3, 16}} {
		d := directory(tables)
		if got := [3]int{u16(d, 6), u16(d, 8), u16(d, 10)}; got != want || u16(d, 4) != tables {
			t.Errorf("%d tables: %v, want %v", tables, got, want)
		}
	}
}
