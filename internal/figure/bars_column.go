package figure

// An amount is what is printed beside a part of a bar.
type amount struct {
	at    float64 // the middle of its part
	y     float64 // the middle of the words, once settled
	words string
}

// column draws one bar with its left edge at x: parts, amounts, total and
// label. It returns the lower edge of the label.
func (p *plot) column(c *canvas, bar Bar, x float64) (bottom float64) {
	amounts := p.stack(c, bar, x)
	p.settle(amounts)
	top := p.barTop(bar)
	for _, a := range amounts {
		c.add(p.amount(a, x)...)
		top = min(top, a.y-amountHeight/2)
	}
	total := wrap(bar.Total, number(), p.slot-slotGap/2, 1)
	c.add(number().around(x, top-6, Start, total)...)
	lines := balanced(bar.Label, label(), p.slot-slotGap/2, labelLines)
	half := float64(len(lines)) * label().leading() / 2
	y := p.top + p.height + 4
	c.add(label().around(x, y+half, Start, lines)...)
	return y + 2*half
}

// stack draws the parts away from the baseline in both directions, and
// returns the amounts from the top down.
func (p *plot) stack(c *canvas, bar Bar, x float64) []amount {
	var over, under []amount
	up, down := 0.0, 0.0
	for i, part := range p.parts(bar) {
		size := float64(part.Amount)
		switch {
		case part.Amount > 0:
			at := p.part(c, i, x, p.y(up+size), p.y(up))
			over = append([]amount{{at: at, words: p.words(bar, i)}}, over...)
			up += size
		case part.Amount < 0:
			at := p.part(c, i, x, p.y(down), p.y(down+size))
			under = append(under, amount{at: at, words: p.words(bar, i)})
			down += size
		}
	}
	return append(over, under...)
}

// part draws one part between two heights, less the seam, and returns its
// middle. What is too small to see is drawn half a point high.
func (p *plot) part(c *canvas, series int, x, top, bottom float64) (middle float64) {
	seam := min(barSeam, (bottom-top)/3)
	c.add(lookOf(series).area(x, top, p.bar, max(0.5, bottom-top-seam))...)
	return (top + bottom - seam) / 2
}

// barTop is where the parts of a bar end.
func (p *plot) barTop(bar Bar) float64 {
	up := 0.0
	for _, part := range p.parts(bar) {
		up += max(0, float64(part.Amount))
	}
	return p.y(up)
}

// settle moves amounts apart so that none covers another.
func (p *plot) settle(amounts []amount) {
	slots := make([]slot, len(amounts))
	for i, a := range amounts {
		slots[i] = slot{a.at, amountHeight / 2}
	}
	for i, y := range settle(slots, p.top-headroom, p.top+p.height) {
		amounts[i].y = y
	}
}

// amount prints an amount to the right of the bar, with a line to its part
// where it had to move.
func (p *plot) amount(a amount, x float64) []Shape {
	right := x + p.bar
	shapes := label().around(right+amountGap, a.y, Start, lineOf(a.words))
	if moved := a.y - a.at; moved > 1 || moved < -1 {
		shapes = append(shapes, Line{
			X1: right + 1, Y1: a.at, X2: right + amountGap - 1.5, Y2: a.y,
			Width: 0.5, Color: strong(),
		})
	}
	return shapes
}

// lineOf returns words as a block of one line, or of none.
func lineOf(words string) []string {
	if words == "" {
		return nil
	}
	return []string{words}
}
