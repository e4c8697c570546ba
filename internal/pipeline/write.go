package pipeline

import (
	"encoding/json"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"soknad/internal/i18n"
	"soknad/internal/source"
)

const (
	// manifestName is the list of the outputs, written last: what it lists
	// with its sum belongs together.
	manifestName = "manifest.json"
	lockName     = ".lock"
	unfinished   = ".unfinished" // ends the name of a file that is being written
)

// A manifest says which files belong to one set of outputs.
type manifest struct {
	Version int               `json:"version"` // of this format
	Files   map[string]string `json:"files"`   // SHA-256 in hexadecimal, by name
}

// WriteBuild writes a set of outputs to the folder for them in an application's
// folder, or to a folder below that one, as Write does. It does not follow a
// link out of the application.
func WriteBuild(application, below string, files []File) error {
	root, err := openBuild(application, below)
	if err != nil {
		return err
	}
	return locked(root, filepath.Join(application, BuildDir, below), func(d disk) error { return writeSet(d, files) })
}

// AddBuild writes outputs where WriteBuild does, each whole or not at all, and
// leaves the others there as they are.
func AddBuild(application, below string, files []File) (err error) {
	root, err := openBuild(application, below)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	for _, f := range files {
		if err := replace(folder{root}, f); err != nil {
			return err
		}
	}
	return nil
}

// openBuild opens the folder of outputs in an application's folder, or one
// below it, and makes it where it is not there.
func openBuild(application, below string) (root *os.Root, err error) {
	above, err := os.OpenRoot(application)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, above.Close()) }()
	if err := noLinks(above, BuildDir, path.Join(BuildDir, below)); err != nil {
		return nil, err
	}
	if err := above.MkdirAll(path.Join(BuildDir, below), 0o755); err != nil {
		return nil, err
	}
	return above.OpenRoot(path.Join(BuildDir, below))
}

// noLinks refuses to write to folders that are links: what is written over and
// swept away there would be the applicant's.
func noLinks(root *os.Root, names ...string) error {
	for _, name := range names {
		if source.IsLink(root.FS(), name) {
			return i18n.Errorf("%s is a link, and outputs are not written through it", name)
		}
	}
	return nil
}

// Write writes a set of outputs below a folder, all of them or none.
// Everything is written beside its place first and only then moved there, so
// that a failure leaves what was there before. Two runs at once wait for each
// other.
func Write(dir string, files []File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	return locked(root, dir, func(d disk) error { return writeSet(d, files) })
}

// locked works in a folder, which it closes, while nobody else does.
func locked(root *os.Root, dir string, work func(disk) error) (err error) {
	defer func() { err = errors.Join(err, root.Close()) }()
	unlock, err := lock(root, dir)
	if err != nil {
		return err
	}
	defer unlock()
	return work(folder{root})
}

// lock waits until nobody else works in a folder. The lock is made by its path,
// so that what stands there and is no file of ours, such as a link that leads
// elsewhere, is taken away first.
func lock(root *os.Root, dir string) (unlock func(), err error) {
	if info, err := root.Lstat(lockName); err == nil && !info.Mode().IsRegular() {
		if err := root.Remove(lockName); err != nil {
			return nil, err
		}
	}
	return lockedfile.MutexAt(filepath.Join(dir, lockName)).Lock()
}

// writeSet puts a set of outputs in the place of an older one, after what an
// earlier run may have left is settled. The journal says at each moment what a
// later run has to do should this one be killed.
func writeSet(d disk, files []File) error {
	set, _, err := listed(files)
	if err != nil {
		return err
	}
	if err := settle(d); err != nil {
		return err
	}
	old, err := readManifest(d)
	if err != nil {
		return err
	}
	j := newJournal(set, old)
	if err := j.write(d); err != nil {
		return err
	}
	if err := put(d, j, set); err != nil {
		return errors.Join(err, removed(d, journalName))
	}
	if err := j.sweep(d); err != nil {
		return err // The journal stays, so that the next run tries again.
	}
	return removed(d, journalName)
}

