package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// smallHeap is how much memory is taken before any is collected, in bytes.
// Checking and assembling an application of 40 participants needs less, and
// takes a sixth less time when nothing is collected.
const smallHeap = 192 << 20

// saveCollections collects no memory until smallHeap is taken, and from then
// on as Go does by itself. It changes nothing where the environment says how
// to collect.
func saveCollections() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(smallHeap)
	runtime.AddCleanup(new([64]byte), func(int) {
		debug.SetGCPercent(100)
		debug.SetMemoryLimit(math.MaxInt64)
	}, 0)
}
