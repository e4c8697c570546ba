package figure_test

import (
	"slices"
	"testing"

	"soknad/internal/figure"
)

// lines returns the strokes of arrows: those that are neither grid nor
// leaders. An arrow's colour is its head's.
func arrowLines(f *figure.Figure) []figure.Line {
	heads := black(f, 3)
	return slices.DeleteFunc(only[figure.Line](f), func(l figure.Line) bool {
		return len(heads) == 0 || l.Color != heads[0].Fill
	})
}

// pair draws two activities, the second after the first.
func pair(t *testing.T, first, second figure.GanttRow) (f *figure.Figure, from, to figure.Rect, head []figure.Point) {
	t.Helper()
	second.After = []string{first.ID}
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{first, second}})
	g.Dependency = ""
	f = one(t, g)
	if len(black(f, 3)) != 1 {
		t.Fatalf("%d heads, want one", len(black(f, 3)))
	}
	b := bars(f)
	return f, b[0], b[1], black(f, 3)[0].Points
}

func TestAnArrowGoesFromEndToBeginning(t *testing.T) {
	for name, months := range map[string][4]int{
		"at once":      {1, 6, 7, 12},
		"with a pause": {1, 6, 20, 30},
		"overlapping":  {1, 12, 10, 20},
		"too early":    {10, 20, 2, 5},
		"short":        {1, 1, 2, 2},
		"last":         {1, 35, 36, 36},
	} {
		f, from, to, head := pair(t, row("a", months[0], months[1]), row("b", months[2], months[3]))
		if tip := head[0]; !near(tip.Y, to.Y) || tip.X < to.X || tip.X > to.X+to.W || tip.X > to.X+12 {
			t.Errorf("%s: the head is at %v, the bar %v", name, tip, to)
		}
		if head[1].Y >= head[0].Y {
			t.Errorf("%s: the head does not point down", name)
		}
		l := arrowLines(f)[0]
		onEnd := near(l.X1, from.X+from.W) && near(l.Y1, from.Y+from.H/2)
		onEdge := near(l.Y1, from.Y+from.H) && l.X1 >= from.X && l.X1 <= from.X+from.W
		if !onEnd && !onEdge {
			t.Errorf("%s: the arrow begins at %.1f, %.1f, the bar is %v", name, l.X1, l.Y1, from)
		}
		for _, l := range arrowLines(f) {
			if l.X1 != l.X2 && l.Y1 != l.Y2 {
				t.Errorf("%s: a stroke is neither level nor upright: %v", name, l)
			}
		}
	}
}

func TestAnArrowPointsUpToARowAbove(t *testing.T) {
	for _, months := range [][2]int{{12, 20}, {1, 3}} {
		late, early := row("sist", months[0], months[1]), row("først", 4, 8)
		late.After = []string{"først"}
		g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{late, early}})
		g.Dependency = ""
		f := one(t, g)
		head, to := black(f, 3)[0].Points, bars(f)[0]
		if !near(head[0].Y, to.Y+to.H) || head[1].Y <= head[0].Y {
			t.Errorf("the head %v does not point up to %v", head, to)
		}
		from := bars(f)[1]
		if l := arrowLines(f)[0]; l.Y1 > from.Y+from.H/2+0.1 {
			t.Errorf("the arrow up begins at %.1f, below the middle of %v", l.Y1, from)
		}
	}
}

func TestNoArrowWithoutTwoBars(t *testing.T) {
	rows := []figure.GanttRow{
		row("selv", 1, 2, "selv"), row("ukjent", 3, 4, "finnes ikke"), {ID: "uten"}, row("etter uten", 5, 6, "uten"),
		row("tvilling", 7, 8), row("tvilling", 9, 10, "tvilling"), row("utenfor", 60, 61, "selv"),
	}
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: rows}))
	if n := len(arrowLines(f)); n > 0 && len(black(f, 3)) > 2 {
		t.Errorf("%d strokes of arrows", n)
	}
	if said := said(f); slices.Contains(labelLines(f), "Bygger på") {
		t.Errorf("the legend explains arrows that are not there: %q", said)
	}
}

// realistic is a plan in which arrows pass many rows and milestones.
func realistic() figure.Gantt {
	g := plan()
	for _, title := range []string{"Utvinning", "Leverandører", "Kompetanse", "Forskning", "Ledelse"} {
		g.Groups = append(g.Groups, busy(title, 5))
	}
	for i := range g.Groups[1:] {
		g.Groups[i+1].Rows[1].After = append(g.Groups[i+1].Rows[1].After, g.Groups[0].Rows[0].ID)
	}
	return g
}

// TestArrowsDoNotRunOverWords allows a stroke to pass behind a name only when
// a ground of paper is painted between the two.
func TestArrowsDoNotRunOverWords(t *testing.T) {
	f := one(t, realistic())
	if len(arrowLines(f)) < 30 {
		t.Fatalf("only %d strokes to test with", len(arrowLines(f)))
	}
	if n := behind(t, f); n > 3 {
		t.Errorf("%d strokes pass behind names", n)
	}
	middle := row("mellom", 1, 30)
	middle.Milestones = []figure.Milestone{{Date: month(8), Mark: "Et langt navn"}}
	f = one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("a", 1, 6), middle, row("b", 8, 8, "a")}}))
	if behind(t, f) != 1 {
		t.Error("there is a way past a name that was thought to have none")
	}
}

// behind counts the strokes of arrows that pass behind words, and demands
// that the words are painted on a ground above the stroke.
func behind(t *testing.T, f *figure.Figure) (count int) {
	t.Helper()
	color := black(f, 3)[0].Fill
	for i, s := range f.Shapes {
		text, ok := s.(figure.Text)
		if !ok {
			continue
		}
		for j, u := range f.Shapes {
			l, ok := u.(figure.Line)
			if !ok || l.Color != color || !bounds(l).crosses(frameOf(text)) {
				continue
			}
			count++
			if j > i || !covered(f.Shapes[j:i], frameOf(text)) {
				t.Errorf("a stroke runs over %q", text.Words)
			}
		}
	}
	return count
}

// crosses is meets for a stroke, which has no breadth.
func (f frame) crosses(g frame) bool {
	return f.x1 < g.x2 && g.x1 < f.x2 && f.y1 < g.y2 && g.y1 < f.y2
}

func covered(between []figure.Shape, f frame) bool {
	for _, s := range between {
		r, ok := s.(figure.Rect)
		if ok && r.X <= f.x1 && r.X+r.W >= f.x2 && r.Y <= f.y1+0.5 && r.Y+r.H >= f.y2-0.5 {
			return true
		}
	}
	return false
}

// TestArrowsAvoidNames holds that the ground of paper is the exception: the
// way is chosen beside names where there is one.
func TestArrowsAvoidNames(t *testing.T) {
	middle := row("mellom", 1, 30)
	middle.Milestones = []figure.Milestone{{Date: month(8), Mark: "M1"}}
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("a", 1, 6), middle, row("b", 8, 20, "a")}})
	f := one(t, g)
	mark := frameOf(find(t, f, "M1"))
	for _, l := range arrowLines(f) {
		if bounds(l).crosses(mark) {
			t.Errorf("%v runs behind the name at %v though there is room beside it", l, mark)
		}
	}
}

func TestArrowsToOneRowDoNotHideEachOther(t *testing.T) {
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{
		row("a", 1, 6), row("b", 7, 20, "a"), row("c", 7, 20, "a"), row("d", 7, 20, "a"),
	}})
	g.Dependency = ""
	var tips []float64
	for _, h := range black(one(t, g), 3) {
		tips = append(tips, h.Points[0].X)
	}
	slices.Sort(tips)
	if len(tips) != 3 || tips[1]-tips[0] < 2 || tips[2]-tips[1] < 2 {
		t.Errorf("the heads stand at %v", tips)
	}
}

func TestAnArrowFromAnotherFigureIsDashed(t *testing.T) {
	last := busy("B", 20)
	last.Rows[3].After = []string{"først"}
	first := busy("A", 20)
	first.Rows[0] = row("først", 1, 2, last.Rows[5].ID)
	g := plan(first, last)
	figures := g.Draw()
	sound(t, figures...)
	if len(figures) != 2 {
		t.Fatalf("%d figures", len(figures))
	}
	for i, f := range figures {
		n := 0
		for _, l := range arrowLines(f) {
			if l.Dashed && l.Y1 != l.Y2 {
				n++
				edge := []float64{gridBottom(f), 25}[i]
				if !near(l.Y1, edge) {
					t.Errorf("in figure %d the arrow comes from %.1f, the edge is at %.1f", i+1, l.Y1, edge)
				}
				if down := l.Y2 > l.Y1; down != (i == 1) {
					t.Errorf("in figure %d the arrow points down: %t", i+1, down)
				}
			}
		}
		if n != 1 {
			t.Errorf("figure %d has %d dashed strokes", i+1, n)
		}
	}
}

// gridBottom is where the calendar's lines end.
func gridBottom(f *figure.Figure) float64 {
	bottom := 0.0
	for _, l := range only[figure.Line](f) {
		if l.X1 == l.X2 && l.Y1 < 20 {
			bottom = max(bottom, l.Y2)
		}
	}
	return bottom
}
