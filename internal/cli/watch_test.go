package cli

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A running is a command that goes on until it is interrupted, and what it
// says.
type running struct {
	testing.TB
	dir       string
	lines     chan string
	interrupt context.CancelFunc
	ended     chan int
}

// longEnough is how long a test waits for what must come.
const longEnough = time.Minute

// start starts a command on a copy of the small example, whose folder stands
// for DIR among the arguments.
func start(t testing.TB, args ...string) *running {
	t.Helper()
	return startIn(t, World{Now: time.Now, Wait: time.After}, args...)
}

// startIn starts a command in a world, in which it is listened to.
func startIn(t testing.TB, w World, args ...string) *running {
	t.Helper()
	r := &running{TB: t, dir: filepath.Join(t.TempDir(), "minimal"), lines: make(chan string, 999), ended: make(chan int, 1)}
	if err := os.CopyFS(r.dir, os.DirFS(filepath.Join("..", "..", "examples", "minimal"))); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "DIR", r.dir)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r.interrupt = cancel
	out, in := io.Pipe()
	go func() {
		for s := bufio.NewScanner(out); s.Scan(); {
			r.lines <- s.Text()
		}
		close(r.lines)
	}()
	go func() {
		w.Stdin, w.Stdout, w.Stderr = strings.NewReader(""), in, in
		w.Getenv = func(string) string { return "" }
		w.Interrupted = func() (context.Context, context.CancelFunc) { return ctx, cancel }
		status := Main(args, w)
		in.Close()
		r.ended <- status
	}()
	return r
}

// wait waits for a line that holds some words, and returns those before it.
func (r *running) wait(words string) (before []string) {
	r.Helper()
	before, _ = r.said(words)
	return before
}

// said waits as wait does, and returns the line too.
func (r *running) said(words string) (before []string, line string) {
	r.Helper()
	for {
		select {
		case line, more := <-r.lines:
			if !more {
				r.Fatalf("it ended, and has not said %q but\n%s", words, strings.Join(before, "\n"))
			}
			if strings.Contains(line, words) {
				return before, line
			}
			before = append(before, line)
		case <-time.After(longEnough):
			r.Fatalf("it does not say %q but\n%s", words, strings.Join(before, "\n"))
		}
	}
}

// replace writes a text of the application anew, as editors do: to another
// file, which is then moved.
func (r *running) replace(old, text string) {
	r.Helper()
	name := filepath.Join(r.dir, "application.yaml")
	was, err := os.ReadFile(name)
	if err != nil {
		r.Fatal(err)
	}
	if !bytes.Contains(was, []byte(old)) {
		r.Fatalf("application.yaml does not hold %q", old)
	}
	if err := os.WriteFile(name+".tmp", bytes.Replace(was, []byte(old), []byte(text), 1), 0o644); err != nil {
		r.Fatal(err)
	}
	if err := os.Rename(name+".tmp", name); err != nil {
		r.Fatal(err)
	}
}

// end interrupts the command, and fails when that is taken for a failure.
func (r *running) end() {
	r.Helper()
	r.interrupt()
	if status := <-r.ended; status != statusOK {
		r.Errorf("it ended with status %d", status)
	}
}

func (r *running) output(name string) string {
	r.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, "build", name))
	if err != nil {
		r.Fatal(err)
	}
	return string(data)
}

func TestAssembleOnChange(t *testing.T) {
	r := start(t, "assemble", "--watch", "--lang", "en", "--report", "text", "--report", "json=DIR/findings.json", "DIR")
	r.wait("Nothing is wrong.")
	r.wait("wrote ")

	r.replace("title: Skiferklynga", "title: Steinklynga")
	r.wait("errors: 0")
	if !strings.Contains(r.output("application.md"), "Steinklynga") {
		t.Error("the Markdown does not hold the new text")
	}

	before := r.output("application.pdf")
	r.replace("focus_area: sortering", "focus_area: sortring")
	r.wait("[REF001]")
	r.wait("nothing was written")
	if r.output("application.pdf") != before {
		t.Error("the PDF is not what it was")
	}

	r.replace("focus_area: sortring", "focus_area: sortering")
	// A run that writes reports to the folder does not make itself run again.
	if said := r.wait("errors: 0"); len(said) > 0 {
		t.Errorf("meanwhile it says %q", said)
	}
	r.end()
}

// TestAssembleOnChangeGoesOn holds that a folder which cannot be read for a
// while ends nothing, and one that is gone does.
func TestAssembleOnChangeGoesOn(t *testing.T) {
	r := start(t, "assemble", "--watch", "--lang", "en", "--fail-on", "note", "DIR")
	r.wait("wrote ")
	name := filepath.Join(r.dir, "application.yaml")
	if err := os.Rename(name, name+".bak"); err != nil {
		t.Fatal(err)
	}
	r.wait("there is no YAML file in the folder")
	if err := os.Rename(name+".bak", name); err != nil {
		t.Fatal(err)
	}
	r.wait("wrote ")
	if runtime.GOOS == "windows" {
		r.end() // There a folder that is watched cannot be removed.
		return
	}
	if err := os.RemoveAll(r.dir); err != nil {
		t.Fatal(err)
	}
	if status := <-r.ended; status != statusFailure {
		t.Errorf("it ended with status %d", status)
	}
}
