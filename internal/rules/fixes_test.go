package rules_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// TestFixes takes every finding of every story that carries a cure, applies
// that cure alone, and holds that the finding is gone and no other has come.
func TestFixes(t *testing.T) {
	fixed := 0
	for name, archive := range golden.Archives(t, "testdata") {
		for _, c := range cases(archive) {
			files := caseFiles(archive, c)
			before := checked(t, files)
			for _, d := range before {
				if len(d.Fixes) > 0 {
					fixed++
					cured(t, name+" "+c, files, before, d)
				}
			}
		}
	}
	if fixed < 10 {
		t.Errorf("only %d findings carry a cure", fixed)
	}
}

func cured(t *testing.T, name string, files fstest.MapFS, before diag.List, d *diag.Diagnostic) {
	t.Helper()
	texts, _ := diag.Fixed(diag.List{d})
	after := fstest.MapFS{}
	for file, f := range files {
		after[file] = f
	}
	for file, text := range texts {
		after[file] = &fstest.MapFile{Data: text}
	}
	left, had := tally(checked(t, after)), tally(before)
	had[d.Code]--
	for code, n := range left {
		if n > had[code] {
			t.Errorf("%s: after the cure of\n%s%d findings of %s are left, want %d", name, golden.Story(diag.List{d}), n, code, had[code])
		}
	}
}

// tally counts findings by their codes: a cure can change an id that others
// name in their words.
func tally(list diag.List) map[diag.Code]int {
	counts := map[diag.Code]int{}
	for _, d := range list {
		counts[d.Code]++
	}
	return counts
}

func checked(t *testing.T, files fs.FS) diag.List {
	t.Helper()
	r, err := pipeline.CheckDescription(pipeline.Job{Files: files, Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}
