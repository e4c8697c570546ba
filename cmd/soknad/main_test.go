package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"soknad/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"soknad": main})
}

// TestScripts tells one story for each behaviour of the command. The examples
// of the repository are in $EXAMPLES.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       golden.Update(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			return os.CopyFS(filepath.Join(e.WorkDir, "nord"), os.DirFS(filepath.Join(examples, "mineralklynge-nord")))
		},
	})
}
