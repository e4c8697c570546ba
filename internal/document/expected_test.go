package document

import (
	"slices"
	"testing"
)

// TestExpectedHeadings holds which headings are expected before the tree tells.
func TestExpectedHeadings(t *testing.T) {
	got := expectedHeadings("# En *viktig* sak #\nord # nei\n\n### To &amp; tre\n - # nei\n")
	if want := []string{"En viktig sak", "To & tre"}; !slices.Equal(got, want) {
		t.Errorf("%q is expected, want %q", got, want)
	}
}
