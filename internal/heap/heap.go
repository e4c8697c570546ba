// Package heap decides when memory that is no longer used is collected: late
// where little is in use, so that it costs no time, and early where much is.
package heap

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
const largeHeap = 224 << 20

// roomyHeap is how much memory is taken before collecting costs more time than
// is good, in bytes: half as much again as is in use, as far as that goes.
const roomyHeap = 248 << 20

// hostileHeap is how much memory is in use, in bytes, where a folder of ten
// megabytes has taken all that the limits allow. More is taken by large
// applications only, in which time is dearer than memory.
const hostileHeap = 288 << 20

// SaveCollections collects no memory until smallHeap is taken. From then on it
// is collected as Go does by itself, and, while less than hostileHeap is in use,
// before roomyHeap, or an eighth more, is taken. It changes nothing where the
// environment says how to collect.
func SaveCollections() {
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
	in := measured("/gc/heap/live:bytes", "/memory/classes/total:bytes", "/memory/classes/heap/released:bytes",
		"/memory/classes/heap/free:bytes", "/memory/classes/heap/objects:bytes")
	live, beside := in[0], in[1]-in[2]-in[3]-in[4]
	if live < hostileHeap {
		roomy := min(live+live/2+beside, roomyHeap)
		debug.SetMemoryLimit(max(largeHeap, roomy, live+live/8+beside))
	} else {
		debug.SetMemoryLimit(math.MaxInt64)
	}
	runtime.AddCleanup(new([64]byte), func(int) { holdHeap() }, 0)
}

// large is how many bytes are worth asking whether there is room for them.
const large = 16 << 20

// MakeRoom collects what is no longer used before so many bytes are taken at
// once, where they would take more than largeHeap with it. By itself Go begins
// when they have been taken.
func MakeRoom(bytes int) {
	if bytes >= large && measured("/memory/classes/heap/objects:bytes")[0]+int64(bytes) > largeHeap {
		runtime.GC()
	}
}

// measured reads what the runtime measures, in bytes or as a count.
func measured(names ...string) []int64 {
	samples := make([]metrics.Sample, len(names))
	for i, name := range names {
		samples[i].Name = name
	}
	metrics.Read(samples)
	sizes := make([]int64, len(names))
	for i := range samples {
		sizes[i] = int64(samples[i].Value.Uint64())
	}
	return sizes
}
