package pipeline_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// paged is a description with a finding that only the pages show, which a
// comment silences, and a silence of another that nothing calls for.
func paged() fstest.MapFS {
	return fstest.MapFS{
		"application.yaml": {Data: []byte(`application:
  title: Klynge
  call: arena-2012
  language: nb
  period: {start: 2012-09-01, months: 36}
`)},
		"sections/background.md": {Data: []byte(
			"<!-- soknad: allow PAG002 because the tag is for others -->\n<b>Det</b> begynte i bruddet.\n")},
		"sections/summary.md": {Data: []byte(
			"<!-- soknad: allow PAG002 because nothing is wrong here -->\nDet begynte i bruddet.\n")},
	}
}

// TestTextFirst holds that what is found by way of the text is what is found at
// once, and that a silence is not called needless before the pages are made.
func TestTextFirst(t *testing.T) {
	job := pipeline.Job{Files: paged(), Packs: templates.FS()}
	want, err := pipeline.Check(job)
	if err != nil {
		t.Fatal(err)
	}
	text, err := pipeline.CheckText(job)
	if err != nil {
		t.Fatal(err)
	}
	before := golden.Story(text.Findings)
	got, err := text.CheckPages()
	if err != nil {
		t.Fatal(err)
	}
	if golden.Story(got.Findings) != golden.Story(want.Findings) || got.Silenced != want.Silenced || want.Silenced != 1 {
		t.Errorf("by way of the text: %d silenced and\n%s\nwant %d silenced and\n%s",
			got.Silenced, golden.Story(got.Findings), want.Silenced, golden.Story(want.Findings))
	}
	if !slices.Equal(got.Extents(), want.Extents()) || len(want.Extents()) == 0 {
		t.Errorf("the pages are %v, want %v", got.Extents(), want.Extents())
	}
	if golden.Story(text.Findings) != before || text.Extents() != nil {
		t.Error("making the pages has changed the text")
	}
	// The one finding that the pages add is that a silence silences nothing.
	if n := len(want.Findings) - len(text.Findings); n != 1 {
		t.Errorf("the text has\n%s\nthe pages\n%s", before, golden.Story(want.Findings))
	}
}

// TestWhole holds what keeps a document from being whole: a file that cannot be
// read, or no call to make it for.
func TestWhole(t *testing.T) {
	broken, called := paged(), paged()
	broken["goals.yaml"] = &fstest.MapFile{Data: []byte("goals: [{id: a\n")}
	called["application.yaml"] = &fstest.MapFile{Data: []byte("application: {title: Klynge, call: arena-1812, language: nb}\n")}
	for what, tt := range map[string]struct {
		files fstest.MapFS
		want  bool
	}{"sound": {paged(), true}, "broken": {broken, false}, "of no call": {called, false}} {
		r, err := pipeline.Check(pipeline.Job{Files: tt.files, Packs: templates.FS()})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Whole(); got != tt.want {
			t.Errorf("what is %s is whole: %t", what, got)
		}
	}
	r, err := pipeline.Check(pipeline.Job{Files: paged(), Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.Sources() {
		names = append(names, f.Name)
	}
	if want := []string{"application.yaml", "sections/background.md", "sections/summary.md"}; !slices.Equal(names, want) {
		t.Errorf("the sources are %q, want %q", names, want)
	}
}
