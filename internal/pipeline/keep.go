package pipeline

import (
	"bytes"
	"io"
	"io/fs"

	"soknad/internal/bundle"
	"soknad/internal/i18n"
	"soknad/internal/render/markdown"
)

// A Kept is a job that keeps whatever is read of its folders: working on it
// gathers all that the outcome depends on, and nothing else.
type Kept struct {
	Job
	files, packs *kept
}

// Keep makes a job keep what is read.
func Keep(job Job) *Kept {
	k := &Kept{Job: job, files: newKept(job.Files), packs: newKept(job.Packs)}
	k.Files, k.Packs = k.files, k.packs
	return k
}

// Bundle makes a bundle of outputs and of what was read to make them.
func (k *Kept) Bundle(m bundle.Manifest, outputs []markdown.File) ([]byte, error) {
	all := ByName(outputs)
	for folder, from := range map[string]*kept{bundle.Inputs: k.files, bundle.Templates: k.packs} {
		if from.tooLarge != "" {
			return nil, i18n.Errorf("%s is too large for a bundle", from.tooLarge)
		}
		for name, data := range from.read {
			all[folder+"/"+name] = data
		}
	}
	return bundle.Write(m, all)
}

// ByName returns the contents of files by their names.
func ByName(files []markdown.File) map[string][]byte {
	all := map[string][]byte{}
	for _, f := range files {
		all[f.Name] = f.Data
	}
	return all
}

// A kept is a folder that keeps what was read of it.
type kept struct {
	fs.FS
	read     map[string][]byte
	tooLarge string // the name of a file that cannot be kept
}

func newKept(of fs.FS) *kept { return &kept{FS: of, read: map[string][]byte{}} }

// Open opens a file, and keeps it when it is a regular one. Whoever opens it
// again reads what was kept.
func (k *kept) Open(name string) (fs.File, error) {
	f, err := k.FS.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return f, nil // Whoever asks is told the same.
	}
	text, there := k.read[name]
	if !there {
		if text, err = io.ReadAll(io.LimitReader(f, bundle.MaxSize+1)); err != nil {
			return f, nil // Reading it fails for whoever opened it, too.
		}
		if len(text) > bundle.MaxSize {
			k.tooLarge, text = name, text[:bundle.MaxSize]
		}
		k.read[name] = text
	}
	return &replaced{File: f, text: bytes.NewReader(text)}, nil
}

// Stat describes a file, and keeps it when it is a regular one. Another is not
// opened: a pipe would be waited for.
func (k *kept) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(k.FS, name)
	if err != nil || !info.Mode().IsRegular() {
		return info, err
	}
	f, err := k.Open(name)
	if err != nil {
		return nil, err
	}
	return info, f.Close()
}

// Lstat describes a file itself, also when it is a link.
func (k *kept) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(k.FS, name) }

// ReadLink says where a link leads.
func (k *kept) ReadLink(name string) (string, error) { return fs.ReadLink(k.FS, name) }
