package cli

import (
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/pipeline"
	"soknad/internal/report"
)

func newRank(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "rank [DIR]",
		Short: "Show how the participants rank the focus areas, beside the order chosen",
		Long: "rank takes the mean of the partners' priorities from 0 to 3 for each focus area, each partner counting the same, and\n" +
			"shows it beside the rank that was chosen, with how far the partners differ and who differs most. Equal means share a rank.",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.rank()
		},
	}
	c.Flags().Var(&o.lang, "lang", "speak nb, nn or en (default: the language of the locale)")
	return c
}

func (o *options) rank() error {
	job, err := o.job()
	if err != nil {
		return err
	}
	result, err := pipeline.CheckDescription(job)
	if err != nil {
		return o.failed(err)
	}
	say := func(words string, args ...any) string { return i18n.Msg(words, args...).In(o.language()) }
	table := tabwriter.NewWriter(o.world.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n",
		say("chosen"), say("participants"), say("mean"), say("spread"), say("answers"), say("the focus area"))
	for _, r := range result.Project.Ranking() {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%s\n", orDash(r.Priority), orDash(min(r.Votes, 1)*r.Rank),
			i18n.Decimal(r.Mean, 2, o.language()), i18n.Decimal(r.Spread, 2, o.language()), r.Votes, report.Printable(r.Title))
	}
	if err := table.Flush(); err != nil {
		return failure{err}
	}
	for _, r := range result.Project.Ranking() {
		if err := o.apart(r, say); err != nil {
			return failure{err}
		}
	}
	return nil
}

// apart writes which partners see a focus area otherwise than most.
func (o *options) apart(r model.Ranked, say func(string, ...any) string) error {
	for _, q := range r.Apart {
		_, err := fmt.Fprintln(o.world.Stdout, report.Printable(say("%s gives %q %d, and the mean is %s",
			q.Called(), r.Title, q.Priorities[r.ID], i18n.Decimal(r.Mean, 2, o.language()))))
		if err != nil {
			return err
		}
	}
	return nil
}

// orDash writes a rank, or a dash when there is none.
func orDash(rank int) string {
	if rank == 0 {
		return "–"
	}
	return strconv.Itoa(rank)
}
