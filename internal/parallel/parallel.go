// Package parallel does work that falls into independent parts on all
// processors at once. How many there are, and which part is done first, must
// not be seen in what comes out. A part that panics does so where its caller
// can hear of it.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for every number from 0 up to n, as many at a time as there
// are processors, and returns when all are done. What do works on must be its
// own; the order of the results is the caller's, who knows each by its number.
// When some panic, Each panics as the one with the lowest number did.
func Each(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if workers < 2 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	var panics panics
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				panics.keep(i, Caught(func() { do(i) }))
			}
		})
	}
	wait.Wait()
	panics.again()
}

// Both does two things at once and returns when both are done.
func Both(one, other func()) {
	join := Beside(one)
	defer join()
	other()
}

// Beside begins something that goes on beside its caller, who has to join it:
// join waits until it is done, and panics when it did.
func Beside(do func()) (join func()) {
	var p *Panic
	done := make(chan struct{})
	go func() {
		defer close(done)
		p = Caught(do)
	}()
	return func() {
		<-done
		if p != nil {
			panic(p)
		}
	}
}
