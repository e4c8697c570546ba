package figure_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"soknad/internal/figure"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// month is the first and monthEnd the last day of the n-th month from
// September 2012.
func month(n int) time.Time    { return day(2012, time.September, 1).AddDate(0, n-1, 0) }
func monthEnd(n int) time.Time { return month(n+1).AddDate(0, 0, -1) }

func row(label string, from, to int, after ...string) figure.GanttRow {
	return figure.GanttRow{ID: label, Label: label, Start: month(from), End: monthEnd(to), After: after}
}

// plan is three years with the given groups, 36 months from September 2012.
func plan(groups ...figure.GanttGroup) figure.Gantt {
	return figure.Gantt{
		Alt: "Tidsplan.", From: month(1), To: monthEnd(36), Quarters: [4]string{"K1", "K2", "K3", "K4"},
		Milestone: "Milepæl", Dependency: "Bygger på", Outside: "Utenfor perioden", Continued: "(forts.)",
		Groups: groups,
	}
}

// busy is a group of rows that overlap, depend on each other crosswise and
// have milestones.
func busy(title string, rows int) figure.GanttGroup {
	g := figure.GanttGroup{Title: title}
	for i := range rows {
		label := fmt.Sprintf("%s: aktivitet %d", title, i)
		if i%2 == 0 {
			label += " med et navn som er omtrent så langt som navn pleier"
		}
		r := row(label, 1+i%20, 6+i%30)
		if i > 1 {
			r.After = []string{g.Rows[i-2].ID, g.Rows[i/2].ID}
		}
		for m := range (1 - i%2) * (1 + i%3) {
			r.Milestones = append(r.Milestones, figure.Milestone{Date: monthEnd(2 + i%20 + m*3), Mark: fmt.Sprintf("M%d.%d", i, m)})
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

// one draws a plan that fits one figure.
func one(t *testing.T, g figure.Gantt) *figure.Figure {
	t.Helper()
	figures := g.Draw()
	if len(figures) != 1 {
		t.Fatalf("%d figures, want one", len(figures))
	}
	sound(t, figures...)
	return figures[0]
}

// grid returns the left and the right end of the calendar, by its lines.
func grid(f *figure.Figure) (left, right float64) {
	left = math.Inf(1)
	for _, l := range only[figure.Line](f) {
		if l.X1 == l.X2 && l.Y1 < 20 {
			left, right = min(left, l.X1), max(right, l.X1)
		}
	}
	return left, right
}

// isBar tells the bars from grounds and swatches, by height.
func isBar(r figure.Rect) bool {
	return r.Fill != figure.Color{R: 255, G: 255, B: 255} && r.H > 6.9 && r.H < 8.1 && r.X > 20
}

// bars returns the bars of a figure; a hollow one is the pale rectangle
// inside its outline.
func bars(f *figure.Figure) []figure.Rect {
	return slices.DeleteFunc(only[figure.Rect](f), func(r figure.Rect) bool {
		return !isBar(r) || r.Pattern == figure.Hollow
	})
}

// black returns the polygons of the given number of corners that are not rims:
// four for diamonds, three for heads and pointers.
func black(f *figure.Figure, corners int) []figure.Polygon {
	return slices.DeleteFunc(only[figure.Polygon](f), func(p figure.Polygon) bool {
		return len(p.Points) != corners || p.Fill == figure.Color{R: 255, G: 255, B: 255}
	})
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.03 }

func TestBarsStandOnTheirDays(t *testing.T) {
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("hele", 1, 36), row("andre år", 13, 24)}}))
	left, right := grid(f)
	b := bars(f)
	if len(b) != 2 {
		t.Fatalf("%d bars", len(b))
	}
	if !near(b[0].X, left) || !near(b[0].X+b[0].W, right) {
		t.Errorf("the whole period is %v, the grid %.2f–%.2f", b[0], left, right)
	}
	days := monthEnd(36).Sub(month(1)).Hours()/24 + 1
	if want := left + (right-left)*365/days; !near(b[1].X, want) {
		t.Errorf("month 13 begins at %.2f, want %.2f", b[1].X, want)
	}
	if want := (right - left) * 365 / days; !near(b[1].W, want) {
		t.Errorf("a year is %.2f wide, want %.2f", b[1].W, want)
	}
}

func TestBarsAreCutAtThePeriod(t *testing.T) {
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{
		row("for tidlig", -10, 5), row("for sent", 30, 50), row("én dag", 36, 36),
	}}))
	left, right := grid(f)
	if len(bars(f)) != 3 {
		t.Fatalf("%d bars", len(bars(f)))
	}
	for _, b := range bars(f) {
		if b.X < left-0.01 || b.X+b.W > right+0.01 {
			t.Errorf("%v leaves the grid %.2f–%.2f", b, left, right)
		}
	}
}

