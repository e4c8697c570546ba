package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/figure"
)

func goal(kind figure.GoalKind, title string, below ...figure.GoalBox) figure.GoalBox {
	level := [...]string{"Mål", "Hovedmål", "Delmål", "Resultatmål", "Effektmål"}[kind]
	return figure.GoalBox{Kind: kind, Level: level, Title: title, Below: below}
}

// goalTree makes a tree with one main goal, and below it sub goals with result
// goals and one effect goal each.
func goalTree(subs, results int) figure.GoalTree {
	var below []figure.GoalBox
	for i := range subs {
		var last []figure.GoalBox
		for j := range results {
			last = append(last, goal(figure.ResultGoal, fmt.Sprintf("Resultat %d.%d", i+1, j+1)))
		}
		last = append(last, goal(figure.EffectGoal, fmt.Sprintf("Effekt %d", i+1)))
		below = append(below, goal(figure.SubGoal, fmt.Sprintf("Del %d", i+1), last...))
	}
	return figure.GoalTree{Alt: "Målene.", Continued: "(forts.)", Goals: []figure.GoalBox{goal(figure.MainGoal, "Hele", below...)}}
}

func TestGoalsStandToTheRightOfWhatTheyServe(t *testing.T) {
	figures := goalTree(3, 2).Draw()
	tidy(t, figures...)
	f := figures[0]
	main := boxAround(t, f, find(t, f, "Hele"))
	for i := range 3 {
		sub := boxAround(t, f, find(t, f, fmt.Sprintf("Del %d", i+1)))
		effect := boxAround(t, f, find(t, f, fmt.Sprintf("Effekt %d", i+1)))
		result := boxAround(t, f, find(t, f, fmt.Sprintf("Resultat %d.1", i+1)))
		if !(main.X+main.W < sub.X && sub.X+sub.W < effect.X && effect.X == result.X) {
			t.Errorf("goal %d does not stand right of what it serves", i+1)
		}
		if !(result.Y < sub.Y+sub.H/2 && sub.Y+sub.H/2 < effect.Y+effect.H) {
			t.Errorf("sub goal %d is not amid those that serve it", i+1)
		}
	}
	if middle := main.Y + main.H/2; !near(middle, f.Height/2) {
		t.Errorf("the main goal stands at %.1f of %.1f", middle, f.Height)
	}
}

// TestGoalsAreJoined follows the lines from each box to the one it serves.
func TestGoalsAreJoined(t *testing.T) {
	f := goalTree(2, 1).Draw()[0]
	for _, pair := range [][2]string{{"Hele", "Del 1"}, {"Hele", "Del 2"}, {"Del 1", "Resultat 1.1"}, {"Del 1", "Effekt 1"}, {"Del 2", "Effekt 2"}} {
		from, to := boxAround(t, f, find(t, f, pair[0])), boxAround(t, f, find(t, f, pair[1]))
		if !joined(f, from.X+from.W, from.Y+from.H/2, to.X, to.Y+to.H/2) {
			t.Errorf("%s is not joined to %s", pair[1], pair[0])
		}
	}
}

// joined reports whether a level line, an upright one and a level one lead
// from one point to another.
func joined(f *figure.Figure, x1, y1, x2, y2 float64) bool {
	lines := only[figure.Line](f)
	for _, trunk := range lines {
		if trunk.X1 != trunk.X2 || trunk.Y1 > min(y1, y2)+0.02 || trunk.Y2 < max(y1, y2)-0.02 {
			continue
		}
		var out, in bool
		for _, l := range lines {
			out = out || near(l.X1, x1) && near(l.Y1, y1) && near(l.X2, trunk.X1) && l.Y1 == l.Y2
			in = in || near(l.X2, x2) && near(l.Y1, y2) && near(l.X1, trunk.X1) && l.Y1 == l.Y2
		}
		if out && in {
			return true
		}
	}
	return false
}

func TestEffectGoalsLookDifferent(t *testing.T) {
	f := goalTree(1, 1).Draw()[0]
	result, effect := boxAround(t, f, find(t, f, "Resultat 1.1")), boxAround(t, f, find(t, f, "Effekt 1"))
	if result.Radius != 0 || effect.Radius == 0 || result.Fill != effect.Fill {
		t.Errorf("corners of %v and %v on %v and %v", result.Radius, effect.Radius, result.Fill, effect.Fill)
	}
	find(t, f, "Resultatmål")
	find(t, f, "Effektmål")
}

func TestOneGoalIsDrawn(t *testing.T) {
	figures := figure.GoalTree{Goals: []figure.GoalBox{goal(figure.MainGoal, "Hele")}}.Draw()
	tidy(t, figures...)
	if len(figures) != 1 || figures[0].Width > 300 || len(only[figure.Line](figures[0])) > 0 {
		t.Errorf("got %d figures, the first of %v", len(figures), figures[0].Width)
	}
}

func TestNoGoalsAreNotDrawn(t *testing.T) {
	if figures := (figure.GoalTree{Alt: "Målene."}).Draw(); figures != nil {
		t.Errorf("got %d figures", len(figures))
	}
}

func TestTreesTakeFewFigures(t *testing.T) {
	for subs, want := range map[int]int{1: 1, 6: 1, 7: 2, 14: 3} {
		figures := goalTree(subs, 2).Draw()
		tidy(t, figures...)
		if len(figures) != want {
			t.Errorf("%d goals take %d figures, want %d", 1+4*subs, len(figures), want)
		}
		for _, f := range figures {
			if f.Height > 640 || f.Width != 460 {
				t.Errorf("a figure of %d goals is %v × %v", 1+4*subs, f.Width, f.Height)
			}
		}
	}
}

func TestLargeTreesGoOn(t *testing.T) {
	for _, large := range []figure.GoalTree{goalTree(20, 3), goalTree(1, 60), goalTree(3, 40)} {
		figures := large.Draw()
		tidy(t, figures...)
		all := said(figures...) + " "
		for i, f := range figures {
			if f.Height > 640 {
				t.Errorf("a figure is %.1f high", f.Height)
			}
			find(t, f, "Hele")
			if i > 0 {
				find(t, f, "Hovedmål (forts.)")
			}
		}
		for i := range large.Goals[0].Below {
			if n := strings.Count(all, fmt.Sprintf("Effekt %d ", i+1)); n != 1 {
				t.Errorf("effect goal %d is in %d figures", i+1, n)
			}
		}
		if want := fmt.Sprintf("Målene. (1/%d)", len(figures)); figures[0].Alt != want {
			t.Errorf("the first says %q", figures[0].Alt)
		}
	}
}

func TestSubGoalsStayTogetherOnAPage(t *testing.T) {
	for _, f := range goalTree(20, 3).Draw() {
		if words := said(f); strings.Contains(words, "Delmål (forts.)") {
			t.Errorf("a sub goal is torn: %s", words)
		}
	}
}

func TestDeepTreesGrowWider(t *testing.T) {
	deep := goal(figure.OtherGoal, strings.Repeat("langtord", 9))
	for range 8 {
		deep = goal(figure.OtherGoal, strings.Repeat("et langt mål ", 12), deep, goal(figure.EffectGoal, "Effekt"))
	}
	figures := figure.GoalTree{Goals: []figure.GoalBox{deep}, MaxHeight: 200}.Draw()
	tidy(t, figures...)
	for _, f := range figures {
		if f.Width < 700 || f.Height > 200 {
			t.Errorf("nine levels are %v × %v", f.Width, f.Height)
		}
	}
}