// put writes a set beside its place, and moves it there once it is whole.
func put(d disk, j journal, set []File) error {
	if err := writeBesides(d, set); err != nil {
		return err
	}
	j.Whole = true
	if err := j.write(d); err != nil {
		return errors.Join(err, discard(d, set))
	}
	return move(d, set)
}

// listed puts the list of a set of outputs behind them.
func listed(files []File) ([]File, manifest, error) {
	m := manifest{Version: 1, Files: map[string]string{}}
	for _, f := range files {
		m.Files[f.Name] = sumOf(f.Data)
	}
	data, err := json.MarshalIndent(m, "", "  ")
	return append(files[:len(files):len(files)], File{Name: manifestName, Data: append(data, '\n')}), m, err
}

// writeAll writes files, all of them or none.
func writeAll(d disk, set []File) error {
	if err := writeBesides(d, set); err != nil {
		return err
	}
	return move(d, set)
}

// writeBesides writes files beside their places, all of them or none.
func writeBesides(d disk, set []File) error {
	for _, f := range set {
		if err := writeBeside(d, f); err != nil {
			return errors.Join(err, discard(d, set))
		}
	}
	return nil
}

// move puts a set that was written beside its place there. When a file cannot
// be moved, such as one that another program has open, those before it are
// given back what they were.
func move(d disk, set []File) error {
	var before []File // what the files moved so far were, without data where there was none
	for _, f := range set {
		was, err := d.ReadFile(f.Name)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err == nil {
			err = d.Rename(f.Name+unfinished, f.Name)
		}
		if err != nil {
			return errors.Join(i18n.Errorf("%s: %v (is it open in another program?)", f.Name, i18n.Bare(err)), discard(d, set), restore(d, before))
		}
		before = append(before, File{Name: f.Name, Data: was})
	}
	return nil
}

// restore gives files back what they were.
func restore(d disk, before []File) error {
	var errs []error
	for _, f := range before {
		if f.Data == nil {
			errs = append(errs, d.Remove(f.Name))
		} else {
			errs = append(errs, replace(d, f))
		}
	}
	return errors.Join(errs...)
}

// WriteFile writes one file whole or not at all.
func WriteFile(name string, data []byte) (err error) {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return replace(folder{root}, File{Name: filepath.Base(name), Data: data})
}

// replace writes a file beside its place and then moves it there.
func replace(d disk, f File) error {
	err := writeBeside(d, f)
	if err == nil {
		err = d.Rename(f.Name+unfinished, f.Name)
	}
	if err != nil {
		return errors.Join(err, discard(d, []File{f}))
	}
	return nil
}

// writeBeside writes a file under its unfinished name, down to the disk.
func writeBeside(d disk, f File) error {
	if err := d.MkdirAll(path.Dir(f.Name), 0o755); err != nil {
		return err
	}
	file, err := d.Create(f.Name + unfinished)
	if err != nil {
		return err
	}
	_, err = file.Write(f.Data)
	return errors.Join(err, file.Sync(), file.Close())
}

// discard removes what was written beside its place.
func discard(d disk, set []File) error {
	var errs []error
	for _, f := range set {
		if err := d.Remove(f.Name + unfinished); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// areLocal reports whether names can be those of outputs. Others were not
// written by us.
func areLocal(names iter.Seq[string]) bool {
	for name := range names {
		if !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)) || name == lockName || name == journalName {
			return false
		}
	}
	return true
}

// readManifest returns what an earlier run wrote; nothing when there is no
// manifest, or one that is none.
func readManifest(d disk) (manifest, error) {
	data, err := d.ReadFile(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	var m manifest
	if err != nil || json.Unmarshal(data, &m) != nil || !areLocal(maps.Keys(m.Files)) {
		return manifest{}, err
	}
	return m, nil
}
