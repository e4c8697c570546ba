package cli

import (
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"soknad/internal/bundle"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
)

// errDiffers ends a verification that did not come to the same.
var errDiffers = fmt.Errorf("the bundle differs: %w", errFindings)

func newVerify(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "verify FILE.zip",
		Short: "Make what a bundle holds again, and say whether it is the same",
		Long: "verify reads a bundle, makes the application again from the inputs and the call pack inside it, and says of each file\n" +
			"whether it is the same. It reads nothing else and writes nothing.\n\n" +
			"Exit status: 0 all is the same, 1 something differs, 2 the command line is wrong, 3 the bundle cannot be read.",
		Args: takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return o.verify(args[0])
		},
	}
	o.registerLang(c.Flags())
	return c
}

func (o *options) verify(name string) error {
	data, err := pipeline.ReadBundle(name)
	if err != nil {
		return failure{err}
	}
	b, err := bundle.Read(data)
	if err != nil {
		return failure{i18n.Errorf("%s: %v", name, err)}
	}
	var again map[string][]byte
	err = o.during("making the document again", func() (err error) {
		again, err = o.again(b)
		return err
	})
	if err != nil {
		return failure{i18n.Errorf("%s: %v", name, err)}
	}
	judged := b.Judge(again)
	if err := o.showJudged(judged); err != nil {
		return failure{err}
	}
	return o.conclude(b, judged, bundle.Sum(data))
}

// again makes the outputs of a bundle again, by name. There are none when its
// inputs no longer come to a document.
func (o *options) again(b *bundle.Bundle) (map[string][]byte, error) {
	job, err := pipeline.Unpack(b)
	if err != nil {
		return nil, err
	}
	as, err := remaking(o.world, b.Manifest.Terms)
	if err != nil {
		return nil, err
	}
	result, err := pipeline.Check(job)
	if err != nil || result.Document == nil {
		return nil, err
	}
	files, _, err := as.outputs(job, result)
	return pipeline.ByName(files), err
}

// remaking returns the options that a bundle was made with.
func remaking(w World, t bundle.Terms) (*bundleOptions, error) {
	o := &bundleOptions{options: options{world: w}, making: newMaking()}
	o.draft = t.Draft
	return o, errors.Join(o.lang.Set(t.Language), o.annexes.Set(t.Annexes))
}

// showJudged writes a line for each file.
func (o *options) showJudged(judged []bundle.Judged) error {
	say := func(words string) string { return i18n.Msg(words).In(o.language()) }
	words := map[bundle.Verdict]string{
		bundle.Same:     say("same"),
		bundle.Differs:  say("now comes out otherwise"),
		bundle.Altered:  say("altered after it was bundled"),
		bundle.Missing:  say("missing from the bundle"),
		bundle.Unlisted: say("added after it was bundled"),
		bundle.Unmade:   say("no longer comes out"),
	}
	table := tabwriter.NewWriter(o.world.output("text"), 0, 0, 2, ' ', 0)
	for _, j := range judged {
		fmt.Fprintf(table, "%s\t%s\n", report.Printable(j.Name), words[j.Verdict])
	}
	return table.Flush()
}

// conclude says what the verification comes to.
func (o *options) conclude(b *bundle.Bundle, judged []bundle.Judged, sum string) error {
	differing := 0
	for _, j := range judged {
		if j.Verdict != bundle.Same {
			differing++
		}
	}
	say := func(words string, args ...any) {
		fmt.Fprintln(o.world.output("text"), i18n.Msg(words, args...).In(o.language()))
	}
	if b.Manifest.Sent != "" {
		say("sent: %s", b.Manifest.Sent)
	}
	say("SHA-256 of the bundle: %s", sum)
	if b.Manifest.Tool != o.world.Build.Version {
		say("made with soknad %s, made again with %s", b.Manifest.Tool, o.world.Build.Version)
	}
	switch {
	case differing > 0:
		say("files that are not the same: %d of %d", differing, len(judged))
		return errDiffers
	case !b.Whole():
		say("the files are the same, but the zip around them was altered")
		return errDiffers
	}
	say("all %d files are the same", len(judged))
	return nil
}
