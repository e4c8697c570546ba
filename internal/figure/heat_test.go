package figure_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"soknad/internal/figure"
)

func interests(columns, rows int) figure.HeatMatrix {
	m := figure.HeatMatrix{Alt: "Interesse.", Corner: "Deltaker", Scale: [4]string{"ingen", "litt", "noe", "mye"}}
	for i := range columns {
		m.Columns = append(m.Columns, fmt.Sprintf("Område %d", i+1))
	}
	for i := range rows {
		r := figure.HeatRow{Label: fmt.Sprintf("Partner %d", i+1)}
		for j := range columns {
			r.Values = append(r.Values, (i+j)%4)
		}
		m.Rows = append(m.Rows, r)
	}
	return m
}

// values returns the figures and dashes of a matrix in reading order, with the
// disc behind each.
func values(f *figure.Figure) (words []figure.Text, discs []figure.Rect) {
	var last figure.Rect
	for _, s := range f.Shapes {
		switch s := s.(type) {
		case figure.Rect:
			last = s
		case figure.Text:
			if s.Anchor == figure.Middle && len([]rune(s.Words)) == 1 {
				words, discs = append(words, s), append(discs, last)
				last = figure.Rect{}
			}
		}
	}
	return words, discs
}

func TestValuesStandUnderTheirColumns(t *testing.T) {
	m := interests(4, 4)
	figures := m.Draw()
	sound(t, figures...)
	words, discs := values(figures[0])
	for i := range 4 {
		for j := range 4 {
			at := words[4*i+j]
			if want := fmt.Sprint((i + j) % 4); at.Words != want {
				t.Errorf("row %d, column %d says %s, want %s", i, j, at.Words, want)
			}
			if column := find(t, figures[0], m.Columns[j]); !near(column.X, at.X) {
				t.Errorf("row %d, column %d stands at %.1f, its title at %.1f", i, j, at.X, column.X)
			}
			if label := find(t, figures[0], m.Rows[i].Label); math.Abs(label.Y-at.Y) > 1 {
				t.Errorf("row %d, column %d is not in line with its label", i, j)
			}
			if d := discs[4*i+j]; !near(d.X+d.W/2, at.X) || d.Radius*2 != d.W || d.Stroke == nil {
				t.Errorf("row %d, column %d has the disc %v", i, j, d)
			}
		}
	}
	for value := 1; value < 4; value++ {
		if small, large := discs[value-1], discs[value]; small.W >= large.W || luminance(small.Fill) <= luminance(large.Fill) {
			t.Errorf("%d is not smaller and lighter than %d", value-1, value)
		}
	}
}

func TestValuesOffTheScaleAreDashes(t *testing.T) {
	m := interests(4, 1)
	m.Rows[0].Values = []int{-1, 4, 3}
	m.Scale = [4]string{}
	figures := m.Draw()
	sound(t, figures...)
	words, discs := values(figures[0])
	got := ""
	for _, w := range words {
		got += w.Words
	}
	if got != "––3–" || discs[0].W != 0 {
		t.Errorf("got %q", got)
	}
}

func TestHeatLegendSaysWhatValuesMean(t *testing.T) {
	f := interests(2, 2).Draw()[0]
	for _, words := range []string{"ingen", "litt", "noe", "mye"} {
		find(t, f, words)
	}
}

func TestColumnsWithLongWordsAreNumbered(t *testing.T) {
	m := interests(3, 2)
	m.Columns[1] = "Leverandørutvikling og vekst"
	f := m.Draw()[0]
	sound(t, f)
	find(t, f, "Leverandørutvikling")
	for i := range 7 {
		m.Columns = append(m.Columns, fmt.Sprintf("Leverandørutvikling %d", i))
	}
	f = m.Draw()[0]
	sound(t, f)
	find(t, f, "Leverandørutvikling og vekst")
	if find(t, f, "2").Y > find(t, f, "Partner 1").Y {
		t.Error("the number is not a title")
	}
	m = interests(2, 2)
	m.Columns[0] = strings.Repeat("lang", 20)
	sound(t, m.Draw()...)
	find(t, m.Draw()[0], "1")
}

func TestLargeMatricesGoOn(t *testing.T) {
	figures := interests(40, 90).Draw()
	sound(t, figures...)
	seen := map[string]int{}
	for _, f := range figures {
		if f.Height > 640 {
			t.Errorf("a figure is %.1f high", f.Height)
		}
		words, _ := values(f)
		seen["values"] += len(words)
		for i := range 90 {
			seen[fmt.Sprintf("Partner %d", i+1)] += strings.Count(said(f)+" ", fmt.Sprintf("Partner %d ", i+1))
		}
	}
	for i := range 90 {
		if n := seen[fmt.Sprintf("Partner %d", i+1)]; n != seen["Partner 1"] || n == 0 {
			t.Errorf("row %d is in %d figures", i+1, n)
		}
	}
	if seen["values"] < 40*90 {
		t.Errorf("%d values", seen["values"])
	}
	if want := fmt.Sprintf("Interesse. (1/%d)", len(figures)); figures[0].Alt != want {
		t.Errorf("the first says %q", figures[0].Alt)
	}
}

func TestAnEmptyMatrixIsNotDrawn(t *testing.T) {
	for _, m := range []figure.HeatMatrix{{}, interests(0, 3), interests(3, 0)} {
		if figures := m.Draw(); figures != nil {
			t.Errorf("%d figures of %d columns and %d rows", len(figures), len(m.Columns), len(m.Rows))
		}
	}
}

func TestLongWordsOfAHeatMatrixStayApart(t *testing.T) {
	m := interests(5, 5)
	long := strings.Repeat("et langt navn ", 12)
	m.Corner = long
	for i := range 5 {
		m.Columns[i], m.Rows[i].Label = long, long
	}
	m.Scale = [4]string{long, long, "", long}
	sound(t, m.Draw()...)
}

func TestHeatMatricesKeepToTheHeightAskedFor(t *testing.T) {
	m := interests(4, 60)
	for m.MaxHeight = 150; m.MaxHeight < 700; m.MaxHeight += 7 {
		for _, f := range m.Draw() {
			if f.Height > m.MaxHeight {
				t.Errorf("asked for %v, got %.1f", m.MaxHeight, f.Height)
			}
		}
	}
}
