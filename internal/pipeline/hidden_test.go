package pipeline_test

import (
	"testing"
	"testing/fstest"

	"soknad/internal/pipeline"
)

// TestPlacesBelowAHiddenCharacter holds that what is taken for another character
// moves no place: people find what is meant where the finding says, lines below
// a hidden character at the margin and columns behind a wide one.
func TestPlacesBelowAHiddenCharacter(t *testing.T) {
	folder := fstest.MapFS{
		"application.yaml":       {Data: []byte("application: {title: T, call: arena-2012, language: nb}\n")},
		"sections/background.md": {Data: []byte("Først.\n\n\x00\n\nSå \u200bTODO.\n")},
	}
	r, err := pipeline.Check(job(folder))
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]bool{}
	for _, d := range r.Findings {
		if d.Span.File.Name == "sections/background.md" {
			places[d.Span.String()] = true
		}
	}
	for _, want := range []string{"sections/background.md:3:1", "sections/background.md:5:4", "sections/background.md:5:5"} {
		if !places[want] {
			t.Errorf("nothing is found at %s, but at %v", want, places)
		}
	}
}
