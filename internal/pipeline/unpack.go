package pipeline

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"soknad/internal/bundle"
)

// ReadBundle reads a file that may be a bundle, and no more of it than shows
// that it is too large for one.
func ReadBundle(name string) (data []byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	const most = bundle.MaxSize + bundle.MaxSize/8 // the directory of the zip included
	data, err = io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && len(data) > most {
		err = fmt.Errorf("%s is larger than a bundle can be", name)
	}
	return data, err
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
