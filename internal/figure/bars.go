package figure

import "math"

// Bars are stacked bars side by side, such as a budget by category for each
// year. Every amount that is not zero is printed beside its part of the bar,
// so there is no scale to read off. All words come in the document's language.
type Bars struct {
	// Alt says in one or two sentences what the chart shows. When there are
	// more bars than fit, they go on in further figures and "(1/2)" is
	// added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// Unit is said above the bars, such as "Tusen kroner"; it may be empty.
	Unit string
	// Series are what the parts of a bar stand for, from the baseline
	// upwards. Twelve of them differ in colour or pattern.
	Series []string
	Bars   []Bar
}

// A Bar is one bar of the chart, such as a year.
type Bar struct {
	Label string
	// Total is printed above the bar; it may be empty.
	Total string
	// Parts belong to the series by their order. Missing ones are zero, and
	// those beyond the last series are not drawn.
	Parts []Part
}

// A Part is an amount and how it is written. A negative amount is drawn below
// the baseline.
type Part struct {
	Amount int64
	Words  string
}

// Draw draws the chart: one figure, or several on the same scale when the
// bars do not fit side by side. When every amount is zero there is nothing to
// draw and it returns nil.
func (b Bars) Draw() []*Figure {
	p := newPlot(b)
	if p.high == p.low {
		return nil
	}
	var figures []*Figure
	for from := 0; from < len(b.Bars); from += p.each {
		figures = append(figures, p.draw(b.Bars[from:min(from+p.each, len(b.Bars))]))
	}
	return numbered(figures)
}

// Measures of the chart, in points.
const (
	plotHeight   = 180.0
	legendColumn = 138.0
	legendApart  = 14.0
	barLeast     = 16.0
	barMost      = 52.0
	barSeam      = 1.0 // of paper between the parts of a bar
	amountGap    = 7.0 // between a bar and its amounts
	amountHeight = 9.5
	amountMost   = 90.0
	slotGap      = 10.0
	headroom     = 9.0 // over the highest bar, for amounts that move up
)

// A plot is what all the figures of one chart have in common.
type plot struct {
	Bars
	width     float64
	high, low float64 // the greatest and the least sum, in the amounts' unit
	amounts   float64 // width of the column of amounts
	slot, bar float64 // width of a bar with its amounts, and of the bar
	each      int     // bars in a figure
	beside    bool    // the legend stands beside the bars, else below
	top       float64
	height    float64
}

func newPlot(b Bars) *plot {
	p := &plot{Bars: b, width: canvasWidth(b.Width), top: 14 + headroom, height: plotHeight}
	if clean(b.Unit) != "" {
		p.top += 16
	}
	for _, bar := range b.Bars {
		up, down, n := 0.0, 0.0, 0
		for i, part := range p.parts(bar) {
			p.amounts = max(p.amounts, label().width(p.words(bar, i)))
			up += max(0, float64(part.Amount))
			down += min(0, float64(part.Amount))
			n++
		}
		p.high, p.low = max(p.high, up), min(p.low, down)
		p.amounts = max(p.amounts, number().width(first(wrap(bar.Total, number(), amountMost, 1)))-barLeast)
		p.height = max(p.height, float64(n)*1.3*amountHeight)
	}
	p.fit()
	return p
}

// fit shares the width among bars and legend: beside the bars if they are
// few, below if not, and in several figures if they are too many for that.
func (p *plot) fit() {
	least := barLeast + amountGap + p.amounts + slotGap
	n := float64(max(1, len(p.Bars.Bars)))
	room := p.width - legendColumn - legendApart
	p.beside = room >= n*least
	if !p.beside {
		room = p.width
	}
	figures := math.Ceil(n / math.Floor(max(1, room/least)))
	p.each = int(math.Ceil(n / figures))
	p.slot = room / float64(p.each)
	p.bar = min(p.slot-least+barLeast, barMost)
	p.slot = min(p.slot, p.bar+least-barLeast+slotGap*2)
}

// parts returns a bar's parts that belong to a series.
func (p *plot) parts(bar Bar) []Part { return bar.Parts[:min(len(bar.Parts), len(p.Series))] }

// words returns how an amount is written on one line.
func (p *plot) words(bar Bar, i int) string {
	return first(wrap(bar.Parts[i].Words, label(), amountMost, 1))
}

func first(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// y returns the height at which an amount stands.
func (p *plot) y(amount float64) float64 {
	return p.top + p.height*(p.high-amount)/(p.high-p.low)
}

// draw draws some of the bars and the legend of all series.
func (p *plot) draw(bars []Bar) *Figure {
	c := &canvas{}
	bottom := p.top + p.height
	if p.Unit != "" {
		c.add(aside().around(0, 6, Start, wrap(p.Unit, aside(), p.width, 1))...)
	}
	edge := 0.0
	for i, bar := range bars {
		edge = max(edge, p.column(c, bar, float64(i)*p.slot))
	}
	c.horizontal(0, p.slot*float64(len(bars)-1)+p.bar+2, p.y(0), 0.8, ink())
	if p.beside {
		edge = max(edge, list(c, p.keys(), p.width-legendColumn, p.width, p.top-headroom))
	} else {
		edge = flow(c, p.keys(), 0, p.width, edge+6)
	}
	return c.figure(p.Alt, p.width, max(edge, bottom)+2)
}

// keys are the legend's: from the top down beside the bars, as the parts lie,
// and from the first on below them.
func (p *plot) keys() []key {
	keys := make([]key, len(p.Series))
	for i, words := range p.Series {
		at := i
		if p.beside {
			at = len(keys) - 1 - i
		}
		keys[at] = swatch(lookOf(i), words)
	}
	return keys
}
