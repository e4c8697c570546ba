package pipeline

import (
	"errors"
	"io"
	"os"
	"path"
	"time"

	"soknad/internal/bundle"
	"soknad/internal/i18n"
)

// ReadBundle reads a file that may be a bundle, and no more of it than shows
// that it is too large for one.
func ReadBundle(name string) (data []byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return readBundle(f)
}

func readBundle(f *os.File) ([]byte, error) {
	const most = bundle.MaxSize + bundle.MaxSize/8 // the directory of the zip included
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && len(data) > most {
		err = i18n.Errorf("%s is larger than a bundle can be", f.Name())
	}
	return data, err
}

// ErrNothingSent says that no bundle of an application is recorded as sent.
var ErrNothingSent = i18n.Errorf("nothing is recorded as sent; soknad bundle --sent records it")

// LastSent returns the work that the bundle recorded last was made by. A
// bundle that is not the one that was recorded is refused.
func LastSent(application string) (job Job, err error) {
	root, err := os.OpenRoot(application)
	if err != nil {
		return Job{}, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	sent, err := SentBundles(root.FS())
	if err != nil {
		return Job{}, err
	}
	if len(sent) == 0 {
		return Job{}, ErrNothingSent
	}
	return unpackSent(root, sent[len(sent)-1])
}

func unpackSent(root *os.Root, s Sent) (job Job, err error) {
	name := path.Join(SentDir, s.File)
	f, err := root.Open(name)
	if err != nil {
		return Job{}, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err := readBundle(f)
	if err != nil {
		return Job{}, err
	}
	if bundle.Sum(data) != s.SHA256 {
		return Job{}, i18n.Errorf("%s is not the bundle that %s lists: its SHA-256 is another", name, SentName)
	}
	b, err := bundle.Read(data)
	if err != nil {
		return Job{}, i18n.Errorf("%s: %v", name, err)
	}
	return Unpack(b)
}

// Unpack returns the work that a bundle was made by: on its own inputs, by its
// own call pack, on its own day.
func Unpack(b *bundle.Bundle) (Job, error) {
	files, noFiles := b.Folder(bundle.Inputs)
	packs, noPacks := b.Folder(bundle.Templates)
	date, noDate := given(time.RFC3339, b.Manifest.Terms.Date)
	today, noToday := given(time.DateOnly, b.Manifest.Terms.Today)
	return Job{Files: files, Packs: packs, Date: date.UTC(), Today: today}, errors.Join(noFiles, noPacks, noDate, noToday)
}

// given reads a time; none is the zero time.
func given(layout, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(layout, s)
}
