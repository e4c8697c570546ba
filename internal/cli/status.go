package cli

import (
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/status"
)

// statusOptions are what status can be told.
type statusOptions struct {
	options
	format formatFlag
}

func newStatus(w World) *cobra.Command {
	o := &statusOptions{options: options{world: w}, format: formatFlag{name: "text", names: []string{"text", "json", "markdown"}}}
	c := &cobra.Command{
		Use:   "status [DIR]",
		Short: "Say how far an application is from being sent",
		Long: "status says whether the application in DIR, or in the current folder, can be sent, and why not: the days that are left,\n" +
			"the findings, the money, each section, what is awaited from whom, and what to do next.\n\n" +
			"Exit status: 0 it can be sent, 1 it cannot yet, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.status()
		},
	}
	f := c.Flags()
	f.Var(&o.format, "format", "write text, json or markdown")
	o.registerLang(c.Flags())
	f.Var(&o.today, "today", "the day to count from, as YYYY-MM-DD (default: today)")
	return c
}

func (o *statusOptions) status() error {
	if o.today.IsZero() {
		o.today.Time = day(o.world.Now())
	}
	_, result, err := o.check()
	if err != nil {
		return err
	}
	s := status.Of(status.Input{
		Project: result.Project, Call: result.Call, Findings: result.Findings, Silenced: result.Silenced, Today: o.today.Time,
		Extents: result.Extents(),
	})
	if err := o.writeStatus(s); err != nil {
		return failure{err}
	}
	if !s.Submittable() {
		return errFindings
	}
	return nil
}

func (o *statusOptions) writeStatus(s *status.Status) error {
	write := map[string]func(io.Writer, i18n.Lang) error{"text": s.WriteText, "json": s.WriteJSON, "markdown": s.WriteMarkdown}
	return write[o.format.name](o.world.output(o.format.name), o.language())
}

// day returns the day of a moment, in the place where it is told.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// formatFlag is a flag that names one of a few formats.
type formatFlag struct {
	name  string
	names []string
}

// Set reads a format's name.
func (f *formatFlag) Set(s string) error {
	if !slices.Contains(f.names, s) {
		return i18n.Errorf("it can be %s", strings.Join(f.names, ", "))
	}
	f.name = s
	return nil
}

// String returns the format's name.
func (f *formatFlag) String() string { return f.name }

// Type names the flag's value in the help.
func (f *formatFlag) Type() string { return "format" }
