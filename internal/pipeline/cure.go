package pipeline

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"soknad/internal/diag"
	"soknad/internal/render/markdown"
)

// maxRounds bounds how often cures are applied: a cure can bring another
// mistake to light, which has a cure of its own.
const maxRounds = 10

// A Cured is an application with the cures of its findings applied, in memory.
type Cured struct {
	// Result is what checking it comes to.
	*Result
	// Applied counts the cures.
	Applied int

	files *overlay
}

// Cure applies the cures of an application's findings that keep accepts,
// until there are none left. Nothing is written.
func Cure(job Job, keep func(*diag.Diagnostic) bool) (*Cured, error) {
	c := &Cured{files: &overlay{FS: job.Files, texts: map[string][]byte{}}}
	job.Files = c.files
	for range maxRounds {
		r, err := Validate(job)
		if err != nil {
			return nil, err
		}
		c.Result = r
		texts, applied := diag.Fixed(slices.DeleteFunc(slices.Clone(r.Findings), func(d *diag.Diagnostic) bool {
			return !keep(d) || !c.files.has(d)
		}))
		if applied == 0 {
			break
		}
		maps.Copy(c.files.texts, texts)
		c.Applied += applied
	}
	return c, nil
}

// Diff shows what the cures change, in the form that patch and git read.
func (c *Cured) Diff() ([]byte, error) { return c.files.diff() }

// Write writes the files that the cures change, all of them or none, and
// returns their names.
func (c *Cured) Write(dir string) (names []string, err error) { return c.files.write(dir) }

// An overlay is a folder in which some files have other texts.
type overlay struct {
	fs.FS
	texts map[string][]byte
}

// diff shows how the other texts differ, in the form that patch and git read.
func (o *overlay) diff() ([]byte, error) {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(o.texts)) {
		from := "a/" + name
		old, err := fs.ReadFile(o.FS, name)
		if errors.Is(err, fs.ErrNotExist) {
			from, err = "/dev/null", nil
		}
		if err != nil {
			return nil, err
		}
		out.Write(diff.Diff(from, old, "b/"+name, o.texts[name]))
	}
	return out.Bytes(), nil
}

// write writes the files that have other texts, all of them or none, and
// returns their names.
func (o *overlay) write(dir string) (names []string, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	var set []markdown.File
	for _, name := range slices.Sorted(maps.Keys(o.texts)) {
		names = append(names, name)
		set = append(set, markdown.File{Name: name, Data: o.texts[name]})
	}
	return names, writeAll(folder{root}, set)
}

// has reports whether the places that a finding's cure edits are files of the
// folder, and not of a pack that comes with soknad.
func (o *overlay) has(d *diag.Diagnostic) bool {
	for _, fix := range d.Fixes {
		for _, e := range fix.Edits {
			if _, err := fs.Stat(o.FS, e.Span.File.Name); err != nil {
				return false
			}
		}
	}
	return true
}

// Open opens a file, with its new text if it has one.
func (o *overlay) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	text, ok := o.texts[name]
	if ok && errors.Is(err, fs.ErrNotExist) {
		return newUnsaved(name, text), nil
	}
	if err != nil || !ok {
		return f, err
	}
	return &replaced{File: f, text: bytes.NewReader(text)}, nil
}

// A replaced is an open file that reads as another text.
type replaced struct {
	fs.File
	text *bytes.Reader
}

// Read reads the other text.
func (r *replaced) Read(p []byte) (int, error) { return r.text.Read(p) }
