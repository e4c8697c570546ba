package figure_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"soknad/internal/figure"
)

func TestMilestonesStandInTheirMonth(t *testing.T) {
	for n := 1; n <= 36; n++ {
		for _, date := range []time.Time{month(n), monthEnd(n)} {
			r := row("x", 1, 36)
			r.Milestones = []figure.Milestone{{Date: date, Mark: "M1"}}
			f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{r}}))
			left, right := grid(f)
			x := func(d time.Time) float64 { return left + (right-left)*d.Sub(month(1)).Hours()/24/1095 }
			at := black(f, 4)[0].Points[0].X
			if at <= x(month(n)) || at >= x(month(n+1)) {
				t.Errorf("the milestone of %s stands at %.2f, its month is %.2f–%.2f", date, at, x(month(n)), x(month(n+1)))
			}
			if mark := find(t, f, "M1"); math.Abs(mark.X-at) > 6 {
				t.Errorf("the name of the milestone of %s is %.1f points away", date, mark.X-at)
			}
		}
	}
}

func TestNamesOfMilestonesStayInTheirRow(t *testing.T) {
	r := row("x", 1, 36)
	r.Milestones = []figure.Milestone{{Date: month(9), Mark: "M1"}}
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{r, r}}))
	ground := only[figure.Rect](f)[0]
	mark := frameOf(find(t, f, "M1"))
	if mark.y1 < ground.Y+ground.H || mark.y2 > bars(f)[0].Y {
		t.Errorf("the name at %v is not between the heading's end at %.1f and the bar at %.1f", mark, ground.Y+ground.H, bars(f)[0].Y)
	}
	if second := frameOf(texts(f)[len(texts(f))-2]); bars(f)[0].Y+bars(f)[0].H > second.y1 {
		t.Errorf("the bar %v reaches into the next row, whose name is at %v", bars(f)[0], second)
	}
}

func TestNamesOfCloseMilestonesMakeWay(t *testing.T) {
	r := row("x", 1, 36)
	for i := range 8 {
		r.Milestones = append(r.Milestones, figure.Milestone{Date: monthEnd(36).AddDate(0, 0, -i), Mark: fmt.Sprintf("M%d", i)})
	}
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{r}}))
	if find(t, f, "M7").X >= find(t, f, "M0").X {
		t.Error("the names are not in the order of the dates")
	}
	r.Milestones = nil
	for i := range 60 {
		r.Milestones = append(r.Milestones, figure.Milestone{Date: monthEnd(9), Mark: fmt.Sprintf("Milepæl %d", i)})
	}
	f = one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{r}}))
	find(t, f, "Milepæl 0")
	if strings.Contains(said(f), "Milepæl 59") {
		t.Error("sixty names do not fit in a row")
	}
	if n := len(black(f, 4)); n != 60+1 {
		t.Errorf("%d diamonds, want all and the legend's", n)
	}
}
