package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// smallHeap is how much memory is taken before any is collected, in bytes.
// Checking and assembling an application of 40 participants needs less, and
// takes a sixth less time when nothing is collected.
const smallHeap = 192 << 20

// largeHeap is how much memory is taken with garbage in it, in bytes, while
// little of that is in use.
const largeHeap = 208 << 20

// saveCollections collects no memory until smallHeap is taken. From then on it
// is collected as Go does by itself, and before largeHeap is taken, or an eighth
// more than is in use, unless that is very much. It changes nothing where the environment says how to
// collect.
func saveCollections() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(smallHeap)
	runtime.AddCleanup(new([64]byte), func(int) {
		debug.SetGCPercent(100)
		holdHeap()
	}, 0)
}

// holdHeap sets the limit of memory by what was in use when it was collected
// last, and again whenever it has been collected.
func holdHeap() {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	live := int64(sample[0].Value.Uint64())
	if live < 2*smallHeap {
		debug.SetMemoryLimit(max(largeHeap, live+live/8))
	} else {
		debug.SetMemoryLimit(math.MaxInt64)
	}
	runtime.AddCleanup(new([64]byte), func(int) { holdHeap() }, 0)
}
