package svg_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"soknad/internal/figure"
	"soknad/internal/golden"
	"soknad/internal/render/svg"
)

// TestGolden holds the pictures to the ones that were looked at.
func TestGolden(t *testing.T) {
	short := plan()
	short.MaxHeight = 330
	for name, figures := range map[string][]*figure.Figure{
		"gantt":        plan().Draw(),
		"gantt-cut":    short.Draw(),
		"budget":       budget().Draw(),
		"financing":    financing().Draw(),
		"risks":        {risks().Draw()},
		"priorities":   priorities().Draw(),
		"goals":        goals().Draw(),
		"organisation": {organisation().Draw()},
		"kinds":        kinds().Draw(),
		"origins":      origins().Draw(),
	} {
		for i, f := range figures {
			file := name
			if len(figures) > 1 {
				file = fmt.Sprintf("%s-%d", name, i+1)
			}
			golden.File(t, filepath.Join("testdata", file+".svg"), svg.Render(f, name))
		}
	}
}
