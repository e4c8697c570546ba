package cli

import (
	"errors"
	"math"

	"github.com/spf13/cobra"

	"soknad/internal/pipeline"
)

func newAck(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "ack ID...",
		Short: "Record that goals or activities still answer what was said",
		Long: "ack writes the fingerprints of what goals and activities answer, as it is now, to their answers_as_of: the focus areas,\n" +
			"the challenges and the inputs behind them. When one of these changes, validate says so until somebody has looked and\n" +
			"run ack again. An input that a goal does not answer can be taken out of its answers_as_of; ack then leaves it out.\n" +
			"Nothing else in the files changes.",
		Args: takes(1, math.MaxInt),
		RunE: func(_ *cobra.Command, args []string) error {
			return o.acknowledge(args)
		},
	}
	f := c.Flags()
	f.StringVar(&o.dir, "dir", ".", "the application's folder")
	o.registerLang(c.Flags())
	return c
}

func (o *options) acknowledge(ids []string) error {
	job, err := o.job()
	if err != nil {
		return err
	}
	names, err := pipeline.Acknowledge(job, o.dir, ids)
	var unknown *pipeline.UnknownID
	if errors.As(err, &unknown) {
		return err
	}
	if err != nil {
		return o.failed(err)
	}
	o.tell("records looked at: %d; files changed: %d", len(ids), len(names))
	return nil
}
