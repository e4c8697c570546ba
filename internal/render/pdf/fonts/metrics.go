package fonts

// Metrics are what a PDF says of a face as a whole (ISO 32000-1, 9.8), in
// thousandths of an em.
type Metrics struct {
	Ascent, Descent int // of the tallest and the deepest letters
	CapHeight       int
	// Left, Bottom, Right and Top are the box around all glyphs.
	Left, Bottom, Right, Top int
	// ItalicAngle is in degrees against the clock; what leans forward has less
	// than none.
	ItalicAngle int
	// StemV is how thick upright strokes are. No table says it, so it is
	// guessed from the weight, as other writers of PDF do.
	StemV int
}

// Metrics reads the face's metrics from its file.
func (f Face) Metrics() Metrics {
	file := f.file()
	head, hhea, os2 := table(file, "head"), table(file, "hhea"), table(file, "OS/2")
	unitsPerEm := u16(head, 18)
	scaled := func(table []byte, at int) int { return i16(table, at) * 1000 / unitsPerEm }
	weight := u16(os2, 4)
	return Metrics{
		Ascent: scaled(hhea, 4), Descent: scaled(hhea, 6), CapHeight: scaled(os2, 88),
		Left: scaled(head, 36), Bottom: scaled(head, 38), Right: scaled(head, 40), Top: scaled(head, 42),
		ItalicAngle: i16(table(file, "post"), 4), StemV: 50 + weight*weight/(65*65),
	}
}
