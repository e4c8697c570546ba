package cli

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"soknad/internal/pipeline"
)

// lettersOptions are what letters can be told.
type lettersOptions struct {
	options
	participants []string
}

func newLetters(w World) *cobra.Command {
	o := &lettersOptions{options: options{world: w}}
	c := &cobra.Command{
		Use:   "letters [DIR]",
		Short: "Write a commitment sheet per participant, to read, sign and return",
		Long: "letters writes a sheet for each participant that has not declined to build/letters in DIR, or in the current folder, as\n" +
			"Markdown and PDF: what the cluster will do, what the participant wants and brings, and what it takes part in. It says\n" +
			"nothing of other participants' money. index.md lists the sheets.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.letters()
		},
	}
	f := c.Flags()
	f.StringSliceVar(&o.participants, "only", nil, "write only the sheets of the participants with these ids")
	o.registerLang(c.Flags())
	return c
}

func (o *lettersOptions) letters() error {
	job, result, err := o.described()
	if err != nil {
		return err
	}
	var files []pipeline.File
	err = o.during("making the sheets", func() (err error) {
		files, err = result.Letters(job, o.participants)
		return err
	})
	if err != nil {
		return failure{err}
	}
	write := pipeline.WriteBuild
	if len(o.participants) > 0 {
		write = pipeline.AddBuild
	}
	if err := write(o.dir, pipeline.LettersDir, files); err != nil {
		return failure{err}
	}
	to := filepath.Join(o.dir, pipeline.BuildDir, pipeline.LettersDir)
	if sheets := len(files) / 2; sheets == 1 {
		o.tell("wrote 1 sheet to %s", to)
	} else {
		o.tell("wrote %d sheets to %s", sheets, to)
	}
	o.advise("next: send each its sheet, and write what comes back as commitment; soknad status%s says who has not answered", o.there())
	return nil
}
