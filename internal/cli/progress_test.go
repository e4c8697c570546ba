package cli

import (
	"bytes"
	"errors"
	"testing"
	"time"
)

// A terminal keeps what is written to it, and says so each time.
type terminal struct {
	bytes.Buffer
	written chan struct{}
}

func (t *terminal) Write(p []byte) (int, error) {
	n, err := t.Buffer.Write(p)
	t.written <- struct{}{}
	return n, err
}

// TestProgress holds that long work is shown, with a sign of life each second,
// and leaves nothing behind on the line.
func TestProgress(t *testing.T) {
	screen := &terminal{written: make(chan struct{}, 9)}
	var waits []time.Duration
	ring := make(chan time.Time, 2)
	ring <- time.Time{}
	ring <- time.Time{}
	o := &options{world: World{Stderr: screen, Getenv: func(string) string { return "" }, After: func(d time.Duration) <-chan time.Time {
		waits = append(waits, d)
		return ring
	}}}
	failed := errors.New("it fails")
	err := o.during("checking the application", func() error {
		<-screen.written
		<-screen.written
		return failed
	})
	if !errors.Is(err, failed) {
		t.Errorf("the error is %v", err)
	}
	want := "\r\x1b[Kchecking the application ." + "\r\x1b[Kchecking the application .." + "\r\x1b[K"
	if screen.String() != want {
		t.Errorf("the terminal shows %q, want %q", screen.String(), want)
	}
	if len(waits) != 3 || waits[0] != 500*time.Millisecond || waits[1] != time.Second {
		t.Errorf("it waits %v", waits)
	}
}

// TestShortWork holds that work which is done in time shows nothing.
func TestShortWork(t *testing.T) {
	screen := &terminal{written: make(chan struct{}, 9)}
	o := &options{world: World{Stderr: screen, Getenv: func(string) string { return "" }, After: func(time.Duration) <-chan time.Time {
		return make(chan time.Time)
	}}}
	if err := o.during("checking the application", func() error { return nil }); err != nil || screen.Len() > 0 {
		t.Errorf("the terminal shows %q, %v", screen.String(), err)
	}
}

// TestNobodyWatches holds that nothing is shown on a pipe, however long the
// work takes.
func TestNobodyWatches(t *testing.T) {
	screen := &terminal{}
	o := &options{world: World{Stderr: screen}}
	done := false
	if err := o.during("checking the application", func() error { done = true; return nil }); err != nil || !done || screen.Len() > 0 {
		t.Errorf("done %t, the pipe holds %q, %v", done, screen.String(), err)
	}
}
