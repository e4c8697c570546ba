package pipeline_test

import (
	"io/fs"
	"os"
	"sync/atomic"
	"testing"

	"soknad/internal/parallel"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// panicking is a folder in which opening a file, by a number, is a mistake.
type panicking struct {
	fs.FS
	left *atomic.Int32
}

func (p panicking) Open(name string) (fs.File, error) {
	if p.left.Add(-1) == 0 {
		panic(name)
	}
	return p.FS.Open(name)
}

// TestPanicsReachTheCaller panics at each file once, in whatever goroutine it
// is opened: none ends the program.
func TestPanicsReachTheCaller(t *testing.T) {
	for at := 1; ; at++ {
		left := &atomic.Int32{}
		left.Store(int32(at))
		p := parallel.Caught(func() {
			_, err := pipeline.Check(pipeline.Job{Files: panicking{os.DirFS("../../examples/minimal"), left}, Packs: templates.FS()})
			if err != nil {
				t.Error(err)
			}
		})
		if left.Load() > 0 {
			break // Nothing more is opened.
		}
		if p == nil {
			t.Errorf("the panic at file %d is lost", at)
		}
	}
}
