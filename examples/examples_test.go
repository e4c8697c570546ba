// Package examples_test builds every example and compares what comes out with
// the example's folder want.
package examples_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/templates"
)

func TestExamples(t *testing.T) {
	for _, name := range []string{"minimal", "mineralklynge-nord"} {
		t.Run(name, func(t *testing.T) {
			r, err := pipeline.Check(pipeline.Job{Files: os.DirFS(name), Packs: templates.FS()})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Findings) > 0 {
				t.Errorf("there are findings:\n%s", golden.Story(r.Findings))
			}
			outputs, faults, err := r.Outputs()
			if err != nil {
				t.Fatal(err)
			}
			if len(faults) > 0 {
				t.Errorf("the PDF breaks standards: %+v", faults)
			}
			for _, f := range outputs {
				if f.Name == pipeline.PDFName {
					f.Name, f.Data = "pages.txt", pages(r)
				}
				golden.File(t, filepath.Join(name, "want", filepath.FromSlash(f.Name)), f.Data)
			}
		})
	}
}

// pages says which pages of the PDF each section takes. The bytes of the PDF
// are no matter of a golden file, since they change with the compression of
// each release of Go.
func pages(r *pipeline.Result) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%d pages\n", r.Layout.Pages())
	for _, e := range r.Layout.Extents() {
		fmt.Fprintf(&out, "%4d–%d %s\n", e.FirstPage, e.LastPage, e.Section)
	}
	return out.Bytes()
}
