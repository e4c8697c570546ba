package watch_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"soknad/internal/watch"
)

// A watched is a folder with a description, and what is told of it. Every
// event is a change of its own, because nothing waits for others.
type watched struct {
	*testing.T
	dir    string
	folder *watch.Folder
}

// rings rings at once.
func rings() <-chan time.Time {
	ring := make(chan time.Time, 1)
	ring <- time.Time{}
	return ring
}

// folders makes folders, and waits until they are watched.
func (w *watched) folders(name string) {
	w.Helper()
	w.must(os.MkdirAll(w.path(name), 0o755))
	w.write("first.yaml", "")
	w.wait("first.yaml")
}

func begin(t *testing.T) *watched {
	t.Helper()
	w := &watched{T: t, dir: t.TempDir()}
	w.write("application.yaml", "application:\n")
	w.write("build/application.md", "")
	w.write("sections/background.md", "")
	var err error
	w.folder, err = watch.Open(w.dir, watch.Options{
		Ignored: func(name string) bool { return name == "build" },
		Quiet:   rings,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.folder.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func (w *watched) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *watched) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *watched) write(name, text string) {
	w.Helper()
	w.must(os.MkdirAll(filepath.Dir(w.path(name)), 0o755))
	w.must(os.WriteFile(w.path(name), []byte(text), 0o644))
}

// wait waits until a file is told to have changed, and lists what else is told
// until then.
func (w *watched) wait(name string) (others []string) {
	w.Helper()
	for {
		c := w.next()
		w.must(c.Err)
		for _, changed := range c.Names {
			if changed != name {
				others = append(others, changed)
			}
		}
		if slices.Contains(c.Names, name) {
			return others
		}
	}
}

// patience is how long a test waits for what must come.
const patience = time.Minute

func (w *watched) next() watch.Change {
	w.Helper()
	select {
	case c := <-w.folder.Changes:
		return c
	case <-time.After(patience):
		w.Fatal("nothing more is told")
		return watch.Change{}
	}
}

func TestChanges(t *testing.T) {
	w := begin(t)
	w.write("application.yaml", "application: {}\n")
	w.wait("application.yaml")
	w.write("sections/background.md", "Berg.\n")
	w.wait("sections/background.md")
	w.write("goals.yaml", "goals:\n")
	w.wait("goals.yaml")
	w.must(os.Rename(w.path("goals.yaml"), w.path("aims.yaml")))
	if others := w.wait("aims.yaml"); !slices.Contains(others, "goals.yaml") {
		w.wait("goals.yaml")
	}
	w.must(os.Remove(w.path("aims.yaml")))
	w.wait("aims.yaml")
	w.must(os.Mkdir(w.path("images"), 0o755))
	w.wait("images")
}

// TestSavedByRenaming holds that a file can be saved again and again by moving
// another to its place, as editors do.
func TestSavedByRenaming(t *testing.T) {
	w := begin(t)
	for _, text := range []string{"one", "two", "three"} {
		w.write(".application.yaml.new", text)
		w.must(os.Rename(w.path(".application.yaml.new"), w.path("application.yaml")))
		if others := w.wait("application.yaml"); len(others) > 0 {
			t.Errorf("also told: %q", others)
		}
	}
}

// TestNewFolders holds that what happens in a folder that came later, by any
// way, is told too.
func TestNewFolders(t *testing.T) {
	for what, make := range map[string]func(w *watched){
		"made": func(w *watched) { w.must(os.MkdirAll(w.path("new/below"), 0o755)) },
		"moved here": func(w *watched) {
			elsewhere := filepath.Join(w.TempDir(), "new")
			w.must(os.MkdirAll(filepath.Join(elsewhere, "below"), 0o755))
			w.must(os.Rename(elsewhere, w.path("new")))
		},
		"renamed": func(w *watched) {
			w.folders("old/below")
			w.must(os.Rename(w.path("old"), w.path("new")))
		},
		"removed and made": func(w *watched) {
			w.folders("new/below")
			w.must(os.RemoveAll(w.path("new")))
			w.must(os.MkdirAll(w.path("new/below"), 0o755))
		},
	} {
		t.Run(what, func(t *testing.T) {
			if what != "made" && what != "moved here" {
				heldOnWindows(t)
			}
			w := begin(t)
			make(w)
			w.wait("new")
			w.write("last.yaml", "")
			w.wait("last.yaml")
			w.write("new/below/b.yaml", "participants:\n")
			w.wait("new/below/b.yaml")
		})
	}
}

// TestOfNoInterest holds that outputs, hidden files and what editors write
// meanwhile are no changes: the one that is told is the last.
func TestOfNoInterest(t *testing.T) {
	w := begin(t)
	for _, name := range []string{
		"build/application.md", "build/new/a.yaml", ".git/index", ".application.yaml.swp", "application.yaml~", "4913",
		"#application.yaml#", "~$budget.xlsx", "sections/background.md.tmp",
	} {
		w.write(name, "x")
	}
	w.write("last.yaml", "")
	if others := w.wait("last.yaml"); len(others) > 0 {
		t.Errorf("told: %q", others)
	}
}

// heldOnWindows skips what cannot be done there to a folder that is watched.
func heldOnWindows(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a folder that is watched can be neither removed nor renamed")
	}
}

// TestTheFolderGoes holds that who watches a folder that is removed hears of it.
func TestTheFolderGoes(t *testing.T) {
	heldOnWindows(t)
	w := begin(t)
	w.must(os.RemoveAll(w.dir))
	for !errors.Is(w.next().Err, watch.ErrGone) {
	}
}

// TestThroughALink holds that a link to a folder can be watched.
func TestThroughALink(t *testing.T) {
	w := begin(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(w.dir, link); err != nil {
		t.Skip(err)
	}
	f, err := watch.Open(link, watch.Options{Quiet: rings})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w.write("application.yaml", "application: {}\n")
	if c := <-f.Changes; c.Err != nil || !slices.Equal(c.Names, []string{"application.yaml"}) {
		t.Errorf("the change is %+v", c)
	}
}

// TestEventsOfOneChange holds that events are one change until it is quiet,
// but not for ever.
func TestEventsOfOneChange(t *testing.T) {
	dir := t.TempDir()
	// An event that comes after the quiet began a new one, which nobody waits for:
	// there is room for it, so that the folder does not wait for this test.
	began := make(chan chan time.Time, 100)
	f, err := watch.Open(dir, watch.Options{Quiet: func() <-chan time.Time {
		ring := make(chan time.Time, 1)
		began <- ring
		return ring
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var ring chan time.Time
	var want []string
	for i := range 11 {
		want = append(want, strings.Repeat("a", i+1))
		if err := os.Mkdir(filepath.Join(dir, want[i]), 0o755); err != nil {
			t.Fatal(err)
		}
		if i < 10 { // The eleventh does not put it off any more.
			ring = <-began
		}
	}
	// What is told before it is quiet would be told of fewer.
	if err := os.Remove(filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	ring <- time.Time{}
	if c := <-f.Changes; c.Err != nil || len(c.Names) < 10 {
		t.Errorf("the change is %+v, want %q", c, want)
	}
}

func TestNoSuchFolder(t *testing.T) {
	if _, err := watch.Open(filepath.Join(t.TempDir(), "nowhere"), watch.Options{Quiet: rings}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}
