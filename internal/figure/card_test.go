package figure_test

import (
	"testing"

	"soknad/internal/figure"
)

// tidy holds what is true of every figure with boxes beside what is true of
// every figure: no line runs through words, no words stand across the edge of
// a box, and boxes lie inside or beside each other.
func tidy(t *testing.T, figures ...*figure.Figure) {
	t.Helper()
	sound(t, figures...)
	for _, f := range figures {
		lines, boxes := frames[figure.Line](f), frames[figure.Rect](f)
		for _, words := range texts(f) {
			frame := frameOf(words)
			for _, l := range lines {
				if l.meets(frame) {
					t.Errorf("a line runs through %q", words.Words)
				}
			}
			for _, b := range boxes {
				if across(frame, b) {
					t.Errorf("%q stands across the edge of %v", words.Words, b)
				}
			}
		}
		for i, a := range boxes {
			for _, b := range boxes[:i] {
				if across(a, b) && across(b, a) {
					t.Errorf("the boxes %v and %v overlap", a, b)
				}
			}
		}
	}
}

// frames returns the frames around all shapes of a kind.
func frames[S figure.Shape](f *figure.Figure) []frame {
	var all []frame
	for _, s := range only[S](f) {
		all = append(all, bounds(s))
	}
	return all
}

// across reports whether a frame meets another without being inside it.
func across(f, g frame) bool {
	const hair = 0.05
	inside := f.x1 >= g.x1-hair && f.x2 <= g.x2+hair && f.y1 >= g.y1-hair && f.y2 <= g.y2+hair
	return f.meets(g) && !inside
}

// boxAround returns the largest box around words.
func boxAround(t *testing.T, f *figure.Figure, words figure.Text) figure.Rect {
	t.Helper()
	var found figure.Rect
	for _, r := range only[figure.Rect](f) {
		if in(r, words) && r.W*r.H > found.W*found.H {
			found = r
		}
	}
	if found.W == 0 {
		t.Fatalf("no box is around %q", words.Words)
	}
	return found
}
