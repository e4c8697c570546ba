package pdf

import (
	"math"
	"strconv"
)

// A Length is a distance or a place in thousandths of a point. Lengths are
// whole numbers so that a document has the same pages on every processor:
// compilers may round sums of floating-point products differently.
type Length int

// Point is 1/72 inch. It is untyped, so that 10.5*Point is a Length.
const Point = 1000

// String returns the length in points, without trailing zeros: "10.5".
func (l Length) String() string {
	return strconv.FormatFloat(float64(l)/Point, 'f', -1, 64)
}

// em returns how long a number of thousandths of an em is at a font size.
func em(thousandths int, size Length) Length {
	return Length((thousandths*int(size) + 500) / 1000)
}

// fromPoints turns a figure's points into a Length. What is no number, or
// far outside any page, becomes zero.
func fromPoints(x float64) Length {
	if !(math.Abs(x) < 1e5) {
		return 0
	}
	return Length(math.Round(x * Point))
}
