package figure_test

import (
	"testing"

	"soknad/internal/figure"
)

// fuzzedGoals makes a tree of any bytes: each says how many levels to go up
// before the next goal, its kind, and how much of the words is its title.
func fuzzedGoals(words string, shape []byte) []figure.GoalBox {
	root := &figure.GoalBox{}
	path := []*figure.GoalBox{root}
	for i, b := range shape {
		up := min(int(b%4), len(path)-1)
		path = path[:len(path)-up]
		if len(path) > 7 {
			path = path[:1]
		}
		parent := path[len(path)-1]
		title := words[:(int(b)*(i+1))%(len(words)+1)]
		parent.Below = append(parent.Below, figure.GoalBox{Kind: figure.GoalKind(b / 4 % 6), Level: words, Title: title})
		path = append(path, &parent.Below[len(parent.Below)-1])
	}
	return root.Below
}

// FuzzGoalTree holds that no input makes the builder panic or draw untidily.
func FuzzGoalTree(f *testing.F) {
	f.Add("Bergverkene har stabil drift", "(forts.)", 0.0, 0.0, []byte("\x04\x08\x0d\x11\x0d\x12"))
	f.Add("ÆØÅ\u00ad\xff\u0000 – lang-bindestrek/", "", 1.0, 1.0, []byte("aaaaaaaaaabbbbb\x01\x02\x03"))
	f.Add("", "x", 900.0, 300.0, []byte("\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "W", 300.0, 120.0, []byte("00010203\xff\xfe\xfd"))
	f.Fuzz(func(t *testing.T, words, continued string, width, height float64, shape []byte) {
		if len(words) > 2000 || len(shape) > 200 {
			t.Skip("large")
		}
		tree := figure.GoalTree{Alt: words, Width: width, MaxHeight: height, Continued: continued, Goals: fuzzedGoals(words, shape)}
		tidy(t, tree.Draw()...)
	})
}
