package cli

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"soknad/internal/compare"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// diffOptions are what diff can be told.
type diffOptions struct {
	options
	format    formatFlag
	sinceSent bool
}

func newDiff(w World) *cobra.Command {
	o := &diffOptions{options: options{world: w}, format: formatFlag{name: "text", names: []string{"text", "markdown", "json"}}}
	c := &cobra.Command{
		Use:   "diff OLD [NEW]",
		Short: "Show what changed between two states of an application, in project words",
		Long: "diff compares two states of an application: who joined, left or bound itself, what was sharpened word by word, what\n" +
			"moved by how many months, what costs or pays otherwise, and which findings appeared and vanished.\n\n" +
			"OLD and NEW are folders; what is no folder is a git revision of the application in --dir, such as HEAD~3 or v1.\n" +
			"Without NEW it is the folder --dir as it is now. With --since-sent, OLD is what was sent last.\n\n" +
			"Exit status: 0 the two were compared, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			return o.diff(args)
		},
	}
	f := c.Flags()
	f.StringVar(&o.dir, "dir", ".", "the application's folder")
	f.BoolVar(&o.sinceSent, "since-sent", false, "compare with what was sent last, instead of with OLD")
	f.Var(&o.format, "format", "write text, markdown or json")
	o.registerLang(c.Flags())
	return c
}

func (o *diffOptions) diff(args []string) error {
	old, current, err := o.jobs(args)
	if err != nil {
		return err
	}
	before, err := o.state(old)
	if err != nil {
		return err
	}
	now, err := o.state(current)
	if err != nil {
		return err
	}
	c := compare.Between(before, now)
	write := map[string]func(io.Writer, i18n.Lang) error{"text": c.WriteText, "markdown": c.WriteMarkdown, "json": c.WriteJSON}
	if err := write[o.format.name](o.world.output(o.format.name), o.language()); err != nil {
		return failure{err}
	}
	return nil
}

// jobs describes the work on the two states.
func (o *diffOptions) jobs(args []string) (old, current pipeline.Job, err error) {
	switch {
	case o.sinceSent && len(args) > 1:
		return old, current, i18n.Errorf("with --since-sent, only NEW can be given")
	case o.sinceSent:
		old, err = o.lastSent()
	case len(args) == 0:
		return old, current, i18n.Errorf("OLD is missing: a folder, or a git revision")
	default:
		old, err = o.jobAt(args[0])
		args = args[1:]
	}
	if err != nil {
		return old, current, err
	}
	current, err = o.jobAt(append(args, o.dir)[0])
	return old, current, err
}

func (o *diffOptions) lastSent() (pipeline.Job, error) {
	job, err := pipeline.LastSent(o.dir)
	if err != nil {
		return job, failure{err}
	}
	return job, nil
}

// jobAt describes the work on a folder, or on the application's folder as it
// was at a revision.
func (o *diffOptions) jobAt(name string) (pipeline.Job, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		folder := o.options
		folder.dir = name
		return folder.job()
	}
	job, err := o.job()
	if err != nil {
		return job, err
	}
	if job.Files, err = pipeline.Revision(o.dir, name); err != nil {
		return job, failure{i18n.Errorf("%s is no folder, and no revision that can be read: %v", name, err)}
	}
	return job, nil
}

// state checks one of the two.
func (o *diffOptions) state(job pipeline.Job) (compare.State, error) {
	r, err := pipeline.Validate(job)
	if err != nil {
		return compare.State{}, failure{err}
	}
	return compare.State{Project: r.Project, Call: r.Call, Findings: r.Findings}, nil
}
