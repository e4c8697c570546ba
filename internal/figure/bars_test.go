package figure_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"soknad/internal/figure"
)

// year makes a bar of amounts that are written as they are.
func year(label string, amounts ...int64) figure.Bar {
	b := figure.Bar{Label: label}
	var total int64
	for _, n := range amounts {
		b.Parts = append(b.Parts, figure.Part{Amount: n, Words: fmt.Sprint(n)})
		total += n
	}
	b.Total = fmt.Sprint("sum ", total)
	return b
}

func chart(bars ...figure.Bar) figure.Bars {
	return figure.Bars{
		Alt: "Budsjett.", Unit: "Tusen kroner", Bars: bars,
		Series: []string{"Prosjektledelse", "Kjøpte tjenester", "Møter", "Reise", "Kommunikasjon", "Revisjon"},
	}
}

func oneChart(t *testing.T, b figure.Bars) *figure.Figure {
	t.Helper()
	figures := b.Draw()
	if len(figures) != 1 {
		t.Fatalf("%d figures, want one", len(figures))
	}
	sound(t, figures...)
	return figures[0]
}

// stacks returns the parts of all bars: what is left of the legend, less
// outlines.
func stacks(f *figure.Figure) []figure.Rect {
	return slices.DeleteFunc(only[figure.Rect](f), func(r figure.Rect) bool {
		return r.W == 14 && r.H == 9 || r.Pattern == figure.Hollow
	})
}

// baseline is the height of the line that bars stand on.
func baseline(f *figure.Figure) float64 {
	for _, l := range only[figure.Line](f) {
		if l.X1 == 0 && l.Y1 == l.Y2 {
			return l.Y1
		}
	}
	return math.NaN()
}

func TestPartsAreAsHighAsTheirAmounts(t *testing.T) {
	f := oneChart(t, chart(year("2012", 100, 200), year("2013", 50, 400)))
	p := stacks(f)
	if len(p) != 4 {
		t.Fatalf("%d parts", len(p))
	}
	const seam = 1
	perUnit := (p[0].H + seam) / 100
	for i, amount := range []float64{100, 200, 50, 400} {
		if !near(p[i].H+seam, amount*perUnit) {
			t.Errorf("%v is %.2f high, want %.2f", amount, p[i].H+seam, amount*perUnit)
		}
	}
	if !near(p[0].Y+p[0].H+seam, baseline(f)) || !near(p[1].Y+p[1].H+seam, p[0].Y) {
		t.Error("the parts do not stand on each other")
	}
	if p[0].Pattern == p[1].Pattern || p[0].Fill == p[1].Fill {
		t.Error("two series look alike")
	}
	if p[0].Fill != p[2].Fill || p[0].Pattern != p[2].Pattern {
		t.Error("a series looks different in two bars")
	}
}

func TestEveryAmountIsPrinted(t *testing.T) {
	f := oneChart(t, chart(year("2012", 2100, 1, 2, 3, 4, 5), year("2013", 10, 12, 13, 14, 15, 16), year("2014", 0, 0, 0, 0, 0, 99)))
	for _, words := range []string{"2100", "1", "2", "3", "4", "5", "10", "16", "99", "sum 2115", "2014", "Tusen kroner", "Kommunikasjon"} {
		find(t, f, words)
	}
	if slices.ContainsFunc(texts(f), func(s figure.Text) bool { return s.Words == "0" }) {
		t.Error("a zero is printed")
	}
	parts := stacks(f)
	for _, l := range only[figure.Line](f) {
		if l.X1 == 0 {
			continue
		}
		ends := slices.ContainsFunc(parts, func(r figure.Rect) bool {
			return l.Y1 > r.Y-0.6 && l.Y1 < r.Y+r.H+0.6 && near(l.X1, r.X+r.W+1)
		})
		if !ends {
			t.Errorf("%v leads to no part", l)
		}
	}
}

