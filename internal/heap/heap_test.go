package heap

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// TestMakeRoom holds that memory is collected before a large piece is taken, and
// only where there is not enough.
func TestMakeRoom(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GC()
	before := collections()
	MakeRoom(largeHeap / 2)
	if n := collections() - before; n != 0 {
		t.Errorf("with enough room it is collected %d times", n)
	}
	kept := make([]byte, largeHeap-large/2)
	MakeRoom(large - 1)
	if n := collections() - before; n != 0 {
		t.Errorf("for a small piece it is collected %d times", n)
	}
	MakeRoom(large)
	if n := collections() - before; n != 1 {
		t.Errorf("without enough room it is collected %d times", n)
	}
	runtime.KeepAlive(kept)
}

func collections() int64 { return measured("/gc/cycles/forced:gc-cycles")[0] }
