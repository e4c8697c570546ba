package figure

// A key explains one symbol of a legend.
type key struct {
	// draw draws the symbol between x and x+symbol around a middle height.
	draw   func(x, middle float64) []Shape
	symbol float64 // its width in points
	words  string
}

// keyGap is between a symbol and its words, keyApart between keys.
const (
	keyGap   = 4
	keyApart = 14
	keyLines = 3
)

// swatch is the key of an area.
func swatch(l look, words string) key {
	return key{
		draw:   func(x, middle float64) []Shape { return l.area(x, middle-4.5, 14, 9) },
		symbol: 14,
		words:  words,
	}
}

// lines breaks a key's words so that symbol and words fit a width.
func (k key) lines(width float64) []string {
	return wrap(k.words, label(), width-k.symbol-keyGap, keyLines)
}

// height returns what a key needs for its lines.
func (k key) height(width float64) float64 {
	return max(13, float64(len(k.lines(width)))*label().leading()+4)
}

// paint draws a key whose first line stands around the middle of its first 13
// points, and returns the width used.
func (k key) paint(c *canvas, x, y, width float64) (used float64) {
	middle := y + 6.5
	c.add(k.draw(x, middle)...)
	x += k.symbol + keyGap
	lines := k.lines(width)
	down := float64(len(lines)-1) * label().leading() / 2
	c.add(label().around(x, middle+down, Start, lines)...)
	return k.symbol + keyGap + label().widestOf(lines)
}

// flow draws keys from left to right, in as many rows as they need, and
// returns the lower edge.
func flow(c *canvas, keys []key, left, right, y float64) (bottom float64) {
	x, row := left, 0.0
	for _, k := range keys {
		natural := k.symbol + keyGap + label().widestOf(k.lines(right-left))
		if x > left && x+natural > right {
			x, y, row = left, y+row, 0
		}
		x += k.paint(c, x, y, right-left) + keyApart
		row = max(row, k.height(right-left))
	}
	return y + row
}

// list draws keys one below the other and returns the lower edge.
func list(c *canvas, keys []key, left, right, y float64) (bottom float64) {
	for _, k := range keys {
		k.paint(c, left, y, right-left)
		y += k.height(right - left)
	}
	return y
}

// flowHeight returns the height that flow needs.
func flowHeight(keys []key, width float64) float64 {
	return flow(&canvas{}, keys, 0, width, 0)
}
