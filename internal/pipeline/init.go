package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"soknad/internal/i18n"
)

// Create writes new files below a folder, which it makes, all of them or none.
// When one of them is there already it writes nothing: the error names those
// that are.
func Create(dir string, files []File) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	var there []string
	for _, f := range files {
		if _, err := root.Lstat(f.Name); !errors.Is(err, fs.ErrNotExist) {
			there = append(there, f.Name)
		}
	}
	if len(there) > 0 {
		return i18n.Errorf("%s: there already: %s", dir, strings.Join(there, ", "))
	}
	return writeAll(folder{root}, files)
}
