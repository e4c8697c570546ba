package watch

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// TestWhatIsLost holds that folders which are not watched, because the system
// could not tell of them, are watched when it says that it has lost something,
// and that any other error is told.
func TestWhatIsLost(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "below"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := Open(dir, Options{Quiet: func() <-chan time.Time {
		ring := make(chan time.Time, 1)
		ring <- time.Time{}
		return ring
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.watcher.Remove(filepath.Join(f.dir, "below")); err != nil {
		t.Fatal(err)
	}
	f.watcher.Errors <- fsnotify.ErrEventOverflow
	if c := <-f.Changes; c.Err != nil || len(c.Names) > 0 {
		t.Fatalf("the change is %+v", c)
	}
	if err := os.WriteFile(filepath.Join(dir, "below", "a.yaml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if c := <-f.Changes; c.Err != nil || !slices.Equal(c.Names, []string{"below/a.yaml"}) {
		t.Errorf("the change is %+v", c)
	}
	broken := errors.New("broken")
	f.watcher.Errors <- broken
	c := <-f.Changes
	for c.Err == nil { // Some systems tell more of the file.
		c = <-f.Changes
	}
	if !errors.Is(c.Err, broken) {
		t.Errorf("the error is %v", c.Err)
	}
}
