package pipeline

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do for every number from 0 up to n, as many at a time as there
// are processors. What do works on must be its own; the order of the results
// is the caller's, who knows each by its number.
func each(n int, do func(i int)) {
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
