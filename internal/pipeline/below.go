package pipeline

import (
	"io/fs"
	"path"
)

// A below is a folder in a folder. Other than what fs.Sub makes, it describes
// a file without opening it: a pipe would be waited for.
type below struct {
	files fs.FS
	dir   string
}

// Open opens a file.
func (b below) Open(name string) (fs.File, error) {
	full, err := b.full("open", name)
	if err != nil {
		return nil, err
	}
	return b.files.Open(full)
}

// Stat describes a file.
func (b below) Stat(name string) (fs.FileInfo, error) {
	full, err := b.full("stat", name)
	if err != nil {
		return nil, err
	}
	return fs.Stat(b.files, full)
}

// Lstat describes a file itself, also when it is a link.
func (b below) Lstat(name string) (fs.FileInfo, error) {
	full, err := b.full("lstat", name)
	if err != nil {
		return nil, err
	}
	return fs.Lstat(b.files, full)
}

// ReadLink says where a link leads.
func (b below) ReadLink(name string) (string, error) {
	full, err := b.full("readlink", name)
	if err != nil {
		return "", err
	}
	return fs.ReadLink(b.files, full)
}

// full is the name of a file in the outer folder. A name that leaves the inner
// one is none.
func (b below) full(what, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &fs.PathError{Op: what, Path: name, Err: fs.ErrInvalid}
	}
	return path.Join(b.dir, name), nil
}
