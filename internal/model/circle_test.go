package model_test

import (
	"strings"
	"testing"

	"soknad/internal/model"
)

// goals makes a project of goals written "id parent", one a word pair.
func goals(pairs string) *model.Project {
	p := &model.Project{}
	for pair := range strings.SplitSeq(pairs, ", ") {
		id, parent, _ := strings.Cut(pair, " ")
		p.Goals = append(p.Goals, model.Goal{ID: id, Parent: parent})
	}
	return p
}

func TestParentCircles(t *testing.T) {
	tests := []struct{ goals, want string }{
		{"a, b a, c b", ""},
		{"a unknown, b a", ""},
		{"a a", "a"},
		{"a b, b a", "a b"},
		{"x b, a b, b c, c a", "b c a"},
		{"a b, b a, c c, d c", "a b; c"},
	}
	for _, test := range tests {
		var got []string
		for _, ids := range goals(test.goals).ParentCircles() {
			got = append(got, strings.Join(ids, " "))
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("goals %q stand in the circles %q, want %q", test.goals, got, test.want)
		}
	}
}
