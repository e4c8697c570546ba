package figure

import "fmt"

// A run is a half-open range of items that follow each other.
type run struct{ from, to int }

// spread divides items of given heights among as few runs as a limit allows
// and makes those about equally high. Only an item that is higher than the
// limit by itself makes a run that is.
func spread(heights []float64, limit float64) []run {
	least := packed(heights, limit)
	var total float64
	for _, h := range heights {
		total += h
	}
	const steps = 24
	even := total / float64(max(1, len(least)))
	for i := range steps {
		lower := even + (limit-even)*float64(i)/steps
		if runs := packed(heights, lower); lower < limit && len(runs) == len(least) {
			return runs
		}
	}
	return least
}

// packed fills one run after the other up to the limit.
func packed(heights []float64, limit float64) []run {
	var runs []run
	used, from := 0.0, 0
	for i, h := range heights {
		if i > from && used+h > limit {
			runs = append(runs, run{from, i})
			used, from = 0, i
		}
		used += h
	}
	if from < len(heights) {
		runs = append(runs, run{from, len(heights)})
	}
	return runs
}

// pageHeight is what an A4 page leaves for a figure and its caption, in
// points.
const pageHeight = 640

// canvasHeight returns the greatest height asked for, 120 points at least.
func canvasHeight(asked float64) float64 {
	if asked == 0 || asked != asked {
		return pageHeight
	}
	return max(asked, 120)
}

// numbered counts the figures of a series in their text alternatives: "(2/3)".
func numbered(figures []*Figure) []*Figure {
	if len(figures) < 2 {
		return figures
	}
	for i, f := range figures {
		f.Alt = fmt.Sprintf("%s (%d/%d)", f.Alt, i+1, len(figures))
	}
	return figures
}
