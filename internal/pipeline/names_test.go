package pipeline

import (
	"strings"
	"testing"
)

// TestUnportable holds which names Windows has no files for, also those that a
// story cannot hold.
func TestUnportable(t *testing.T) {
	for name, want := range map[string]bool{
		"notat.yaml": false, "sections/budsjett.md": false, "conto.yaml": false, "com10.yaml": false, "å.yaml": false,
		"con.yaml": true, "sections/Aux": true, "con .yaml": true, "com1": true, "LPT³.md": true, "conin$": true,
		"notat ": true, "sections/notat.": true, "notat .md": false, "a:b.md": true, "hva?.md": true, "a\tb.md": true,
		strings.Repeat("a", maxName): false, strings.Repeat("a", maxName+1): true,
	} {
		if got := unportable(name) != nil; got != want {
			t.Errorf("%q is refused: %t, want %t", name, got, want)
		}
	}
}
