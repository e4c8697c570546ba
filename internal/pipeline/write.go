package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
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
	return writeLocked(root, filepath.Join(application, BuildDir, below), files)
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
		if err := replace(root, f); err != nil {
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
	if err := above.MkdirAll(path.Join(BuildDir, below), 0o755); err != nil {
		return nil, err
	}
	return above.OpenRoot(path.Join(BuildDir, below))
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
	return writeLocked(root, dir, files)
}

// writeLocked writes a set to a folder, which it closes, while nobody else
// does.
func writeLocked(root *os.Root, dir string, files []File) (err error) {
	defer func() { err = errors.Join(err, root.Close()) }()
	unlock, err := lockedfile.MutexAt(filepath.Join(dir, lockName)).Lock()
	if err != nil {
		return err
	}
	defer unlock()
	return writeSet(root, files)
}

func writeSet(root *os.Root, files []File) error {
	set, m, err := listed(files)
	if err != nil {
		return err
	}
	old := readManifest(root)
	if err := writeAll(root, set); err != nil {
		return err
	}
	return sweep(root, old, m)
}

// listed puts the list of a set of outputs behind them.
func listed(files []File) ([]File, manifest, error) {
	m := manifest{Version: 1, Files: map[string]string{}}
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		m.Files[f.Name] = hex.EncodeToString(sum[:])
	}
	data, err := json.MarshalIndent(m, "", "  ")
	return append(files[:len(files):len(files)], File{Name: manifestName, Data: append(data, '\n')}), m, err
}

// writeAll writes files, all of them or none.
func writeAll(root *os.Root, set []File) error {
	for _, f := range set {
		if err := writeBeside(root, f); err != nil {
			return errors.Join(err, discard(root, set))
		}
	}
	return move(root, set)
}

// move puts a set that was written beside its place there. When a file cannot
// be moved, such as one that another program has open, those before it are
// given back what they were.
func move(root *os.Root, set []File) error {
	var before []File // what the files moved so far were, without data where there was none
	for _, f := range set {
		was, err := root.ReadFile(f.Name)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		if err == nil {
			err = root.Rename(f.Name+unfinished, f.Name)
		}
		if err != nil {
			return errors.Join(fmt.Errorf("%s: %w (is it open in another program?)", f.Name, err), discard(root, set), restore(root, before))
		}
		before = append(before, File{Name: f.Name, Data: was})
	}
	return nil
}

// restore gives files back what they were.
func restore(root *os.Root, before []File) error {
	var errs []error
	for _, f := range before {
		if f.Data == nil {
			errs = append(errs, root.Remove(f.Name))
		} else {
			errs = append(errs, replace(root, f))
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
	return replace(root, File{Name: filepath.Base(name), Data: data})
}

// replace writes a file beside its place and then moves it there.
func replace(root *os.Root, f File) error {
	err := writeBeside(root, f)
	if err == nil {
		err = root.Rename(f.Name+unfinished, f.Name)
	}
	if err != nil {
		return errors.Join(err, discard(root, []File{f}))
	}
	return nil
}

// writeBeside writes a file under its unfinished name, down to the disk.
func writeBeside(root *os.Root, f File) error {
	if err := root.MkdirAll(path.Dir(f.Name), 0o755); err != nil {
		return err
	}
	file, err := root.Create(f.Name + unfinished)
	if err != nil {
		return err
	}
	_, err = file.Write(f.Data)
	return errors.Join(err, file.Sync(), file.Close())
}

// discard removes what was written beside its place.
func discard(root *os.Root, set []File) error {
	var errs []error
	for _, f := range set {
		if err := root.Remove(f.Name + unfinished); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// readManifest returns what an earlier run wrote; nothing when there is no
// manifest that can be read.
func readManifest(root *os.Root) manifest {
	var m manifest
	data, err := root.ReadFile(manifestName)
	if err != nil || json.Unmarshal(data, &m) != nil {
		return manifest{}
	}
	return m
}

// sweep removes the files that an earlier run wrote and this one did not.
func sweep(root *os.Root, old, current manifest) error {
	var errs []error
	for name := range old.Files {
		if _, ok := current.Files[name]; ok {
			continue
		}
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
