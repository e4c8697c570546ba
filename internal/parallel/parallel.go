// Package parallel does work that falls into independent parts on all
// processors at once. How many there are, and which part is done first, must
// not be seen in what comes out.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for every number from 0 up to n, as many at a time as there
// are processors, and returns when all are done. What do works on must be its
// own; the order of the results is the caller's, who knows each by its number.
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
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// Both does two things at once and returns when both are done.
func Both(one, other func()) {
	var wait sync.WaitGroup
	wait.Go(one)
	other()
	wait.Wait()
}
