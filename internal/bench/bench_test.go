package bench_test

import (
	"os"
	"reflect"
	"testing"

	"soknad/internal/bench"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// BenchmarkStages measures the work up to each of its stages, on a corpus and
// on larger ones: the difference between two is what a stage takes. The outputs
// alone are measured beside them. With -short, the largest is left out.
func BenchmarkStages(b *testing.B) {
	for _, size := range []struct {
		name  string
		scale int
	}{{"1x", 1}, {"10x", 10}, {"100x", 100}} {
		b.Run(size.name, func(b *testing.B) {
			if testing.Short() && size.scale > 10 {
				b.Skip("it takes long")
			}
			job := corpus(b, size.scale)
			measure(b, job, "read", pipeline.ReadDescription)
			measure(b, job, "read+rules", pipeline.CheckDescription)
			measure(b, job, "validate", pipeline.Validate)
			measure(b, job, "assemble", assemble)
			measureOutputs(b, job)
		})
	}
}

// BenchmarkExample measures the work on the big example.
func BenchmarkExample(b *testing.B) {
	job := pipeline.Job{Files: os.DirFS("../../examples/mineralklynge-nord"), Packs: templates.FS()}
	measure(b, job, "read", pipeline.ReadDescription)
	measure(b, job, "read+rules", pipeline.CheckDescription)
	measure(b, job, "validate", pipeline.Validate)
	measure(b, job, "assemble", assemble)
	measureOutputs(b, job)
}

// measure measures the work on an application up to a stage.
func measure(b *testing.B, job pipeline.Job, stage string, do func(pipeline.Job) (*pipeline.Result, error)) {
	b.Run(stage, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sound(b)(do(job))
		}
	})
}

// measureOutputs measures what is left to do once an application is checked.
func measureOutputs(b *testing.B, job pipeline.Job) {
	b.Run("outputs", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			r := sound(b)(pipeline.Check(job))
			b.StartTimer()
			if _, _, err := r.Outputs(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// corpus writes a corpus to a folder of its own, and is a job on it.
func corpus(tb testing.TB, scale int) pipeline.Job {
	tb.Helper()
	dir := tb.TempDir()
	if err := bench.Write(dir, bench.Corpus(scale)); err != nil {
		tb.Fatal(err)
	}
	return pipeline.Job{Files: os.DirFS(dir), Packs: templates.FS()}
}

// assemble makes the outputs of an application, and writes none.
func assemble(job pipeline.Job) (*pipeline.Result, error) {
	r, err := pipeline.Check(job)
	if err != nil {
		return nil, err
	}
	_, _, err = r.Outputs()
	return r, err
}

// sound holds that there is a project and no error in it: work on less would
// measure less.
func sound(tb testing.TB) func(*pipeline.Result, error) *pipeline.Result {
	return func(r *pipeline.Result, err error) *pipeline.Result {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		if len(r.Project.Participants) == 0 || len(r.Findings) > 2 {
			tb.Fatalf("%d participants, %d findings", len(r.Project.Participants), len(r.Findings))
		}
		return r
	}
}

// TestCorpus holds that a corpus is the same each time, has what it is said to
// have, and is an application in which only the ranking is too wide.
func TestCorpus(t *testing.T) {
	if a, b := bench.Corpus(1), bench.Corpus(1); !reflect.DeepEqual(a, b) {
		t.Error("two corpora of a scale differ")
	}
	r := sound(t)(pipeline.CheckDescription(corpus(t, 1)))
	for _, d := range r.Findings {
		if d.Code != "CAL014" {
			t.Errorf("%s: %s", d.Code, d.Message.In(i18n.EN))
		}
	}
	p := r.Project
	got := []int{len(p.Participants), len(p.FocusAreas), len(p.Goals), len(p.Activities), len(p.Inputs)}
	if want := []int{40, 8, 10, 25, 45}; !reflect.DeepEqual(got, want) {
		t.Errorf("there are %v, want %v", got, want)
	}
}
