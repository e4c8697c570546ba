package cli

import (
	"context"
	"io"
	"time"
)

// A World is what the command line may touch of the machine around it.
type World struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Interactive says whether Stdin is a terminal, with somebody to ask.
	Interactive bool
	// Getenv reads an environment variable.
	Getenv func(string) string
	// Locale is the machine's, such as nb-NO, "" when only the environment knows.
	Locale string
	// Now reads the clock.
	Now func() time.Time
	// Advised says whether Stderr is a terminal, with somebody who may want to
	// know what to do next.
	Advised bool
	// After rings when some time has passed; it is nil when Stderr is no
	// terminal, and nobody watches it.
	After func(time.Duration) <-chan time.Time
	// Wait rings when some time has passed.
	Wait func(time.Duration) <-chan time.Time
	// Interrupted begins to listen for somebody who wants the work to end,
	// which is then for the command to do.
	Interrupted func() (context.Context, context.CancelFunc)
	// Color says whether Stdout is a terminal that shows colours.
	Color bool
	// Columns is how many characters Stdout shows on a line, 0 when it is no
	// terminal.
	Columns int
	// Build says what the program was built from.
	Build Build
}
