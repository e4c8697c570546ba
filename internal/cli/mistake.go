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
type mistake struct {
	*parallel.Panic
	lang i18n.Lang
}

// Error says it to people who can do nothing about it but tell. Outputs are
// written whole or not at all wherever the work stops.
func (m mistake) Error() string {
	return i18n.Msg(
		"a mistake in soknad, and not in your files, has stopped the work (%v); no file is left half written; please report it with what \"soknad version\" prints; SOKNAD_DEBUG=1 shows where it happened",
		m.Value,
	).In(m.lang)
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
func (o *options) caught(work func() error) (err error) {
	p := parallel.Caught(func() { err = work() })
	var said mistake
	if p == nil && (errors.As(err, &said) || !errors.As(err, &p)) {
		return err
	}
	if o.world.Getenv("SOKNAD_DEBUG") != "" {
		fmt.Fprintln(report.Harmless(o.world.Stderr), p)
	}
	return failure{mistake{p, o.language()}}
}

// guarded is what a command runs, in which a mistake is a failure that is said
// in the language that the command was asked to speak.
func (w World) guarded(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		o := &options{world: w}
		if f := c.Flags().Lookup("lang"); f != nil {
			if lang, ok := f.Value.(*languageFlag); ok {
				o.lang = *lang
			}
		}
		return o.caught(func() error { return run(c, args) })
	}
}
