package parallel_test

import (
	"bytes"
	"runtime"
	"sync/atomic"
	"testing"

	"soknad/internal/parallel"
)

// onProcessors runs a test on one processor and on several.
func onProcessors(t *testing.T, test func(t *testing.T)) {
	for name, n := range map[string]int{"one": 1, "several": 4} {
		t.Run(name, func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
			test(t)
		})
	}
}

// TestEach holds that every part is done, once.
func TestEach(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		var done [50]atomic.Int32
		parallel.Each(len(done), func(i int) { done[i].Add(1) })
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Errorf("part %d is done %d times", i, n)
			}
		}
		parallel.Each(0, func(int) { t.Error("a part of nothing is done") })
	})
}

func broken(part int) { panic(part) }

// holdPanic holds what something panics with, and that it is said where.
func holdPanic(t *testing.T, want any, do func()) {
	t.Helper()
	p := parallel.Caught(do)
	if p == nil {
		t.Fatal("nothing panics")
	}
	if p.Value != want || !bytes.Contains(p.Stack, []byte("parallel_test.broken(")) {
		t.Errorf("it is %v, from\n%s\nwant %v", p.Value, p.Stack, want)
	}
}

// TestAPanicReachesTheCaller holds that no part ends the program, and that it is
// the same panic whichever part is quickest.
func TestAPanicReachesTheCaller(t *testing.T) {
	onProcessors(t, func(t *testing.T) {
		holdPanic(t, 7, func() {
			parallel.Each(50, func(i int) {
				if i >= 7 {
					broken(i)
				}
			})
		})
		holdPanic(t, 1, func() { parallel.Both(func() { broken(1) }, func() {}) })
		holdPanic(t, 2, func() { parallel.Both(func() {}, func() { broken(2) }) })
		holdPanic(t, 1, func() { parallel.Both(func() { broken(1) }, func() { broken(2) }) })
		holdPanic(t, 3, func() { parallel.Beside(func() { broken(3) })() })
		holdPanic(t, 4, func() {
			parallel.Each(2, func(int) { parallel.Both(func() { broken(4) }, func() {}) })
		})
	})
}

// TestBothWaits holds that nothing goes on when Both has panicked.
func TestBothWaits(t *testing.T) {
	var done atomic.Bool
	began := make(chan struct{})
	p := parallel.Caught(func() {
		parallel.Both(func() {
			<-began
			runtime.Gosched()
			done.Store(true)
		}, func() {
			close(began)
			broken(1)
		})
	})
	if p == nil || !done.Load() {
		t.Errorf("%v, and the other is done: %t", p, done.Load())
	}
}
