package cli

import "github.com/spf13/cobra"

func newValidate(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "validate [DIR]",
		Short: "Report everything that is wrong with an application",
		Long: "validate checks the application in DIR, or in the current folder, and reports every finding in one run.\n\n" +
			"Exit status: 0 nothing is wrong, 1 there are findings, 2 the command line is wrong, 3 the work could not be done.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.validate()
		},
	}
	o.register(c)
	return c
}

func (o *options) validate() error {
	_, result, err := o.check()
	if err != nil {
		return err
	}
	return o.report(result.Findings)
}
