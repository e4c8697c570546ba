package pipeline_test

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"

	"soknad/internal/pipeline"
	"soknad/templates"
)

// vanishing is a folder of which the file that is opened by a number is gone
// by then.
type vanishing struct {
	fs.FS
	left *int
	gone *string // its name, if it was there
}

func (v vanishing) Open(name string) (fs.File, error) {
	if *v.left--; *v.left == 0 {
		if _, err := fs.Stat(v.FS, name); err == nil {
			*v.gone = name
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return v.FS.Open(name)
}

// described makes a small application of several files.
func described(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/minimal")); err != nil {
		t.Fatal(err)
	}
	text := map[string]string{"more.yaml": "goals: []\n", "sections/background.md": "Skifer.\n", "sections/stray.md": "Stein.\n"}
	for name, said := range text {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(said), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestVanishing lets each file vanish once, between being seen and being read:
// there is an error, or what is there can be assembled, and has all that the
// description says.
func TestVanishing(t *testing.T) {
	dir := os.DirFS(described(t))
	for at := 1; ; at++ {
		left, gone := at, ""
		job := pipeline.Job{Files: vanishing{dir, &left, &gone}, Packs: templates.FS()}
		r, err := pipeline.CheckDescription(job)
		if left > 0 {
			break // Nothing more is opened.
		}
		if err == nil && (r == nil || r.Project == nil) {
			t.Errorf("without the file %d there is neither an error nor a result", at)
		}
		if isText := path.Ext(gone) == ".yaml" || path.Ext(gone) == ".md"; err == nil && isText {
			t.Errorf("nobody hears that %s is gone", gone)
		}
	}
}
