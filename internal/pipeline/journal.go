package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// journalName is what a run is about to do in a folder. It is there only while
// the run writes, or after one that was killed.
const journalName = ".journal"

// A journal lets the next run finish or undo what a killed one began, so that
// the folder holds one set of outputs and not parts of two.
type journal struct {
	Version int `json:"version"` // of this format
	// Whole says that all files are written beside their places. From then on
	// the new set is finished, and before that it is undone.
	Whole bool              `json:"whole"`
	Files map[string]string `json:"files"` // SHA-256 in hexadecimal, by name
	// Gone are the files of the old set that the new one does not have.
	Gone []string `json:"gone"`
}

// newJournal says what it takes to put a set in the place of an older one.
func newJournal(set []File, old manifest) journal {
	j := journal{Version: 1, Files: map[string]string{}, Gone: []string{}}
	for _, f := range set {
		j.Files[f.Name] = sumOf(f.Data)
	}
	for _, name := range slices.Sorted(maps.Keys(old.Files)) {
		if _, stays := j.Files[name]; !stays {
			j.Gone = append(j.Gone, name)
		}
	}
	return j
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// write puts the journal into a folder.
func (j journal) write(d disk) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	return replace(d, File{Name: journalName, Data: data})
}

// sweep removes the files that the new set does not have.
func (j journal) sweep(d disk) error {
	var errs []error
	for _, name := range j.Gone {
		errs = append(errs, removed(d, name))
	}
	return errors.Join(errs...)
}

// removed removes a file that may not be there.
func removed(d disk, name string) error {
	if err := d.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// settle finishes or undoes what a killed run began in a folder.
func settle(d disk) error {
	if err := removed(d, journalName+unfinished); err != nil {
		return err
	}
	data, err := d.ReadFile(journalName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var j journal
	if json.Unmarshal(data, &j) == nil && areLocal(maps.Keys(j.Files)) && areLocal(slices.Values(j.Gone)) { // What is no journal of ours says nothing.
		if err := j.settle(d); err != nil {
			return err
		}
	}
	return d.Remove(journalName)
}

func (j journal) settle(d disk) error {
	for _, name := range j.order() {
		if err := j.place(d, name); err != nil {
			return err
		}
	}
	if !j.Whole {
		return nil
	}
	return j.sweep(d)
}

// order lists the files of the set, the manifest last.
func (j journal) order() []string {
	names := slices.Sorted(maps.Keys(j.Files))
	if i := slices.Index(names, manifestName); i >= 0 {
		names = append(slices.Delete(names, i, i+1), manifestName)
	}
	return names
}

// place moves one file of a whole set to its place, unless it is there
// already. One of a set that is not whole is removed.
func (j journal) place(d disk, name string) error {
	data, err := d.ReadFile(name + unfinished)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case j.Whole && sumOf(data) == j.Files[name]:
		return d.Rename(name+unfinished, name)
	default:
		return d.Remove(name + unfinished)
	}
}

// SettleBuild finishes or undoes what a killed run began where WriteBuild
// writes. It does nothing where no run was killed.
func SettleBuild(application, below string) (err error) {
	above, err := os.OpenRoot(application)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, above.Close()) }()
	if err := noLinks(above, BuildDir, path.Join(BuildDir, below)); err != nil {
		return err
	}
	root, err := above.OpenRoot(path.Join(BuildDir, below))
	return settleIn(root, err, filepath.Join(application, BuildDir, below))
}

// Settle finishes or undoes what a killed run began where Write writes.
func Settle(dir string) error {
	root, err := os.OpenRoot(dir)
	return settleIn(root, err, dir)
}

// settleIn settles a folder that was opened, and closes it.
func settleIn(root *os.Root, err error, dir string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, none := root.Lstat(journalName)
	_, noneBegun := root.Lstat(journalName + unfinished)
	if none != nil && noneBegun != nil {
		return root.Close() // There is nothing to settle.
	}
	return locked(root, dir, settle)
}
