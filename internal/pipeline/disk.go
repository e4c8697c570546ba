package pipeline

import (
	"io"
	"io/fs"
	"os"

	"soknad/internal/i18n"
)

// A disk is a folder that is written to. Whatever may fail or be interrupted
// while outputs are written is one of its methods, so that tests can stop the
// work at each of them.
type disk interface {
	MkdirAll(name string, mode fs.FileMode) error
	Create(name string) (sink, error)
	ReadFile(name string) ([]byte, error)
	Rename(from, to string) error
	Remove(name string) error
}

// A sink is a file that is being written.
type sink interface {
	io.WriteCloser
	Sync() error
}

// A folder is a disk that cannot be left.
type folder struct{ *os.Root }

// ReadFile reads a regular file. A pipe would be waited for.
func (f folder) ReadFile(name string) ([]byte, error) {
	info, err := f.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, i18n.Errorf("%s: %v", name, i18n.Errorf("this is no file that can be read"))
	}
	return f.Root.ReadFile(name)
}

// Create opens a file to be written, and makes it empty. What stands there and
// is no file, such as a pipe or a link to another output, is taken away.
func (f folder) Create(name string) (sink, error) {
	if info, err := f.Lstat(name); err == nil && !info.Mode().IsRegular() {
		if err := f.Remove(name); err != nil {
			return nil, err
		}
	}
	file, err := f.Root.Create(name)
	if err != nil {
		return nil, err // A nil *os.File would be a sink that is not nil.
	}
	return file, nil
}
