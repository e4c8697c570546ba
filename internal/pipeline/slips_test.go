package pipeline_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"soknad/internal/pipeline"
	"soknad/templates"
)

// TestManySlips holds that very many activities which refer to what is not
// there, and very many placeholders in a text, are found in time.
func TestManySlips(t *testing.T) {
	var text strings.Builder
	text.WriteString("application: {title: Berg, call: arena-2012, language: nb}\nactivities:\n")
	for i := range 4000 {
		fmt.Fprintf(&text, "  - {id: x%d, goals: [zz%d]}\n", i, i)
	}
	begun := time.Now()
	r, err := pipeline.Validate(pipeline.Job{Packs: templates.FS(), Files: fstest.MapFS{
		"application.yaml":       {Data: []byte(text.String())},
		"sections/background.md": {Data: []byte(strings.Repeat("[…]", 100_000))},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begun); len(r.Findings) < 100_000 || took > 25*time.Second {
		t.Errorf("%d findings after %s", len(r.Findings), took)
	}
}
