package figure

import "fmt"

// A chip is a risk's mark on a light ground, and where it stands in its line.
type chip struct {
	words    string
	x, width float64
}

// chips breaks marks into lines of a width. What is more than the cell has
// lines for is counted in the last chip: "+7".
func chips(marks []string, width float64) [][]chip {
	all := laid(marks, width)
	for shown := len(marks) - 1; len(all) > chipRows; shown-- {
		rest := fmt.Sprintf("+%d", len(marks)-shown)
		all = laid(append(marks[:shown:shown], rest), width)
	}
	return all
}

// laid sets chips side by side, in as many lines as they need.
func laid(marks []string, width float64) [][]chip {
	var lines [][]chip
	x := 0.0
	for _, mark := range marks {
		words := first(wrap(mark, number(), min(chipMost, width-7), 1))
		w := max(chipHeight, number().width(words)+7)
		if len(lines) == 0 || x+w > width {
			lines = append(lines, nil)
			x = 0
		}
		last := len(lines) - 1
		lines[last] = append(lines[last], chip{words, x, w})
		x += w + chipGap
	}
	return lines
}

// paintChips draws a line of chips from its upper left corner.
func paintChips(line []chip, left, top float64) []Shape {
	edge := ink()
	var shapes []Shape
	for _, p := range line {
		shapes = append(shapes, Rect{
			X: left + p.x, Y: top, W: p.width, H: chipHeight,
			Fill: white(), Stroke: &edge, Radius: chipHeight / 2,
		})
		middle := left + p.x + p.width/2
		shapes = append(shapes, number().around(middle, top+chipHeight/2, Middle, lineOf(p.words))...)
	}
	return shapes
}
