package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ErrNotRegular says that a file is a folder, a device, a pipe or the like.
var ErrNotRegular = errors.New("is not a regular file")

// Read reads a regular file, and when it is longer than most bytes one byte
// more, which shows that it is.
func Read(files fs.FS, name string, most int64) (text []byte, err error) {
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s %w", name, ErrNotRegular)
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// IsLink reports whether a name is that of a symbolic link.
func IsLink(files fs.FS, name string) bool {
	info, err := fs.Lstat(files, name)
	return err == nil && info.Mode().Type() == fs.ModeSymlink
}
