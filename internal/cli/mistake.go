package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/parallel"
	"soknad/internal/report"
)

// A mistake is one of soknad's own, which no file of anybody should lead to.
type mistake struct{ *parallel.Panic }

// Error says it in English.
func (m mistake) Error() string { return m.In(i18n.EN) }

// In says it to people who can do nothing about it but tell. Outputs are
// written whole or not at all wherever the work stops.
func (m mistake) In(l i18n.Lang) string {
	return i18n.Msg(
		"a mistake in soknad, and not in your files, has stopped the work (%v); no file is left half written; please report it with what \"soknad version\" prints; SOKNAD_DEBUG=1 shows where it happened",
		m.Value,
	).In(l)
}

// Unwrap returns the panic.
func (m mistake) Unwrap() error { return m.Panic }

// isMistake reports whether an error is a panic, in this goroutine or another.
func isMistake(err error) bool {
	var p *parallel.Panic
	return errors.As(err, &p)
}

// caught does some work. A mistake of soknad's own is a failure of the work, as
// those of the world are.
func (w World) caught(work func() error) (err error) {
	p := parallel.Caught(func() { err = work() })
	var said mistake
	if p == nil && (errors.As(err, &said) || !errors.As(err, &p)) {
		return err
	}
	if w.Getenv("SOKNAD_DEBUG") != "" {
		fmt.Fprintln(report.Harmless(w.Stderr), p)
	}
	return failure{mistake{p}}
}

// guarded is what a command runs, in which a mistake is a failure.
func (w World) guarded(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		return w.caught(func() error { return run(c, args) })
	}
}
