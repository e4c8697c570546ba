package pipeline

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Overlay returns a folder in which some files have other texts than on the
// disk, such as those that an editor has not saved. A file that is not on the
// disk at all is there too.
func Overlay(files fs.FS, texts map[string][]byte) fs.FS {
	return &overlay{FS: files, texts: texts}
}

// ReadDir lists a folder, together with what only the new texts say is there.
func (o *overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return entries, err
	}
	for file, text := range o.texts {
		e, ok := entryIn(name, file, text)
		if !ok || slices.ContainsFunc(entries, func(o fs.DirEntry) bool { return o.Name() == e.name }) {
			continue
		}
		entries, err = append(entries, fs.FileInfoToDirEntry(e)), nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// entryIn describes what there is in a folder because of a file: the file, or
// the folder below that leads to it.
func entryIn(dir, file string, text []byte) (written, bool) {
	if dir != "." {
		var ok bool
		if file, ok = strings.CutPrefix(file, dir+"/"); !ok {
			return written{}, false
		}
	}
	if below, _, ok := strings.Cut(file, "/"); ok {
		return written{name: below, folder: true}, true
	}
	return written{name: file, size: len(text)}, true
}

// An unsaved is an open file that is not on the disk.
type unsaved struct {
	*bytes.Reader
	info written
}

func newUnsaved(name string, text []byte) *unsaved {
	return &unsaved{bytes.NewReader(text), written{name: path.Base(name), size: len(text)}}
}

// Stat describes the text.
func (u *unsaved) Stat() (fs.FileInfo, error) { return u.info, nil }

// Close has nothing to close.
func (u *unsaved) Close() error { return nil }

// A written describes a file that is only a text, or a folder that only such
// files are in.
type written struct {
	name   string
	size   int
	folder bool
}

// Name is the file's name in the folder it is in.
func (w written) Name() string { return w.name }

// Size is the length of the text in bytes.
func (w written) Size() int64 { return int64(w.size) }

// Mode says that it is a regular file, or a folder.
func (w written) Mode() fs.FileMode {
	if w.folder {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// ModTime is not known.
func (w written) ModTime() time.Time { return time.Time{} }

// IsDir reports whether it is a folder.
func (w written) IsDir() bool { return w.folder }

// Sys has nothing to tell.
func (w written) Sys() any { return nil }

// opening is the key that only an application has.
var opening = regexp.MustCompile(`(?m)^\x{feff}?application:`)

// IsApplication reports whether a YAML file that stands directly in a folder
// begins the description of an application.
func IsApplication(files fs.FS) bool {
	entries, err := fs.ReadDir(files, ".")
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		if !isYAML(e.Name()) || strings.HasPrefix(e.Name(), ".") {
			return false
		}
		f, err := readFile(files, e.Name())
		return err == nil && opening.Match(f.Text)
	})
}

// Stat describes a file without opening it: a pipe would be waited for.
func (o *overlay) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(o.FS, name)
	if text, ok := o.texts[name]; ok && errors.Is(err, fs.ErrNotExist) {
		return newUnsaved(name, text).Stat()
	}
	return info, err
}

// Lstat describes a file itself, also when it is a link.
func (o *overlay) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

// ReadLink says where a link leads.
func (o *overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }
