package pipeline

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"

	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/render/pdf"
	"soknad/internal/rules"
	"soknad/internal/source"
)

// MergeAnnexes puts the pages of the annexes after those of the document, in
// the order they are listed. Annexes that are no PDF are put inside the file
// instead. What cannot be read is left out: a finding has said so.
func (r *Result) MergeAnnexes(job Job) error {
	return r.eachAnnex(job, func(number int, a *model.Annex, data []byte) error {
		if !isPDF(a.File) {
			r.Layout.Attach(annexFile(a, data))
			return nil
		}
		return r.Layout.Append(pdf.Annex{Number: number, Title: a.Title, Data: data})
	})
}

// AttachAnnexes puts the annexes inside the file, as they are.
func (r *Result) AttachAnnexes(job Job) error {
	return r.eachAnnex(job, func(_ int, a *model.Annex, data []byte) error {
		r.Layout.Attach(annexFile(a, data))
		return nil
	})
}

// eachAnnex reads the annexes that have a file which can be used, numbered as
// the document lists them.
func (r *Result) eachAnnex(job Job, each func(number int, a *model.Annex, data []byte) error) error {
	told := map[string]bool{}
	for i := range r.Project.Annexes {
		a := &r.Project.Annexes[i]
		if told[a.File] || !usable(job.Files, a.File) {
			continue
		}
		told[a.File] = true
		data, err := fs.ReadFile(job.Files, a.File)
		if err != nil {
			return err
		}
		if err := each(i+1, a, data); err != nil {
			return i18n.Errorf("%s: %v", a.File, err)
		}
	}
	return nil
}

// usable reports whether a file is there, has something in it, and, if it is a
// PDF by its name, can be read as one.
func usable(files fs.FS, name string) bool {
	size, there := sizeIn(files)(name)
	return there && size > 0 && size <= rules.MaxAnnex && (!isPDF(name) || faultIn(files, new(sync.Mutex))(name) == rules.Sound)
}

func isPDF(name string) bool { return strings.EqualFold(path.Ext(name), ".pdf") }

func annexFile(a *model.Annex, data []byte) pdf.Attachment {
	return pdf.Attachment{Name: a.File, Description: a.Title, Type: mediaType(a.File), Relation: pdf.Supplement, Data: data}
}

// mediaType returns the media type of a file by the end of its name.
func mediaType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return "application/pdf"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	default:
		return "application/octet-stream"
	}
}

// sizeIn returns a function that tells the size of a file, and whether it is
// a file at all.
func sizeIn(files fs.FS) func(name string) (size int64, there bool) {
	return func(name string) (int64, bool) {
		info, err := fs.Stat(files, name)
		if err != nil || !info.Mode().IsRegular() {
			return 0, false
		}
		return info.Size(), true
	}
}

// linkIn returns a function that tells whether a name is that of a link, or
// leads through one out of the folder.
func linkIn(files fs.FS) func(name string) bool {
	return func(name string) bool {
		_, err := fs.Lstat(files, name)
		return source.IsLink(files, name) || err != nil && !errors.Is(err, fs.ErrNotExist) && fs.ValidPath(name)
	}
}

// faultIn returns a function that tells what is wrong with a PDF, one at a time.
// What is not there, or too large to be looked into, has no fault.
func faultIn(files fs.FS, reading *sync.Mutex) func(name string) rules.Fault {
	return func(name string) rules.Fault {
		reading.Lock()
		defer reading.Unlock()
		if size, there := sizeIn(files)(name); !there || size == 0 || size > rules.MaxAnnex {
			return rules.Sound
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return rules.Sound
		}
		pages, err := pdf.Inspect(data)
		switch {
		case errors.Is(err, pdf.ErrNotPDF):
			return rules.NotPDF
		case errors.Is(err, pdf.ErrEncrypted):
			return rules.Encrypted
		case err != nil:
			return rules.Damaged
		case pages > rules.MaxAnnexPages:
			return rules.TooLong
		}
		return rules.Sound
	}
}
