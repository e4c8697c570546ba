package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/figure"
)

// kinds makes a matrix with the same count in every cell.
func kinds(columns, rows int, n figure.Count) figure.CountMatrix {
	m := figure.CountMatrix{Alt: "Deltakerne.", Corner: "Type", Filled: "Partner", Open: "Støttespiller"}
	for i := range columns {
		m.Columns = append(m.Columns, fmt.Sprintf("Ledd %d", i+1))
	}
	for i := range rows {
		row := figure.CountRow{Label: fmt.Sprintf("Sort %d", i+1)}
		for range columns {
			row.Counts = append(row.Counts, n)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// marks returns the squares and rings of a cell: those below its number and no
// farther to the side than half a column.
func marks(f *figure.Figure, number figure.Text, width float64) (squares, rings int) {
	for _, r := range only[figure.Rect](f) {
		x := r.X + r.W/2
		if x < number.X-width/2 || x > number.X+width/2 || r.Y < number.Y {
			continue
		}
		if r.Radius > 0 {
			rings++
		} else {
			squares++
		}
	}
	return squares, rings
}

func TestEveryoneHasAMark(t *testing.T) {
	for _, n := range []figure.Count{{Filled: 1}, {Open: 1}, {Filled: 13, Open: 4}, {Filled: 45, Open: 15}} {
		m := kinds(6, 1, n)
		m.Filled, m.Open = "", ""
		f := m.Draw()
		tidy(t, f...)
		number := find(t, f[0], fmt.Sprint(n.Filled+n.Open))
		if squares, rings := marks(f[0], number, 60); squares != n.Filled || rings != n.Open {
			t.Errorf("%v has %d squares and %d rings", n, squares, rings)
		}
		if title := find(t, f[0], "Ledd 1"); !near(title.X, number.X) {
			t.Errorf("%v stands at %.1f, its title at %.1f", n, number.X, title.X)
		}
	}
}

func TestEmptyCellsStayEmpty(t *testing.T) {
	m := kinds(2, 2, figure.Count{})
	m.Rows[0].Counts = nil
	m.Rows[1].Counts[1] = figure.Count{Filled: -3, Open: -1}
	figures := m.Draw()
	tidy(t, figures...)
	if words := said(figures...); words != "Type Ledd 1 Ledd 2 Sort 1 Sort 2 Partner Støttespiller" {
		t.Errorf("it says %q", words)
	}
}

func TestVeryManyAreSaidAndNotAllDrawn(t *testing.T) {
	m := kinds(1, 1, figure.Count{Filled: 390, Open: 2000})
	m.Filled, m.Open = "", ""
	f := m.Draw()
	tidy(t, f...)
	squares, rings := marks(f[0], find(t, f[0], "2390"), 460)
	if squares != 390 || rings != 10 {
		t.Errorf("%d squares and %d rings", squares, rings)
	}
}

// TestColumnsAreAsWideAsTheirWords holds that one long word among short ones
// does not make numbers of them all.
func TestColumnsAreAsWideAsTheirWords(t *testing.T) {
	m := kinds(8, 2, figure.Count{Filled: 5})
	m.Columns[0], m.Columns[6] = "Leting og ressurskartlegging", "Tilrettelegging og kapital"
	f := m.Draw()
	tidy(t, f...)
	find(t, f[0], "ressurskartlegging")
	find(t, f[0], "Tilrettelegging")
	m.Columns[1] = strings.Repeat("ressurskartlegging", 4)
	f = m.Draw()
	tidy(t, f...)
	if words := said(f...); !strings.HasPrefix(words, "Type 1 2 3 4 5 6 7 8 Sort 1 5") {
		t.Errorf("it says %q", words)
	}
}

func TestNothingToCountIsNotDrawn(t *testing.T) {
	for _, m := range []figure.CountMatrix{{}, kinds(0, 3, figure.Count{}), kinds(3, 0, figure.Count{})} {
		if figures := m.Draw(); figures != nil {
			t.Errorf("%v is drawn", m)
		}
	}
}

func TestManyKindsGoOn(t *testing.T) {
	m := kinds(30, 60, figure.Count{Filled: 3, Open: 1})
	figures := m.Draw()
	tidy(t, figures...)
	if len(figures) < 4 {
		t.Errorf("%d figures", len(figures))
	}
	for _, f := range figures {
		if f.Height > 640 {
			t.Errorf("a figure is %v high", f.Height)
		}
	}
}

// FuzzCountMatrix holds that no input makes the builder panic or draw
// untidily.
func FuzzCountMatrix(f *testing.F) {
	f.Add("Leting og ressurskartlegging", 0.0, 0.0, 7, []byte("\x01\x02\x03\x00\x05\x06\x0d"))
	f.Add("ÆØÅ\u00ad\xff\u0000 – lang-bindestrek/", 1.0, 1.0, 1, []byte{0, 255, 3})
	f.Add("", 900.0, 300.0, 40, []byte("abcdefghijklmnopqrstuvwxyz"))
	f.Fuzz(func(t *testing.T, words string, width, height float64, columns int, counts []byte) {
		if len(words) > 500 || len(counts) > 25 {
			t.Skip("large")
		}
		m := figure.CountMatrix{Alt: words, Width: width, MaxHeight: height, Corner: words, Filled: words}
		for i := range max(0, columns%20) {
			m.Columns = append(m.Columns, words[:i*7%(len(words)+1)])
		}
		for i, n := range counts {
			row := figure.CountRow{Label: words[:int(n)%(len(words)+1)]}
			for j := range int(n) % 51 {
				row.Counts = append(row.Counts, figure.Count{Filled: (i + j*int(n)) % 30, Open: int(n) - 5*j})
			}
			m.Rows = append(m.Rows, row)
		}
		tidy(t, m.Draw()...)
	})
}
