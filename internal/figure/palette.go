package figure

// white is the paper.
func white() Color { return Color{255, 255, 255} }

// ink is for words and for lines that carry meaning; 15:1 on white.
func ink() Color { return Color{0x21, 0x26, 0x2E} }

// muted is for words that stand back; 6:1 on white, above 5:1 on tint.
func muted() Color { return Color{0x57, 0x5E, 0x69} }

// strong is for lines that divide, such as those between years; 3:1 on white.
func strong() Color { return Color{0x8A, 0x91, 0x9C} }

// faint is for lines that only guide the eye; nothing is lost without them.
func faint() Color { return Color{0xDD, 0xE1, 0xE6} }

// tint is the ground of a heading.
func tint() Color { return Color{0xEE, 0xF1, 0xF5} }

// A look is how one of several kinds of area is drawn.
type look struct {
	color   Color
	pattern Pattern
}

// lookOf returns the look of the i-th kind. Twelve differ: colours and
// patterns go round at different speeds, and colours that meet the same
// pattern also differ in lightness. The colours stand at least 3:1 from
// white and stay apart for people with any colour vision deficiency.
func lookOf(i int) look {
	hues := [...]Color{
		{0x17, 0x34, 0x6B}, // navy
		{0xBC, 0x7D, 0x12}, // ochre
		{0x2F, 0x9C, 0x8A}, // teal
		{0x80, 0x63, 0xB5}, // violet
		{0xA2, 0x36, 0x2C}, // brick
		{0x2E, 0x2E, 0x2E}, // coal
	}
	patterns := [...]Pattern{Solid, Hatch, Dots, Hollow}
	return look{hues[i%len(hues)], patterns[i%len(patterns)]}
}

// pale is the colour thinned with white until words can stand on it.
func (c Color) pale() Color {
	thin := func(part uint8) uint8 { return uint8(255 - (255-int(part))/8) }
	return Color{thin(c.R), thin(c.G), thin(c.B)}
}

// area draws a rectangle in the look. A hollow one is set in by half its
// outline, so that it looks as large as the others, and is pale inside.
func (l look) area(x, y, w, h float64) []Shape {
	if l.pattern != Hollow {
		return []Shape{Rect{X: x, Y: y, W: w, H: h, Fill: l.color, Pattern: l.pattern}}
	}
	in := min(0.5, w/4, h/4)
	return []Shape{
		Rect{X: x, Y: y, W: w, H: h, Fill: l.color.pale()},
		Rect{X: x + in, Y: y + in, W: w - 2*in, H: h - 2*in, Fill: l.color, Pattern: Hollow, Stroke: &l.color},
	}
}
