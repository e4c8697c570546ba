package pipeline

import (
	"io"
	"io/fs"
	"os"
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

// Create opens a file to be written, and makes it empty.
func (f folder) Create(name string) (sink, error) {
	file, err := f.Root.Create(name)
	if err != nil {
		return nil, err // A nil *os.File would be a sink that is not nil.
	}
	return file, nil
}
