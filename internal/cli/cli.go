// Package cli is the command line: one file a subcommand, which turns flags
// into options and a result into an exit status. It is the only package that
// prints, and that reads the environment.
package cli

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
)

// The exit statuses.
const (
	statusOK       = 0 // nothing at or above --fail-on
	statusFindings = 1 // findings at or above --fail-on
	statusUsage    = 2 // the command line is wrong
	statusFailure  = 3 // the work could not be done
)

// Main runs a command line, without the program's name, and returns the exit
// status.
func Main(args []string, w World) int {
	o := &options{world: w, lang: spoken(args)}
	err := w.caught(func() error { return execute(args, w) })
	var failed failure
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &failed):
		o.complain(failed)
		return statusFailure
	case errors.Is(err, errFindings):
		return statusFindings
	default:
		o.reject(err)
		return statusUsage
	}
}

// execute runs the command that a command line names.
func execute(args []string, w World) error {
	root := newRoot(w)
	root.SetArgs(args)
	h := &help{world: w}
	if err := errors.Join(completions(root, w), h.install(root)); err != nil {
		return err
	}
	return cmp.Or(root.Execute(), h.failed)
}

// errFindings ends a command that has reported findings at or above its
// --fail-on.
var errFindings = errors.New("there are findings")

// A failure is an error about the world: files, the disk, a mistake of ours.
// Any other error of a command is about the command line.
type failure struct{ error }

// Unwrap returns the error itself.
func (f failure) Unwrap() error { return f.error }

// In says the error in a language.
func (f failure) In(l i18n.Lang) string { return i18n.Say(f.error, l) }

func newRoot(w World) *cobra.Command {
	root := &cobra.Command{
		Use:   "soknad",
		Short: "Check a cluster project described in YAML, and assemble its application",
		Long: "soknad checks a cluster project that is described in a folder of YAML and Markdown,\n" +
			"and assembles the application to the Arena programme as Markdown and PDF.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
		RunE:          func(*cobra.Command, []string) error { return pflag.ErrHelp },
	}
	root.SetFlagErrorFunc(flagError)
	root.SetOut(w.Stdout)
	root.SetErr(w.Stderr)
	root.Version = w.Build.String()
	for _, g := range groups() {
		root.AddGroup(&cobra.Group{ID: g.title, Title: g.title + ":"})
		for i, command := range g.commands {
			c := command(w)
			c.GroupID, c.Annotations = g.title, map[string]string{place: fmt.Sprintf("%02d", i)}
			c.RunE = w.guarded(c.RunE)
			root.AddCommand(c)
		}
	}
	return root
}

// A group is the subcommands that people use for one purpose.
type group struct {
	title    string
	commands []func(World) *cobra.Command
}

// groups lists what makes the subcommands, in the order people come to need
// them.
func groups() []group {
	type commands = []func(World) *cobra.Command
	return []group{
		{"To write an application", commands{newInit, newPreview, newValidate, newExplain, newAssemble}},
		{"To see where it stands", commands{newStatus, newTrace, newRank, newAck, newDiff, newCalls}},
		{"To work with others", commands{newLetters, newExport, newImport}},
		{"To send it, and prove what was sent", commands{newBundle, newVerify, newExtract, newCheckPDF}},
		{"For editors and machines", commands{newSchema, newLSP, newVersion, newMan}},
	}
}

// options are what the commands that check an application have in common.
type options struct {
	world   World
	dir     string
	failOn  severityFlag
	lang    languageFlag
	reports targets
	only    []string
	skip    []string
	since   string
	today   dayFlag
	variant variantFlag
	root    *os.Root // of the latest job
	shard   shard
	// gathered is what comes of an application among several; it is nil when
	// there is one.
	gathered *finished

	memory *pipeline.Memory // of a command that works on the folder again and again
}

// registerLang lets a command be told in which language to speak.
func (o *options) registerLang(f *pflag.FlagSet) {
	f.Var(&o.lang, "lang", "speak nb, nn or en (default: the language of the locale)")
}

func (o *options) register(c *cobra.Command) {
	o.failOn.Severity = diag.Error
	f := c.Flags()
	f.Var(&o.failOn, "fail-on", "exit with status 1 when there are findings of this severity or worse: error, warning or note")
	o.registerLang(c.Flags())
	f.Var(&o.reports, "report", "write the findings as text, json, github, sarif or junit, to =FILE or else to standard output; repeatable")
	f.StringSliceVar(&o.only, "only", nil, "report only findings with these codes, such as REF001, or REF for all that begin so")
	f.StringSliceVar(&o.skip, "skip", nil, "leave out findings with these codes, or that begin so")
	f.StringVar(&o.since, "changed-since", "", "report only findings on lines that changed since this git revision")
	f.Var(&o.today, "today", "the day that silences with an end are held against, as YYYY-MM-DD (default: none)")
}

// notice says when the call is not known from its own documents.
func (o *options) notice(r *pipeline.Result) {
	if r.Call == nil || r.Call.About.Status == pipeline.Official {
		return
	}
	format := "notice: what %s asks for is reconstructed, not official (%s)"
	if r.Call.About.Status == pipeline.Partial {
		format = "notice: what %s asks for is known only in part (%s)"
	}
	where := r.Call.At("call").Span().File.Name
	if o.gathered == nil {
		o.tell(format, r.Call.About.ID, where)
		return
	}
	o.gathered.notice = o.printable(format, r.Call.About.ID, o.inFolder(where))
}

// tell says something about the work on standard error.
func (o *options) tell(format string, args ...any) {
	fmt.Fprintln(report.Harmless(o.world.Stderr), o.printable(format, args...))
}

// printable says something in the language to speak.
func (o *options) printable(format string, args ...any) string {
	return report.Printable(i18n.Msg(format, args...).In(o.language()))
}

// report writes the findings that were asked for and says with which status
// to end.
func (o *options) report(list diag.List) error {
	list, err := o.asked(list)
	if err != nil {
		return failure{err}
	}
	return o.reportAsked(list)
}

// reportAsked writes findings, all of which were asked for, and says with which
// status to end.
func (o *options) reportAsked(list diag.List) error {
	if o.gathered != nil {
		o.gather(list)
		return nil
	}
	return o.end(list)
}

// end writes findings and says with which status to end.
func (o *options) end(list diag.List) error {
	if err := o.write(list); err != nil {
		return failure{err}
	}
	if len(list) > 0 && list.Worst() >= o.failOn.Severity {
		return errFindings
	}
	return nil
}

// registerShard lets a command work on a part of many applications.
func (o *options) registerShard(f *pflag.FlagSet) {
	f.Var(&o.shard, "shard", "of the applications, take one part of so many, such as 2/4: the second, the sixth and so on by name")
}

// severityFlag is a flag that names a severity.
type severityFlag struct{ diag.Severity }

// Set reads "error", "warning" or "note".
func (f *severityFlag) Set(s string) error {
	for _, severity := range diag.Severities() {
		if severity.String() == s {
			f.Severity = severity
			return nil
		}
	}
	return i18n.Errorf("it can be error, warning or note")
}

// Type names the flag's value in the help.
func (f *severityFlag) Type() string { return "severity" }
