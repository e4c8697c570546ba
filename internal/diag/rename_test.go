package diag_test

import (
	"testing"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// TestRenamed holds that every place of a finding is in the file of the new
// name, with the same text, and that the finding itself stays as it was.
func TestRenamed(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("one\ntwo\n"))
	d := diag.New("REF001", diag.Error, f.Span(0, 3), "one").
		Relate(f.Span(4, 7), "two").HintAt(f.Span(4, 7), "three").Hint("nowhere").Fix(f.Span(0, 3), "to", "four")
	renamed := diag.List{d}.Renamed(func(name string) string { return "dir/" + name })[0]
	for _, at := range []source.Span{renamed.Span, renamed.Related[0].Span, renamed.Hints[0].Span, renamed.Fixes[0].Edits[0].Span} {
		if at.File.Name != "dir/a.yaml" || string(at.File.Text) != string(f.Text) || at.File != renamed.Span.File {
			t.Errorf("a place is in %s: %q", at.File.Name, at.File.Text)
		}
	}
	if got := renamed.Related[0].Span.String(); got != "dir/a.yaml:2:1" {
		t.Errorf("the place is %s", got)
	}
	if !renamed.Hints[1].Span.IsZero() {
		t.Errorf("a hint that points nowhere points at %s", renamed.Hints[1].Span)
	}
	for _, at := range []source.Span{d.Span, d.Related[0].Span, d.Hints[0].Span, d.Fixes[0].Edits[0].Span} {
		if at.File != f {
			t.Errorf("the finding that was renamed is in %s now", at.File.Name)
		}
	}
}
