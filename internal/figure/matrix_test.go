package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/figure"
)

func risks(list ...figure.Risk) figure.RiskMatrix {
	return figure.RiskMatrix{
		Alt: "Risikoer.", Probability: "Sannsynlighet", Consequence: "Konsekvens",
		Likely: [5]string{"Svært liten", "Liten", "Middels", "Stor", "Svært stor"},
		Grave:  [5]string{"Ubetydelig", "Liten", "Moderat", "Alvorlig", "Svært alvorlig"},
		Low:    "lav", Medium: "middels", High: "høy", Risks: list,
	}
}

// cells returns the 25 cells by probability and consequence less one.
func cells(t *testing.T, f *figure.Figure) (grid [5][5]figure.Rect) {
	t.Helper()
	n := 0
	for _, r := range only[figure.Rect](f) {
		if r.Radius == 0 {
			grid[4-n/5][n%5] = r
			n++
		}
	}
	if n != 25 {
		t.Fatalf("%d cells", n)
	}
	return grid
}

func in(r figure.Rect, s figure.Text) bool {
	f := frameOf(s)
	return f.x1 > r.X && f.x2 < r.X+r.W && f.y1 > r.Y && f.y2 < r.Y+r.H
}

func TestRisksStandInTheirCells(t *testing.T) {
	for p := 1; p <= 5; p++ {
		for q := 1; q <= 5; q++ {
			f := risks(figure.Risk{Mark: "R7", Probability: p, Consequence: q}).Draw()
			sound(t, f)
			if cell := cells(t, f)[p-1][q-1]; !in(cell, find(t, f, "R7")) {
				t.Errorf("a risk of %d and %d is not in its cell %v", p, q, cell)
			}
		}
	}
}

func TestCellsGrowToTheRightAndUp(t *testing.T) {
	grid := cells(t, risks().Draw())
	if grid[0][0].Y <= grid[4][0].Y || grid[0][0].X >= grid[0][4].X {
		t.Error("the matrix does not grow to the right and up")
	}
}

func TestCellsSayTheirLevel(t *testing.T) {
	own := risks()
	own.MediumFrom, own.HighFrom = 2, 6
	for _, tt := range []struct {
		m            figure.RiskMatrix
		medium, high int
	}{{risks(), 5, 15}, {own, 2, 6}} {
		f := tt.m.Draw()
		sound(t, f)
		grid := cells(t, f)
		for p := 1; p <= 5; p++ {
			for q := 1; q <= 5; q++ {
				want := "lav"
				if p*q >= tt.medium {
					want = "middels"
				}
				if p*q >= tt.high {
					want = "høy"
				}
				if got := wordIn(f, grid[p-1][q-1]); got != want {
					t.Errorf("%d × %d says %q, want %q", p, q, got, want)
				}
			}
		}
		low, medium, high := grid[0][0].Fill, grid[1][4].Fill, grid[4][4].Fill
		if tt.high == 15 && !(luminance(low) > luminance(medium)*1.2 && luminance(medium) > luminance(high)*1.2) {
			t.Error("the levels do not grow darker")
		}
	}
}

// wordIn returns what is said in a cell.
func wordIn(f *figure.Figure, cell figure.Rect) string {
	var words []string
	for _, s := range texts(f) {
		if in(cell, s) {
			words = append(words, s.Words)
		}
	}
	return strings.Join(words, " ")
}

func TestManyRisksWrapAndAreCounted(t *testing.T) {
	var list []figure.Risk
	for i := range 12 {
		list = append(list, figure.Risk{Mark: fmt.Sprintf("R%d", i+1), Probability: 2, Consequence: 3})
	}
	f := risks(list...).Draw()
	sound(t, f)
	cell := cells(t, f)[1][2]
	for _, r := range list {
		if !in(cell, find(t, f, r.Mark)) {
			t.Errorf("%s is not in its cell", r.Mark)
		}
	}
	for i := range 100 {
		list = append(list, figure.Risk{Mark: fmt.Sprintf("R%d", i+13), Probability: 2, Consequence: 3})
	}
	f = risks(list...).Draw()
	sound(t, f)
	shown := strings.Count(said(f), "R")
	if find(t, f, fmt.Sprintf("+%d", len(list)-shown)); shown < 10 || shown > 40 {
		t.Errorf("%d of %d marks are shown", shown, len(list))
	}
	if f.Height > 640 {
		t.Errorf("the matrix is %.1f high", f.Height)
	}
}

func TestRisksOffTheScaleAreNotDrawn(t *testing.T) {
	var list []figure.Risk
	for _, n := range []int{0, 6, -1, 1 << 40} {
		list = append(list, figure.Risk{Mark: "R", Probability: n, Consequence: 1}, figure.Risk{Mark: "R", Probability: 1, Consequence: n})
	}
	f := risks(list...).Draw()
	sound(t, f)
	if strings.Contains(" "+said(f)+" ", " R ") {
		t.Error("a risk off the scale is drawn")
	}
}

func TestAxesAreNamed(t *testing.T) {
	f := risks().Draw()
	for _, words := range []string{"Sannsynlighet", "Konsekvens", "5 Svært stor", "1 Svært liten", "1 Ubetydelig"} {
		find(t, f, words)
	}
	if find(t, f, "5 Svært stor").Y > find(t, f, "1 Svært liten").Y {
		t.Error("the upright axis is upside down")
	}
	bare := figure.RiskMatrix{Risks: []figure.Risk{{Mark: "", Probability: 1, Consequence: 1}}}.Draw()
	sound(t, bare)
	if !strings.Contains(said(bare), "1 2 3 4 5") {
		t.Errorf("without names the steps are not numbered: %q", said(bare))
	}
}

func TestLongWordsOfAMatrixStayApart(t *testing.T) {
	m := risks(figure.Risk{Mark: strings.Repeat("lang", 30), Probability: 1, Consequence: 1})
	long := strings.Repeat("svært langt ord for et trinn ", 9)
	m.Probability, m.Consequence, m.Low, m.Medium, m.High = long, long, long, long, long
	for i := range 5 {
		m.Likely[i], m.Grave[i] = long, long
	}
	sound(t, m.Draw())
	m.Width = 300
	sound(t, m.Draw())
}
