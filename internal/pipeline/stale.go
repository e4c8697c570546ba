package pipeline

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"slices"
)

// Stale returns the names of the outputs in a folder that are not what a set
// of outputs is: other contents, not there, or left from an earlier set. A
// folder that is not there lacks them all.
func Stale(dir string, files []File) (stale []string, err error) {
	set, m, err := listed(files)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return namesOf(set), nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	for _, f := range set {
		data, err := folder{root}.ReadFile(f.Name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err != nil || !bytes.Equal(data, f.Data) {
			stale = append(stale, f.Name)
		}
	}
	old, err := readManifest(folder{root})
	if err != nil {
		return nil, err
	}
	for name := range old.Files {
		if _, wanted := m.Files[name]; !wanted {
			stale = append(stale, name)
		}
	}
	slices.Sort(stale)
	return stale, nil
}

func namesOf(files []File) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.Name)
	}
	slices.Sort(all)
	return all
}
