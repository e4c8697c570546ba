package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/figure"
)

// flowChart makes a flow with so many sources, areas, goals for each area and
// activities for each goal. Every source has an input for every area.
func flowChart(sources, areas, goals, activities int) figure.Flow {
	f := figure.Flow{Alt: "Sporet.", Continued: "(forts.)", Columns: [4]string{"Samling", "Område", "Mål", "Aktivitet"}}
	for i := range sources {
		s := figure.FlowSource{Head: "Innspill", Title: fmt.Sprintf("Samling %d", i+1)}
		for range areas {
			s.Into = append(s.Into, 1)
		}
		f.Sources = append(f.Sources, s)
	}
	for i := range areas {
		area := figure.GoalBox{Kind: figure.MainGoal, Level: "Innspill", Title: fmt.Sprintf("Område %d", i+1)}
		for j := range goals {
			g := goal(figure.SubGoal, fmt.Sprintf("Mål %d.%d", i+1, j+1))
			g.ID = fmt.Sprintf("m%d.%d", i+1, j+1)
			for k := range activities {
				g.Below = append(g.Below, figure.GoalBox{Title: fmt.Sprintf("Arbeid %d.%d.%d", i+1, j+1, k+1)})
			}
			area.Below = append(area.Below, g)
		}
		f.Areas = append(f.Areas, area)
	}
	return f
}

// streaming holds what is true of every flow: it is tidy, and no band covers
// words or a box.
func streaming(t *testing.T, figures ...*figure.Figure) {
	t.Helper()
	tidy(t, figures...)
	for _, f := range figures {
		for _, p := range only[figure.Polygon](f) {
			for _, words := range texts(f) {
				if bounds(p).meets(frameOf(words)) {
					t.Errorf("a band covers %q", words.Words)
				}
			}
			for _, r := range only[figure.Rect](f) {
				if bounds(p).meets(bounds(r)) {
					t.Errorf("a band covers the box %v", bounds(r))
				}
			}
		}
	}
}

// ends are the heights at which a band of a flow begins and ends, with its
// thickness.
func ends(p figure.Polygon) (from, to, thick float64) {
	n := len(p.Points)
	first, last := p.Points[0], p.Points[n-1]
	right, below := p.Points[n/2-1], p.Points[n/2]
	return (first.Y + last.Y) / 2, (right.Y + below.Y) / 2, last.Y - first.Y
}

func TestInputsFlowIntoTheirAreas(t *testing.T) {
	f := flowChart(2, 3, 1, 1)
	f.Sources[0].Into = []int{12, 0, 3}
	f.Sources[1].Into = []int{0, 0, 1}
	drawn := f.Draw()
	streaming(t, drawn...)
	for _, want := range []struct {
		from, to string
		inputs   int
	}{{"Samling 1", "Område 1", 12}, {"Samling 1", "Område 3", 3}, {"Samling 2", "Område 3", 1}} {
		from := boxAround(t, drawn[0], find(t, drawn[0], want.from))
		to := boxAround(t, drawn[0], find(t, drawn[0], want.to))
		found := false
		for _, p := range only[figure.Polygon](drawn[0]) {
			start, end, thick := ends(p)
			found = found || near(thick, 3*float64(want.inputs)) &&
				start > from.Y && start < from.Y+from.H && end > to.Y && end < to.Y+to.H
		}
		if !found {
			t.Errorf("no band of %d leads from %s to %s", want.inputs, want.from, want.to)
		}
		find(t, drawn[0], fmt.Sprint(want.inputs))
	}
	if n := len(only[figure.Polygon](drawn[0])); n != 6 { // an edge and a middle each
		t.Errorf("%d bands", n)
	}
}

func TestAreasLeadToGoalsAndActivities(t *testing.T) {
	f := flowChart(1, 2, 2, 2).Draw()
	streaming(t, f...)
	for _, pair := range [][2]string{{"Område 1", "Mål 1.1"}, {"Område 2", "Mål 2.2"}, {"Mål 1.2", "Arbeid 1.2.1"}, {"Mål 2.1", "Arbeid 2.1.2"}} {
		from, to := boxAround(t, f[0], find(t, f[0], pair[0])), boxAround(t, f[0], find(t, f[0], pair[1]))
		if !joined(f[0], from.X+from.W, from.Y+from.H/2, to.X, to.Y+to.H/2) {
			t.Errorf("%s does not lead to %s", pair[0], pair[1])
		}
	}
	for _, words := range []string{"Samling", "Område", "Mål", "Aktivitet"} {
		find(t, f[0], words)
	}
}

