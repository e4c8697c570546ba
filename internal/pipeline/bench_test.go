package pipeline_test

import (
	"os"
	"testing"

	"soknad/internal/pipeline"
	"soknad/templates"
)

func BenchmarkValidate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pipeline.Validate(pipeline.Job{Files: os.DirFS("../../examples/mineralklynge-nord"), Packs: templates.FS()}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDescription(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pipeline.CheckDescription(pipeline.Job{Files: os.DirFS("../../examples/mineralklynge-nord"), Packs: templates.FS()}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAssemble(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		r, err := pipeline.Check(pipeline.Job{Files: os.DirFS("../../examples/mineralklynge-nord"), Packs: templates.FS()})
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := r.Outputs(); err != nil {
			b.Fatal(err)
		}
	}
}
