package compare

import (
	"strings"
	"testing"
)

// TestWordByWord holds that a comparison of two texts is the shortest, and
// that both texts can be read out of it.
func TestWordByWord(t *testing.T) {
	for _, c := range []struct{ old, current, want string }{
		{"a b c", "a b c", "a b c"},
		{"a b c", "a x c", "a [b] {x} c"},
		{"a b c", "a c", "a [b] c"},
		{"a  b\nc", "a b c", "a b c"},
		{"", "a b", "{a b}"},
		{"a b", "", "[a b]"},
		{"a b a c", "a c a b", "a [b a] c {a b}"},
		{"a a a", "a a", "a a [a]"},
		{"én to tre fire", "to tre én fire", "[én] to tre {én} fire"},
		{"a b c d", "x b y d", "[a] {x} b [c] {y} d"},
	} {
		words := wordByWord(c.old, c.current)
		if got := shown(words); got != c.want {
			t.Errorf("%q and %q: got %s, want %s", c.old, c.current, got, c.want)
		}
		holds(t, words, Added, c.old)
		holds(t, words, Removed, c.current)
	}
}

// TestWordByWordOfLongTexts holds that two long texts without a word in common
// take no long work, and are not lost.
func TestWordByWordOfLongTexts(t *testing.T) {
	old, current := strings.Repeat("a b ", 50_000)+"c", strings.Repeat("x y ", 50_000)+"c"
	words := wordByWord(old, current)
	if len(words) != 3 {
		t.Errorf("got %d runs of words, want 3", len(words))
	}
	holds(t, words, Added, old)
	holds(t, words, Removed, current)
}

func shown(words []Words) string {
	var parts []string
	for _, w := range words {
		parts = append(parts, map[Change]string{Added: "{" + w.Text + "}", Removed: "[" + w.Text + "]", "": w.Text}[w.Change])
	}
	return strings.Join(parts, " ")
}

// holds checks that the words, but for those of one change, are a text.
func holds(t *testing.T, words []Words, but Change, text string) {
	t.Helper()
	var parts []string
	for _, w := range words {
		if w.Change != but {
			parts = append(parts, w.Text)
		}
	}
	if got, want := strings.Join(parts, " "), strings.Join(strings.Fields(text), " "); got != want {
		t.Errorf("got %.80q, want %.80q", got, want)
	}
}
