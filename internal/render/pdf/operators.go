package pdf

import (
	"math"
	"strconv"

	"soknad/internal/figure"
)

// A content is the operators of a page, as PDF writes them.
type content struct {
	buf    []byte
	height Length // of the page, from which PDF counts upwards
	fill   figure.Color
	filled bool // whether fill has been said
	face   *typeface
	size   Length
}

// op appends operands and an operator.
func (c *content) op(operator string, operands ...Length) {
	for _, o := range operands {
		c.number(o)
		c.buf = append(c.buf, ' ')
	}
	c.buf = append(c.buf, operator...)
	c.buf = append(c.buf, '\n')
}

// number appends a length in points with at most two decimals.
func (c *content) number(l Length) {
	if l < 0 {
		c.buf = append(c.buf, '-')
		l = -l
	}
	hundredths := (int(l) + 5) / 10
	c.buf = strconv.AppendInt(c.buf, int64(hundredths/100), 10)
	if f := hundredths % 100; f != 0 {
		c.buf = append(c.buf, '.', byte('0'+f/10))
		if f%10 != 0 {
			c.buf = append(c.buf, byte('0'+f%10))
		}
	}
}

// color appends one colour operator: rg fills, RG strokes.
func (c *content) color(operator string, color figure.Color) {
	for _, v := range [...]uint8{color.R, color.G, color.B} {
		c.buf = strconv.AppendFloat(c.buf, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64)
		c.buf = append(c.buf, ' ')
	}
	c.buf = append(c.buf, operator...)
	c.buf = append(c.buf, '\n')
}

// fillWith sets the fill colour if it is another than before.
func (c *content) fillWith(color figure.Color) {
	if !c.filled || c.fill != color {
		c.color("rg", color)
		c.fill, c.filled = color, true
	}
}

// font sets a font if it is another than before.
func (c *content) font(t *typeface, size Length) {
	if c.face == t && c.size == size {
		return
	}
	c.face, c.size = t, size
	c.buf = append(append(append(c.buf, '/'), t.name...), ' ')
	c.number(size)
	c.buf = append(c.buf, " Tf "...)
}

// run appends words. Kerning and the stretch of
// spaces are numbers between the parts of one TJ array, in thousandths of an
// em, subtracted.
func (c *content) run(r Run, t *typeface) {
	c.fillWith(r.Color)
	c.buf = append(c.buf, "BT "...)
	c.font(t, r.Size)
	c.number(r.X)
	c.buf = append(c.buf, ' ')
	c.number(c.height - r.Y)
	c.buf = append(c.buf, " Td [("...)
	spread := spread{extra: r.Extra, spaces: innerSpaces(r.Words), size: r.Size}
	before := rune(0)
	for i, char := range r.Words {
		adjust := kerning(t.Font, before, char)
		if before == ' ' {
			adjust += spread.next()
		}
		if adjust != 0 && i > 0 {
			c.buf = append(c.buf, ')')
			c.buf = strconv.AppendInt(c.buf, int64(-adjust), 10)
			c.buf = append(c.buf, '(')
		}
		c.char(char)
		before = char
	}
	c.buf = append(c.buf, ")] TJ ET\n"...)
}

// char appends a character as two bytes of a PDF string.
func (c *content) char(r rune) {
	for _, b := range [...]byte{byte(r >> 8), byte(r)} {
		switch b {
		case '(', ')', '\\':
			c.buf = append(c.buf, '\\', b)
		case '\r':
			c.buf = append(c.buf, '\\', 'r')
		default:
			c.buf = append(c.buf, b)
		}
	}
}

// innerSpaces counts the spaces that words stand behind.
func innerSpaces(words string) int {
	spaces, pending := 0, 0
	for i := range len(words) {
		if words[i] == ' ' {
			pending++
		} else {
			spaces, pending = spaces+pending, 0
		}
	}
	return spaces
}

// A spread shares a run's extra width among its spaces, in thousandths of an
// em, so that rounding never adds up.
type spread struct {
	extra, size   Length
	spaces, given int
}

func (s *spread) next() int {
	if s.spaces == 0 || s.given == s.spaces {
		return 0
	}
	before := s.thousandths(s.given)
	s.given++
	return s.thousandths(s.given) - before
}

func (s *spread) thousandths(spaces int) int {
	return int(s.extra) * 1000 * spaces / (s.spaces * int(s.size))
}
