package parallel_test

import (
	"sync/atomic"
	"testing"

	"soknad/internal/parallel"
)

// TestEach holds that every part is done, once.
func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 50} {
		done := make([]atomic.Int32, n)
		parallel.Each(n, func(i int) { done[i].Add(1) })
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Errorf("part %d of %d was done %d times", i, n, times)
			}
		}
	}
}
