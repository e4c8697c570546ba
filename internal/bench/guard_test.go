package bench_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/pipeline"
)

// A cost is what some work takes, in what can be counted: no clock runs, so
// that it is the same on a slow machine and on a busy one.
type cost struct {
	Allocations uint64 `json:"allocations"`
	Bytes       uint64 `json:"bytes"`
}

// How far a cost may move from the figure that is kept, and how far before
// -update writes it anew: the figures are not the same to the last allocation.
const (
	tolerance = 0.10
	settled   = 0.05
)

// mainJobs are the jobs whose cost is kept.
func mainJobs() map[string]func(pipeline.Job) (*pipeline.Result, error) {
	return map[string]func(pipeline.Job) (*pipeline.Result, error){
		"read": pipeline.ReadDescription, "rules": pipeline.CheckDescription, "validate": pipeline.Validate, "assemble": assemble,
	}
}

// TestCost holds that the main jobs cost what they did: neither more, nor so
// much less that a later loss would go unseen. Whoever makes them cheaper, or
// has a reason to make them dearer, runs the test with -update.
func TestCost(t *testing.T) {
	alone(t)
	if golden.WatchesRaces() {
		t.Skip("the race detector takes memory itself")
	}
	job := corpus(t, 1)
	got := map[string]cost{}
	for name, do := range mainJobs() {
		got[name] = costOf(t, job, do)
	}
	file := filepath.Join("testdata", "cost.json")
	want := kept(t, file)
	moved := false
	for name := range got {
		if far(got[name], want[name], settled) {
			moved = true
		}
		if !golden.Update() && far(got[name], want[name], tolerance) {
			t.Errorf("%s costs %+v, and %+v is kept: find out why, then run the test with -update", name, got[name], want[name])
		}
	}
	if golden.Update() && (moved || len(want) != len(got)) {
		data, err := json.MarshalIndent(got, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden.File(t, file, append(data, '\n'))
	}
}

// TestCostGrowsWithTheWork holds that three times the work costs no more than
// three times as much, give or take a tenth.
func TestCostGrowsWithTheWork(t *testing.T) {
	alone(t)
	const times = 3
	one, more := corpus(t, 1), corpus(t, times)
	for name, do := range mainJobs() {
		a, b := costOf(t, one, do), costOf(t, more, do)
		if far := times * (1 + tolerance); ratio(b.Allocations, a.Allocations) > far || ratio(b.Bytes, a.Bytes) > far {
			t.Errorf("%s costs %+v, and %+v with %d times the work", name, a, b, times)
		}
	}
}

// alone lets a test run on one processor and without collections, which would
// empty pools at other moments each time.
func alone(t *testing.T) {
	t.Helper()
	processors, percent := runtime.GOMAXPROCS(1), debug.SetGCPercent(-1)
	t.Cleanup(func() {
		runtime.GOMAXPROCS(processors)
		debug.SetGCPercent(percent)
	})
}

// costOf returns what some work costs once everything that is made only once
// is there.
func costOf(t *testing.T, job pipeline.Job, do func(pipeline.Job) (*pipeline.Result, error)) cost {
	t.Helper()
	sound(t)(do(job))
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	sound(t)(do(job))
	runtime.ReadMemStats(&after)
	return cost{after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc}
}

// kept reads the costs that are kept.
func kept(t *testing.T, file string) map[string]cost {
	t.Helper()
	costs := map[string]cost{}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &costs)
	}
	if err != nil && !golden.Update() {
		t.Fatal(err)
	}
	return costs
}

// far reports whether a cost is further from another than a share of it.
func far(got, want cost, share float64) bool {
	return math.Abs(ratio(got.Allocations, want.Allocations)-1) > share || math.Abs(ratio(got.Bytes, want.Bytes)-1) > share
}

func ratio(a, b uint64) float64 { return float64(a) / float64(b) }
