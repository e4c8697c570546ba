package figure_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"soknad/internal/figure"
)

func TestAnEmptyPlanIsNotDrawn(t *testing.T) {
	if figures := plan().Draw(); figures != nil {
		t.Errorf("no groups became %d figures", len(figures))
	}
	f := one(t, plan(figure.GanttGroup{Title: "Uten aktiviteter"}))
	find(t, f, "Uten aktiviteter")
}

func TestAWholePlanFitsAPage(t *testing.T) {
	g := plan()
	for i := range 5 {
		g.Groups = append(g.Groups, busy(fmt.Sprintf("%d Innsatsområde", i+1), 5))
	}
	f := one(t, g)
	if f.Width != 460 || f.Height > 640 || f.Alt != "Tidsplan." {
		t.Errorf("the figure is %.1f × %.1f and says %q", f.Width, f.Height, f.Alt)
	}
}

func TestALongPlanIsDividedBetweenGroups(t *testing.T) {
	g := plan()
	for i := range 6 {
		g.Groups = append(g.Groups, busy(fmt.Sprintf("%d Innsatsområde", i+1), 10))
	}
	figures := g.Draw()
	sound(t, figures...)
	if len(figures) < 2 {
		t.Fatal("sixty rows are in one figure")
	}
	for i, f := range figures {
		if f.Height > 640 {
			t.Errorf("figure %d is %.1f high", i+1, f.Height)
		}
		if want := fmt.Sprintf("Tidsplan. (%d/%d)", i+1, len(figures)); f.Alt != want {
			t.Errorf("its Alt is %q, want %q", f.Alt, want)
		}
		if math.Abs(f.Height-figures[0].Height) > 200 {
			t.Errorf("the heights are far apart: %.1f and %.1f", figures[0].Height, f.Height)
		}
	}
	s := said(figures...)
	for i := range 6 {
		if n := strings.Count(s, fmt.Sprintf("%d Innsatsområde ", i+1)); n != 1 {
			t.Errorf("the title of group %d is said %d times", i+1, n)
		}
	}
	if strings.Contains(s, "(forts.)") {
		t.Error("a group that fits was divided")
	}
	count := 0
	for _, f := range figures {
		count += len(bars(f))
	}
	if count != 60 {
		t.Errorf("%d bars for sixty rows", count)
	}
}

func TestAGroupTooHighForAFigureGoesOn(t *testing.T) {
	figures := plan(busy("Alt i ett", 90)).Draw()
	sound(t, figures...)
	for i, f := range figures {
		if continued := strings.Contains(said(f), "Alt i ett (forts.)"); continued != (i > 0) {
			t.Errorf("figure %d says that it continues: %t", i+1, continued)
		}
		if f.Height > 640 {
			t.Errorf("figure %d is %.1f high", i+1, f.Height)
		}
	}
	if len(figures) < 3 {
		t.Errorf("%d figures", len(figures))
	}
}

func TestSizesAreKeptToWhatCanBeDrawn(t *testing.T) {
	for _, tt := range []struct{ asked, want float64 }{{0, 460}, {700, 700}, {10, 300}, {-1, 300}, {1e9, 2000}, {math.NaN(), 460}} {
		g := plan(busy("A", 4))
		g.Width = tt.asked
		if f := one(t, g); f.Width != tt.want {
			t.Errorf("width %v became %v, want %v", tt.asked, f.Width, tt.want)
		}
	}
	for _, asked := range []float64{1, -5, 120, 200, math.NaN()} {
		g := plan(busy("A", 12), busy("B", 3))
		g.MaxHeight = asked
		figures := g.Draw()
		sound(t, figures...)
		for _, f := range figures {
			if f.Height > max(120, asked) && f.Height > 640 {
				t.Errorf("asked for %v, figure is %.1f high", asked, f.Height)
			}
		}
	}
	g := plan(busy("A", 12))
	g.MaxHeight = 200
	for _, f := range g.Draw() {
		if f.Height > 200 {
			t.Errorf("a figure of at most 200 points is %.1f high", f.Height)
		}
	}
}

func TestFiguresOfAPlanAreAboutEquallyHigh(t *testing.T) {
	g := plan()
	for i := range 4 {
		group := figure.GanttGroup{Title: fmt.Sprint("Område ", i)}
		for j := range 12 {
			group.Rows = append(group.Rows, row(fmt.Sprint("Aktivitet ", j), 1, 9))
		}
		g.Groups = append(g.Groups, group)
	}
	figures := g.Draw()
	if len(figures) != 2 || figures[0].Height != figures[1].Height {
		t.Errorf("four equal groups are %d figures, the first %.1f high", len(figures), figures[0].Height)
	}
}
