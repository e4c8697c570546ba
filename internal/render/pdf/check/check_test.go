package check_test

import (
	"slices"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// TestSound holds that a file with one of everything and no fault in it is
// found to have none, as it stands and as it is written again.
func TestSound(t *testing.T) {
	file := read(t, sound(t))
	claims := check.Claims(file)
	if want := []check.Profile{check.UA1, check.A3a}; !slices.Equal(claims, want) {
		t.Fatalf("the file claims %v and not %v", claims, want)
	}
	written, err := file.Write()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []*object.File{file, read(t, string(written))} {
		if got := list(check.File(f, claims...)); got != "" {
			t.Errorf("found in a sound file:\n%s", got)
		}
	}
}

// TestStories holds that every change of the sound file that a story tells has
// just the findings that the story says, and that no clause is without a story.
func TestStories(t *testing.T) {
	told := map[check.Clause]bool{}
	usual := check.File(read(t, sound(t)), check.Profiles()...)
	for name, archive := range golden.Archives(t, "testdata") {
		for _, s := range stories(archive) {
			t.Run(s.name, func(t *testing.T) {
				found := check.File(read(t, s.apply(t, sound(t))), check.Profiles()...)
				if len(s.changes) > 0 {
					found = slices.DeleteFunc(found, func(f check.Finding) bool { return slices.Contains(usual, f) })
				}
				for _, f := range found {
					told[f.Clause] = true
				}
				golden.Want(t, name, archive, s.name+"/want", list(found))
			})
		}
	}
	for _, c := range check.Clauses(check.Profiles()...) {
		if !told[c] {
			t.Errorf("no story breaks %s", c)
		}
	}
}
