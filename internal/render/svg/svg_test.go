package svg_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"soknad/internal/figure"
	"soknad/internal/render/svg"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// TestGolden holds the pictures to the ones that were looked at.
func TestGolden(t *testing.T) {
	short := plan()
	short.MaxHeight = 330
	for name, figures := range map[string][]*figure.Figure{
		"gantt":      plan().Draw(),
		"gantt-cut":  short.Draw(),
		"budget":     budget().Draw(),
		"financing":  financing().Draw(),
		"risks":      {risks().Draw()},
		"priorities": priorities().Draw(),
	} {
		for i, f := range figures {
			file := name
			if len(figures) > 1 {
				file = fmt.Sprintf("%s-%d", name, i+1)
			}
			golden(t, file+".svg", svg.Render(f, name))
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is drawn differently; look at it and run go test -update", file)
	}
}
