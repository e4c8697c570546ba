package figure

import "fmt"

// A run is a half-open range of items that follow each other.
type run struct{ from, to int }

// spread divides items of given heights among as few runs as a limit allows
// and makes those about equally high. Only an item that is higher than the
// limit by itself makes a run that is.
func spread(heights []float64, limit float64) []run {
	return spreadBy(len(heights), limit, func(r run) float64 {
		total := 0.0
		for _, h := range heights[r.from:r.to] {
			total += h
		}
		return total
	})
}

// spreadBy is spread for items whose heights depend on what stands with them.
func spreadBy(n int, limit float64, height func(run) float64) []run {
	if n == 0 {
		return nil
	}
	least := packed(n, limit, height)
	const steps = 24
	even := height(run{0, n}) / float64(len(least))
	for i := range steps {
		lower := even + (limit-even)*float64(i)/steps
		if runs := packed(n, lower, height); lower < limit && len(runs) == len(least) {
			return runs
		}
	}
	return least
}

// packed fills one run after the other up to the limit.
func packed(n int, limit float64, height func(run) float64) []run {
	var runs []run
	from := 0
	for i := range n {
		if i > from && height(run{from, i + 1}) > limit {
			runs = append(runs, run{from, i})
			from = i
		}
	}
	return append(runs, run{from, n})
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
