// Package watch tells that something in a folder has changed.
//
// Folders are watched and not files: most editors save a text by moving a new
// file to its place, and who watches the old file never hears of the new one.
package watch

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"soknad/internal/i18n"
	"soknad/internal/parallel"
)

// ErrGone says that the folder itself was removed or has another name now.
var ErrGone = i18n.Errorf("the folder is no longer there")

// Options say what to tell of a folder.
type Options struct {
	// Ignored reports whether a file or a folder, by its slash-separated name
	// below the watched folder, is of no interest. What is hidden, and what
	// editors write beside a file while they save it, never is.
	Ignored func(name string) bool
	// Quiet begins to wait for what belongs to the same change, and rings when
	// it is over. It is begun anew by each further event.
	Quiet func() <-chan time.Time
}

// A Change is what happened until it was quiet, and until somebody asked.
type Change struct {
	// Names are the files and folders that were written, removed or renamed,
	// slash-separated, sorted, below the folder.
	Names []string
	// Err is why later changes may not be told, or nil. After ErrGone none is,
	// and none after a parallel.Panic.
	Err error
}

// add adds what happened to one file or folder.
func (c *Change) add(name string) {
	if i, found := slices.BinarySearch(c.Names, name); !found {
		c.Names = slices.Insert(c.Names, i, name)
	}
}

// A Folder is being watched, with all folders below it, also those to come.
type Folder struct {
	// Changes gives what changed.
	Changes <-chan Change

	dir     string
	options Options
	watcher *fsnotify.Watcher
	done    chan struct{} // closed when nothing more will be told
	change  Change        // not told yet
}

// Open begins to watch a folder.
func Open(dir string, o Options) (*Folder, error) {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	changes := make(chan Change)
	f := &Folder{Changes: changes, dir: real, options: o, watcher: w, done: make(chan struct{})}
	if err := f.add(real); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	go func() {
		defer close(f.done)
		if p := parallel.Caught(func() { f.run(changes) }); p != nil {
			changes <- Change{Err: p}
		}
	}()
	return f, nil
}

// Close ends watching.
func (f *Folder) Close() error {
	err := f.watcher.Close()
	for {
		select {
		case <-f.done:
			return err
		case <-f.Changes: // Nobody asks for it any more.
		}
	}
}

// add watches a folder and those below it. Each is watched before it is
// listed, so that nothing comes to be in it unseen.
func (f *Folder) add(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name != f.dir:
			return nil // It has gone already, which is a change of its own.
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case f.isIgnored(name):
			return fs.SkipDir
		}
		err = f.watcher.Add(name)
		if errors.Is(err, fs.ErrNotExist) && name != f.dir {
			return fs.SkipDir
		}
		return err
	})
}

func (f *Folder) isIgnored(name string) bool {
	below := f.below(name)
	return below != "." && (isPassing(path.Base(below)) || f.options.Ignored != nil && f.options.Ignored(below))
}

// below is the slash-separated name of a file below the folder.
func (f *Folder) below(name string) string {
	below := strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(f.dir))
	return path.Clean(strings.TrimPrefix(below, "/"))
}

// mostEvents is how many events in a row put off the telling of a change, so
// that a file which is written to all the time does not put it off for ever.
const mostEvents = 10

// run turns events into changes until the watcher is closed.
func (f *Folder) run(changes chan<- Change) {
	var quiet <-chan time.Time
	var out chan<- Change // nil while there is nothing to tell
	for events := 0; ; {
		select {
		case e, ok := <-f.watcher.Events:
			switch {
			case !ok:
				return
			case f.matters(e) && events < mostEvents:
				events++
				quiet = f.options.Quiet()
			}
		case err, ok := <-f.watcher.Errors:
			if !ok {
				return
			}
			f.recover(err)
			quiet = f.options.Quiet()
		case <-quiet:
			quiet, out, events = nil, changes, 0
		case out <- f.change:
			out, f.change = nil, Change{}
		}
	}
}

// forget ends watching a folder that has another name now, and those below it:
// the system would go on to tell of them by their old names. Under their new
// names they are as new.
func (f *Folder) forget(dir string) error {
	var errs []error
	for _, name := range f.watcher.WatchList() {
		if name != dir && !strings.HasPrefix(name, dir+string(filepath.Separator)) {
			continue
		}
		if err := f.watcher.Remove(name); !errors.Is(err, fsnotify.ErrNonExistentWatch) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// matters reports whether an event is a change, and begins to watch a folder
// that is new.
func (f *Folder) matters(e fsnotify.Event) bool {
	if f.below(e.Name) == "." && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)) {
		f.change.Err = ErrGone
		return true
	}
	if e.Op == fsnotify.Chmod || f.isIgnored(e.Name) {
		return false
	}
	if e.Has(fsnotify.Rename) {
		f.keep(f.forget(e.Name))
	}
	if e.Has(fsnotify.Create) {
		f.keep(f.add(e.Name))
	}
	f.change.add(f.below(e.Name))
	return true
}

// recover goes on after an error of watching. When there was more to tell than
// the system could keep, new folders may be among what was lost.
func (f *Folder) recover(err error) {
	if errors.Is(err, fsnotify.ErrEventOverflow) {
		err = f.add(f.dir)
	}
	f.keep(err)
}

// keep keeps an error until it is told; nothing is worse than ErrGone.
func (f *Folder) keep(err error) {
	if f.change.Err == nil {
		f.change.Err = err
	}
}
