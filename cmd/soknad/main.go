// Soknad checks a cluster project that is described in YAML and assembles its
// application. See package cli for the commands.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"

	"soknad/internal/cli"
	"soknad/internal/heap"
)

func main() {
	heap.SaveCollections()
	w := cli.World{
		Stdin:       os.Stdin,
		Stdout:      os.Stdout,
		Stderr:      os.Stderr,
		Getenv:      os.Getenv,
		Locale:      locale(),
		Now:         time.Now,
		Wait:        time.After,
		Interrupted: interrupted,
		Color:       isTerminal(os.Stdout),
		Columns:     columns(os.Stdout),
		Interactive: isTerminal(os.Stdin),
		Build:       build(),
	}
	if isTerminal(os.Stderr) {
		w.After, w.Advised = time.After, true
	}
	os.Exit(cli.Main(os.Args[1:], w))
}

// interrupted returns a context that ends at Ctrl-C, or when the system asks the
// program to end.
func interrupted() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// isTerminal reports whether a file is a terminal: not a pipe or a file, and no
// other device, such as the one that nothing comes from.
func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// columns returns how many characters a terminal shows on a line, 0 for what is
// no terminal.
func columns(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// build returns what the program was built from, as the go command stamped it.
func build() cli.Build {
	b := cli.Build{Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}
