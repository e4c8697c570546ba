package i18n_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"soknad/internal/i18n"
)

// TestErrorsAreSaid holds that an error is said in a language as far as it can
// be, the errors within it too, and in English as it says itself.
func TestErrorsAreSaid(t *testing.T) {
	_, missing := os.Stat(filepath.Join("testdata", "nowhere"))
	full := &fs.PathError{Op: "write", Path: "a.pdf", Err: errors.New("the moon is full")}
	known := i18n.Errorf("the folder is no longer there")
	for _, tt := range []struct {
		err error
		nb  string
	}{
		{known, "mappen finnes ikke lenger"},
		{missing, filepath.Join("testdata", "nowhere") + ": det finnes ingen slik fil eller mappe"},
		{i18n.Bare(missing), "det finnes ingen slik fil eller mappe"},
		{i18n.Bare(full), "write a.pdf: the moon is full"},
		{&fs.PathError{Op: "write", Path: "a.pdf", Err: syscall.ENOSPC}, "a.pdf: disken er full"},
		{&os.LinkError{Op: "rename", Old: "a.new", New: "a.pdf", Err: fs.ErrPermission}, "a.pdf: du har ikke tilgang"},
		{full, "write a.pdf: the moon is full"},
		{i18n.Errorf("%s: %v", "b", known), "b: mappen finnes ikke lenger"},
		{errors.Join(known, full), "mappen finnes ikke lenger\nwrite a.pdf: the moon is full"},
		{fmt.Errorf("odd: %w, %w", known, full), "odd: the folder is no longer there, write a.pdf: the moon is full"},
		{fmt.Errorf("odd: %w", fs.ErrExist), "odd: file already exists"},
	} {
		if got := i18n.Say(tt.err, i18n.NB); got != tt.nb {
			t.Errorf("%q is said as %q, want %q", tt.err, got, tt.nb)
		}
		if got := i18n.Say(tt.err, i18n.EN); got != tt.err.Error() {
			t.Errorf("in English %q is said as %q", tt.err, got)
		}
	}
}

// TestErrorsWrap holds that an error is what stands in its message.
func TestErrorsWrap(t *testing.T) {
	inner := i18n.Errorf("the folder is no longer there")
	outer := i18n.Errorf("%s: %v", "b", i18n.Bare(inner))
	if !errors.Is(outer, inner) || errors.Is(inner, outer) {
		t.Errorf("%v does not wrap %v alone", outer, inner)
	}
	if got, want := outer.Error(), "b: the folder is no longer there"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