func TestAShortBarIsSeen(t *testing.T) {
	r := figure.GanttRow{Label: "siste dag", Start: monthEnd(36), End: monthEnd(36)}
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{r}}))
	_, right := grid(f)
	if b := bars(f)[0]; b.W < 2 || b.X+b.W > right+0.01 {
		t.Errorf("the last day is drawn as %v, with the grid's end at %.2f", b, right)
	}
}

func TestOutsideThePeriodIsPointedAt(t *testing.T) {
	late := row("midt i", 3, 4)
	late.Milestones = []figure.Milestone{{Date: month(99), Mark: "M1"}, {Date: month(-9), Mark: "M2"}}
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("før", -9, -2), row("etter", 40, 41), late}}))
	if n := len(bars(f)); n != 1 {
		t.Errorf("%d bars, want only the one inside", n)
	}
	if n := len(black(f, 3)); n != 4+1 {
		t.Errorf("%d pointers, want four and the legend's", n)
	}
	if len(black(f, 4)) != 0 || strings.Contains(said(f), "M1") {
		t.Error("a milestone outside the period has a diamond or a name")
	}
	left, right := grid(f)
	if p := black(f, 3)[0].Points; p[0].X > p[1].X || p[0].X > left+2 {
		t.Errorf("what comes before is pointed at by %v", p)
	}
	if p := black(f, 3)[1].Points; p[0].X < p[1].X || p[0].X < right-2 {
		t.Errorf("what comes after is pointed at by %v", p)
	}
	if later, earlier := black(f, 3)[2].Points, black(f, 3)[3].Points; later[0].X < right-2 || earlier[0].X > left+2 {
		t.Errorf("milestones outside are pointed at by %v and %v", later, earlier)
	}
	find(t, f, "Utenfor perioden")
}

func TestRowsWithoutAPeriodHaveNoBar(t *testing.T) {
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{
		{Label: "uten datoer"},
		{Label: "baklengs", Start: month(9), End: month(8)},
		{Label: "uten slutt", Start: month(9)},
	}}))
	if len(bars(f)) != 0 || len(black(f, 3)) != 0 {
		t.Errorf("%d bars and %d pointers", len(bars(f)), len(black(f, 3)))
	}
	find(t, f, "uten datoer")
}

func TestClocksAndZonesDoNotMoveDays(t *testing.T) {
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("x", 2, 5)}})
	want := bars(one(t, g))[0]
	east := time.FixedZone("east", 14*3600)
	r := &g.Groups[0].Rows[0]
	r.Start = time.Date(2012, time.October, 1, 23, 59, 0, 0, east)
	if got := bars(one(t, g))[0]; got != want {
		t.Errorf("late in the day in another zone the bar is %v, want %v", got, want)
	}
}

func TestLegendSaysOnlyWhatIsUsed(t *testing.T) {
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("a", 1, 2), row("b", 3, 4)}})
	if s := said(one(t, g)); strings.Contains(s, "Milepæl") || strings.Contains(s, "Bygger") || strings.Contains(s, "Utenfor") {
		t.Errorf("nothing needs a legend: %q", s)
	}
	g.Groups[0].Rows[1].After = []string{"a"}
	if s := said(one(t, g)); !strings.Contains(s, "Bygger på") || strings.Contains(s, "Milepæl") {
		t.Errorf("an arrow is used: %q", s)
	}
	g.Groups[0].Rows[1].Milestones = []figure.Milestone{{Date: month(4)}}
	find(t, one(t, g), "Milepæl")
	g.Milestone = ""
	if n := len(black(one(t, g), 4)); n != 1 {
		t.Errorf("%d diamonds: a symbol without words is in the legend", n)
	}
}

func TestGroupsDifferWithoutColour(t *testing.T) {
	g := plan()
	for i := range 6 {
		g.Groups = append(g.Groups, figure.GanttGroup{Title: fmt.Sprint("Område ", i), Rows: []figure.GanttRow{row("x", 2, 9)}})
	}
	var patterns []figure.Pattern
	var colors []figure.Color
	for _, r := range only[figure.Rect](one(t, g)) {
		if r.H > 5 && r.H < 8.1 && r.X > 20 && (r.Stroke != nil || r.Pattern != figure.Hollow && luminance(r.Fill) < 0.4) {
			patterns = append(patterns, r.Pattern)
			colors = append(colors, r.Fill)
		}
	}
	if len(patterns) != 6 {
		t.Fatalf("%d bars", len(patterns))
	}
	for i := 1; i < 6; i++ {
		if patterns[i] == patterns[i-1] || colors[i] == colors[i-1] {
			t.Errorf("groups %d and %d look alike", i-1, i)
		}
	}
}
