package cli

import (
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/report"
)

func newRank(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "rank [DIR]",
		Short: "Show how the participants rank the focus areas, beside the order chosen",
		Long: "rank takes the mean of the partners' priorities from 0 to 3 for each focus area and shows it beside the rank that was\n" +
			"chosen, with how far the partners differ and who differs most. Each partner counts the same, unless priority_weights of\n" +
			"the application says how much each kind of participant counts. Equal means share a rank, written =2.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.dir = folder(args)
			return o.rank()
		},
	}
	o.registerLang(c.Flags())
	return c
}

func (o *options) rank() error {
	_, result, err := o.described()
	if err != nil {
		return err
	}
	if err := o.showRanking(result.Project); err != nil {
		return failure{err}
	}
	return nil
}

// showRanking writes the table, who sees things otherwise, and the method.
func (o *options) showRanking(p *model.Project) error {
	say := func(words string, args ...any) string { return i18n.Msg(words, args...).In(o.language()) }
	table := tabwriter.NewWriter(o.world.output("text"), 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n",
		say("chosen"), say("participants"), say("mean"), say("spread"), say("answers"), say("the focus area"))
	ranking := p.Ranking()
	for _, r := range ranking {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%s\n", orDash(r.Priority), shared(r),
			i18n.Decimal(r.Mean, 2, o.language()), i18n.Decimal(r.Spread, 2, o.language()), r.Votes, report.Printable(r.Title))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, r := range ranking {
		if err := o.apart(r, say); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(o.world.output("text"), o.method(p, say))
	return err
}

// method says how the ranking is reckoned.
func (o *options) method(p *model.Project, say func(string, ...any) string) string {
	var weights []string
	for _, kind := range model.Kinds() {
		if w := p.Weight(kind); w != 1 {
			name, _ := i18n.Word("kind."+kind, o.language())
			weights = append(weights, fmt.Sprintf("%s ×%d", name, w))
		}
	}
	if len(weights) == 0 {
		return say("method: the mean of the partners' priorities from 0 to 3, each partner counting once")
	}
	return say("method: the mean of the partners' priorities from 0 to 3, by weight: %s; others ×1", strings.Join(weights, ", "))
}

// shared writes the participants' rank of a focus area: =2 when others have
// it too, and a dash when nobody ranked it.
func shared(r model.Ranked) string {
	if r.Votes > 0 && r.Tied {
		return "=" + strconv.Itoa(r.Rank)
	}
	return orDash(min(r.Votes, 1) * r.Rank)
}

// apart writes which partners see a focus area otherwise than most.
func (o *options) apart(r model.Ranked, say func(string, ...any) string) error {
	for _, q := range r.Apart {
		_, err := fmt.Fprintln(o.world.output("text"), say("%s gives %q %d, and the mean is %s",
			q.Called(), r.Title, q.Priorities[r.ID], i18n.Decimal(r.Mean, 2, o.language())))
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
