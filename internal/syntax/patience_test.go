package syntax_test

import (
	"strings"
	"testing"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestPatience holds that a large file that is broken in many places is given up
// before all of them are found, which would take minutes, and that the first is
// found all the same.
func TestPatience(t *testing.T) {
	part := "  - a: \"x\n\n\n      y\"\n" + strings.Repeat("  - b: c\n", 40)
	text := "goals:\n" + strings.Repeat(strings.Repeat(part, 25)+"  - a: b: c\n", 40)
	_, list := syntax.Parse(source.NewFile("a.yaml", []byte(text)))
	if len(list) == 0 || len(list) >= 20 || list[0].Span.First().Line != 2+25*44 {
		t.Fatalf("%d findings, the first at %s", len(list), list[0].Span)
	}
}
