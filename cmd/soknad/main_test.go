package main

import (
	"archive/zip"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"soknad/internal/cli"
	"soknad/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"soknad": main, "broken": broken})
}

// broken is soknad with a mistake: it panics when it looks at the clock, when
// somebody at the terminal has waited for a while, and when it prints.
func broken() {
	w := cli.World{
		Stdin: os.Stdin, Stdout: mistaken{}, Stderr: os.Stderr, Getenv: os.Getenv, Wait: time.After, Interrupted: interrupted, Build: build(),
		Now: func() time.Time { panic("the clock has stopped") },
	}
	if os.Getenv("ADVISED") != "" {
		w.After = func(time.Duration) <-chan time.Time { panic("nobody waits") }
	}
	os.Exit(cli.Main(os.Args[1:], w))
}

// A mistaken is what nothing can be written to.
type mistaken struct{}

// Write panics.
func (mistaken) Write([]byte) (int, error) { panic("it cannot print\n\x1b[31m") }

// TestScripts tells one story for each behaviour of the command. Each begins
// with the big example in the folder nord.
func TestScripts(t *testing.T) {
	examples := filepath.Join("..", "..", "examples")
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       golden.Update(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"awaits":  awaits,
			"copy":    copyFolder,
			"exits":   exits("soknad"),
			"fails":   exits("broken"),
			"replace": replace,
			"rewrite": rewrite,
			"unzip":   unzip,
		},
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"mineralklynge-nord", "minimal"} {
				to := strings.TrimPrefix(name, "mineralklynge-")
				if err := os.CopyFS(filepath.Join(e.WorkDir, to), os.DirFS(filepath.Join(examples, name))); err != nil {
					return err
				}
			}
			return os.RemoveAll(filepath.Join(e.WorkDir, "nord", "build"))
		},
	})
}

// exits runs a program and holds its exit status: exits 1 validate nord.
func exits(program string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		want, err := strconv.Atoi(args[0])
		ts.Check(err)
		got := 0
		var exit *exec.ExitError
		if err := ts.Exec(program, args[1:]...); errors.As(err, &exit) {
			got = exit.ExitCode()
		} else {
			ts.Check(err)
		}
		if got != want {
			ts.Fatalf("the exit status is %d, want %d", got, want)
		}
	}
}

// awaits waits until a file is there: awaits file.
func awaits(ts *testscript.TestScript, _ bool, args []string) {
	for range 6000 {
		_, err := os.Stat(ts.MkAbs(args[0]))
		if err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s does not come", args[0])
}

// replace writes a text of a file anew, once: replace file old new.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	name, old, text := ts.MkAbs(args[0]), args[1], ts.ReadFile(args[0])
	if strings.Count(text, old) == 0 {
		ts.Fatalf("%s does not hold %q", args[0], old)
	}
	ts.Check(os.WriteFile(name, []byte(strings.Replace(text, old, args[2], 1)), 0o644))
}

// copyFolder copies a folder to a new one: copy from to.
func copyFolder(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// unzip unpacks a zip: unzip file folder.
func unzip(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
	ts.Check(z.Close())
}

// rewrite makes a zip in which one file has another text:
// rewrite old.zip name text new.zip.
func rewrite(ts *testscript.TestScript, _ bool, args []string) {
	old, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	file, err := os.Create(ts.MkAbs(args[3]))
	ts.Check(err)
	z := zip.NewWriter(file)
	for _, f := range old.File {
		if f.Name != args[1] {
			ts.Check(z.Copy(f))
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		ts.Check(err)
		_, err = w.Write([]byte(args[2]))
		ts.Check(err)
	}
	ts.Check(errors.Join(z.Close(), file.Close(), old.Close()))
}