func TestAmountsStandBesideTheirParts(t *testing.T) {
	f := oneChart(t, chart(year("2012", 500, 700, 900)))
	for i, words := range []string{"500", "700", "900"} {
		p, s := stacks(f)[i], frameOf(find(t, f, words))
		if middle := (s.y1 + s.y2) / 2; math.Abs(middle-(p.Y+p.H/2)) > 1.5 || s.x1 < p.X+p.W {
			t.Errorf("%s is at %v, its part %v", words, s, p)
		}
	}
	if n := len(only[figure.Line](f)); n != 1 {
		t.Errorf("%d lines: amounts that did not move need no leader", n)
	}
}

func TestNegativeAmountsHangBelowTheBaseline(t *testing.T) {
	f := oneChart(t, chart(year("2012", 100, -50), year("2013", -25, -25, 10)))
	base := baseline(f)
	for i, p := range stacks(f) {
		want := []bool{false, true, true, true, false}[i]
		if hangs := p.Y >= base-0.01; hangs != want {
			t.Errorf("part %d at %.2f hangs: %t; the baseline is at %.2f", i, p.Y, hangs, base)
		}
	}
	if label := find(t, f, "2012"); label.Y < base+20 {
		t.Error("the label stands in the hanging part")
	}
}

func TestNoAmountsAreNoChart(t *testing.T) {
	for name, b := range map[string]figure.Bars{
		"no bars":   chart(),
		"zeros":     chart(year("2012", 0, 0)),
		"no series": {Bars: []figure.Bar{year("2012", 10)}},
	} {
		if figures := b.Draw(); figures != nil {
			t.Errorf("%s: %d figures", name, len(figures))
		}
	}
	f := oneChart(t, chart(year("2012", 10, 10, 10, 10, 10, 10, 10, 10), year("2013", math.MaxInt64/2, math.MaxInt64/2, math.MaxInt64/2)))
	if n := len(stacks(f)); n != 6+3 {
		t.Errorf("%d parts: those beyond the series are not drawn", n)
	}
}

func TestLegendStandsAsThePartsLie(t *testing.T) {
	f := oneChart(t, chart(year("2012", 10, 20, 30)))
	if first, last := find(t, f, "Prosjektledelse"), find(t, f, "Revisjon"); first.Y <= last.Y || first.X != last.X {
		t.Errorf("beside the bars: the first series at %.1f, the last at %.1f", first.Y, last.Y)
	}
	var bars []figure.Bar
	for y := range 6 {
		bars = append(bars, year(fmt.Sprint(2012+y), 1_000_000, 2_000_000, 3_000_000))
	}
	f = oneChart(t, chart(bars...))
	if first, next := find(t, f, "Prosjektledelse"), find(t, f, "Kjøpte tjenester"); first.Y != next.Y || first.X >= next.X {
		t.Errorf("below the bars: the first series at %.1f, %.1f, the second at %.1f, %.1f", first.X, first.Y, next.X, next.Y)
	}
}

func TestManyBarsGoOnInTheSameScale(t *testing.T) {
	var bars []figure.Bar
	for y := range 23 {
		bars = append(bars, year(fmt.Sprint("År ", 2000+y), 1_000_000, int64(1+y)*1_000_000))
	}
	figures := chart(bars...).Draw()
	sound(t, figures...)
	if len(figures) < 2 {
		t.Fatal("23 bars are in one figure")
	}
	for i, f := range figures {
		if !near(stacks(f)[0].H, stacks(figures[0])[0].H) {
			t.Errorf("a million is %.2f high in figure %d", stacks(f)[0].H, i+1)
		}
	}
	for y := range 23 {
		if label := fmt.Sprint("År ", 2000+y); strings.Count(said(figures...), label) != 1 {
			t.Errorf("%q is not said once", label)
		}
	}
}

func TestLongWordsOfAChartStayApart(t *testing.T) {
	b := chart(year("Et svært langt navn på en periode som ikke får plass", 10, 20), year("2013", 30, 40))
	for i := range b.Series {
		b.Series[i] = strings.Repeat("Et langt navn på en kostnadsart ", 1+i)
	}
	b.Bars[0].Total = strings.Repeat("9", 60)
	b.Bars[0].Parts[0].Words = strings.Repeat("8", 60)
	b.Bars[1].Parts[0].Words = " "
	b.Unit = strings.Repeat("kroner ", 50)
	oneChart(t, b)
	b.Width = 300
	sound(t, b.Draw()...)
}
