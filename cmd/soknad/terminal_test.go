package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestIsTerminal holds that nobody is asked or advised who is not there: on a
// file, on a pipe, and on the device that holds nothing, which is a device of
// characters as a terminal is.
func TestIsTerminal(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer write.Close()
	for name, f := range map[string]*os.File{"the null device": null, "a file": file, "a pipe": read} {
		if isTerminal(f) {
			t.Errorf("%s is taken for a terminal", name)
		}
	}
	if terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0); err == nil {
		defer terminal.Close()
		if !isTerminal(terminal) {
			t.Error("a terminal is not taken for one")
		}
	}
}