func TestSecondGoalsAreDashed(t *testing.T) {
	f := flowChart(1, 2, 1, 1)
	f.Areas[0].Below[0].Below[0].Also = []string{"m2.1", "m9.9"}
	drawn := f.Draw()
	streaming(t, drawn...)
	from, to := boxAround(t, drawn[0], find(t, drawn[0], "Mål 2.1")), boxAround(t, drawn[0], find(t, drawn[0], "Arbeid 1.1.1"))
	var dashed []figure.Line
	for _, l := range only[figure.Line](drawn[0]) {
		if l.Dashed {
			dashed = append(dashed, l)
		}
	}
	if len(dashed) != 1 || !near(dashed[0].X1, from.X+from.W) || !near(dashed[0].X2, to.X) ||
		dashed[0].Y1 < from.Y || dashed[0].Y1 > from.Y+from.H || dashed[0].Y2 < to.Y || dashed[0].Y2 > to.Y+to.H {
		t.Errorf("dashed: %v, from %v to %v", dashed, from, to)
	}
}

func TestOneFlowFitsAPage(t *testing.T) {
	figures := flowChart(4, 5, 2, 3).Draw()
	streaming(t, figures...)
	if len(figures) != 1 || figures[0].Height > 640 {
		t.Errorf("%d figures, the first %v high", len(figures), figures[0].Height)
	}
}

func TestLargeFlowsGoOn(t *testing.T) {
	for _, large := range []figure.Flow{flowChart(3, 60, 1, 1), flowChart(60, 3, 2, 10), flowChart(1, 1, 1, 60), flowChart(1, 1, 60, 1)} {
		figures := large.Draw()
		streaming(t, figures...)
		if len(figures) < 2 {
			t.Errorf("%d figures", len(figures))
		}
		all := said(figures...) + " "
		for i, area := range large.Areas {
			last := area.Below[len(area.Below)-1]
			if words := last.Below[len(last.Below)-1].Title; strings.Count(all, words+" ") != 1 {
				t.Errorf("%s of area %d is not there once", words, i+1)
			}
		}
		for i, f := range figures {
			if f.Height > 640 || !strings.Contains(f.Alt, fmt.Sprintf("(%d/%d)", i+1, len(figures))) {
				t.Errorf("a figure is %v high: %s", f.Height, f.Alt)
			}
			find(t, f, "Samling")
		}
	}
}

func TestManySourcesAreOne(t *testing.T) {
	f := flowChart(60, 1, 1, 1).Draw()
	streaming(t, f...)
	find(t, f[0], "Samling 9")
	find(t, f[0], "+51")
	find(t, f[0], "51")
}

func TestManyInputsAreThin(t *testing.T) {
	f := flowChart(2, 2, 1, 1)
	f.Sources[0].Into = []int{900, 1}
	f.Sources[1].Into = []int{40, -7, 3}
	drawn := f.Draw()
	streaming(t, drawn...)
	find(t, drawn[0], "900")
	if drawn[0].Height > 400 {
		t.Errorf("%v high", drawn[0].Height)
	}
}

func TestFlowsOfLittle(t *testing.T) {
	if figures := (figure.Flow{Sources: flowChart(2, 0, 0, 0).Sources}).Draw(); figures != nil {
		t.Errorf("%d figures without areas", len(figures))
	}
	for _, f := range []figure.Flow{flowChart(0, 1, 0, 0), flowChart(1, 1, 0, 0), flowChart(1, 2, 1, 0)} {
		streaming(t, f.Draw()...)
	}
}

// FuzzFlow holds that no input makes the builder panic or draw untidily.
func FuzzFlow(f *testing.F) {
	f.Add("Bergverkene har stabil drift", 0.0, 0.0, []byte{9, 4, 3, 2}, []byte("\x04\x08\x0d\x11\x0d\x12"))
	f.Add("ÆØÅ\u00ad\xff\u0000 – lang-bindestrek/", 1.0, 1.0, []byte{255, 0}, []byte("aaaaaaaaaabbbbb\x01\x02\x03"))
	f.Add("", 900.0, 300.0, []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, []byte("\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, words string, width, height float64, inputs, shape []byte) {
		if len(words) > 1000 || len(shape) > 100 || len(inputs) > 20 {
			t.Skip("large")
		}
		flow := figure.Flow{Alt: words, Width: width, MaxHeight: height, Continued: words, Columns: [4]string{words, "", words, "A"}}
		flow.Areas = fuzzedGoals(words, shape)
		for i := range flow.Areas {
			flow.Areas[i].Below = shallow(flow.Areas[i].Below)
		}
		for i, n := range inputs {
			s := figure.FlowSource{Head: words, Title: words[:i*int(n)%(len(words)+1)]}
			for j := range int(n) {
				s.Into = append(s.Into, j*i%7)
			}
			flow.Sources = append(flow.Sources, s)
		}
		streaming(t, flow.Draw()...)
	})
}

// shallow cuts goals below the second level, and has each serve the first of
// its kind too.
func shallow(goals []figure.GoalBox) []figure.GoalBox {
	for i := range goals {
		goals[i].ID = fmt.Sprint(i)
		for j := range goals[i].Below {
			goals[i].Below[j].Below, goals[i].Below[j].Also = nil, []string{"0"}
		}
	}
	return goals
}
