package document

import "testing"

// TestFootnotesStayApart holds that texts which all begin with [^1] can become
// one text.
func TestFootnotesStayApart(t *testing.T) {
	f := footnotes{}
	for _, test := range []struct{ text, want string }{
		{"Uten note.", "Uten note."},
		{"En[^1], to[^kilde].\n\n[^1]: A\n[^kilde]: B", "En[^1], to[^kilde].\n\n[^1]: A\n[^kilde]: B"},
		{"Igjen[^1] og [^1] og [^2].\n\n[^1]: C", "Igjen[^1-2] og [^1-2] og [^2].\n\n[^1-2]: C"},
		{"Tredje[^1].\n\n[^1]: D", "Tredje[^1-3].\n\n[^1-3]: D"},
	} {
		if got := f.apart(test.text); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.text, got, test.want)
		}
	}
}
