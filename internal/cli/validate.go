package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/pipeline"
)

// validateOptions are what validate can be told beside what assemble can.
type validateOptions struct {
	options
	fix, diff bool
}

func newValidate(w World) *cobra.Command {
	o := &validateOptions{options: options{world: w}}
	c := &cobra.Command{
		Use:   "validate [DIR...]",
		Short: "Report everything that is wrong with an application",
		Long: "validate checks the application in DIR, or in the current folder, and reports every finding in one run. Several\n" +
			"applications are checked side by side, and their findings are one report; one that fails does not stop the others.\n\n" +
			"Exit status: 0 nothing is wrong, 1 there are findings, 2 the command line is wrong, 3 the work could not be done.",
		RunE: func(_ *cobra.Command, args []string) error {
			if o.isMany(args) {
				return o.validateEach(args)
			}
			o.dir = folder(args)
			return o.validate()
		},
	}
	o.register(c)
	o.registerShard(c.Flags())
	c.Flags().BoolVar(&o.fix, "fix", false, "apply the cures that findings carry, and report what is left")
	c.Flags().BoolVar(&o.diff, "diff", false, "with --fix: show what would change, and change nothing")
	return c
}

func (o *validateOptions) validate() error {
	if o.fix {
		return o.cure()
	}
	if o.diff {
		return i18n.Errorf("--diff goes with --fix")
	}
	return o.validateOnce()
}

// validateOnce checks an application and reports what is wrong with it.
func (o *options) validateOnce() error {
	job, err := o.job()
	if err != nil {
		return err
	}
	result, err := o.checkedBy(pipeline.Validate, job)
	if err != nil {
		return err
	}
	o.notice(result)
	list, err := o.asked(result.Findings)
	if err != nil {
		return failure{err}
	}
	err = o.reportAsked(list)
	o.adviseOn(list)
	return err
}

// validateEach checks several applications.
func (o *validateOptions) validateEach(args []string) error {
	if o.fix || o.diff {
		return i18n.Errorf("--fix and --diff take one application at a time")
	}
	return o.each(args, func(one options) error { return errors.Join(one.validateOnce(), one.leave()) })
}

// cure applies the cures of the findings that were asked for.
func (o *validateOptions) cure() error {
	job, err := o.job()
	if err != nil {
		return err
	}
	var cured *pipeline.Cured
	err = o.during("curing the description", func() (err error) {
		cured, err = pipeline.Cure(job, o.isAsked)
		return err
	})
	if err != nil {
		return o.failed(err)
	}
	if o.diff {
		return o.showDiff(cured)
	}
	names, err := cured.Write(o.dir)
	if err != nil {
		return failure{err}
	}
	list, err := o.asked(cured.Findings)
	if err != nil {
		return failure{err}
	}
	err = o.reportAsked(list)
	o.tell("cures applied: %d; files changed: %d", cured.Applied, len(names))
	o.adviseOnLeft(list)
	return err
}

func (o *validateOptions) showDiff(cured *pipeline.Cured) error {
	patch, err := cured.Diff()
	if err != nil {
		return failure{err}
	}
	if _, err := o.world.Stdout.Write(patch); err != nil {
		return failure{err}
	}
	return nil
}
