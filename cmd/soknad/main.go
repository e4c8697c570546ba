// Soknad checks a cluster project that is described in YAML and assembles its
// application. See package cli for the commands.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"soknad/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.World{
		Stdin:       os.Stdin,
		Stdout:      os.Stdout,
		Stderr:      os.Stderr,
		Getenv:      os.Getenv,
		Now:         time.Now,
		Color:       isTerminal(os.Stdout),
		Interactive: isTerminal(os.Stdin),
		Version:     version(),
	}))
}

// isTerminal reports whether a file is a terminal and not a pipe or a file.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// version returns the program's version: its tag, or the commit it was built
// from, as the go command stamped it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
