package cli

import (
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/templates"
)

func newCalls(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "calls [ID]",
		Short: "List the call packs, or show what one of them asks for",
		Long: "calls lists the call packs that come with soknad. With an id, such as arena-2012, or the folder of a pack of your own,\n" +
			"it shows what that call asks for, where each value comes from, and what is not known and therefore not checked.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return o.listCalls()
			}
			return o.showCall(args[0])
		},
	}
	o.registerLang(c.Flags())
	return c
}

// listCalls writes a line for each pack.
func (o *options) listCalls() error {
	names, err := pipeline.Calls(templates.FS())
	if err != nil {
		return failure{err}
	}
	table := tabwriter.NewWriter(o.world.output("text"), 0, 0, 2, ' ', 0)
	for _, name := range names {
		c, _, err := pipeline.ReadCall(templates.FS(), templates.FS(), name)
		if err != nil {
			return failure{err}
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", name, c.About.Status, c.About.Title.In(o.language()))
	}
	if err := table.Flush(); err != nil {
		return failure{err}
	}
	return nil
}

// showCall writes what a call asks for.
func (o *options) showCall(name string) error {
	root, err := os.OpenRoot(".")
	if err != nil {
		return failure{err}
	}
	c, list, err := pipeline.ReadCall(root.FS(), templates.FS(), name)
	if err != nil {
		return failure{err}
	}
	if c == nil {
		return noCall(name)
	}
	if list.Worst() == diag.Error {
		return o.report(list)
	}
	return o.writeCall(c)
}

// noCall says that there is no such call, and which was likely meant.
func noCall(name string) error {
	names, err := pipeline.Calls(templates.FS())
	if err != nil {
		return failure{err}
	}
	if nearest := diag.Nearest(name, names); nearest != "" {
		return i18n.Errorf("there is no call %q; did you mean %q?", name, nearest)
	}
	return i18n.Errorf("there is no call %q; there are %s, and folders of your own", name, strings.Join(names, ", "))
}

// writeCall writes a call: what it is, its outline, what is checked and what
// is not known.
func (o *options) writeCall(c *call.Call) error {
	l := o.language()
	say := func(words string, args ...any) string { return i18n.Msg(words, args...).In(l) }
	table := tabwriter.NewWriter(o.world.output("text"), 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "%s: %s\n%s: %s\n", c.About.ID, c.About.Title.In(l), say("status"), c.About.Status)
	if note := c.About.Note.In(l); note != "" {
		fmt.Fprintf(table, "\n%s\n", note)
	}
	fmt.Fprintf(table, "\n%s\n", say("Sections; those with a star are required"))
	for _, s := range c.Sections {
		fmt.Fprintf(table, "  %s\t%s%s\n", s.ID, s.Title.In(l), star(s.Required))
	}
	fmt.Fprintf(table, "\n%s\n", say("Known, each with its source and how surely"))
	for _, v := range c.Values() {
		if v.Known {
			fmt.Fprintf(table, "  %s\t%s (%s)\t%s\n", v.Path, v.Source, v.Confidence, v.Text)
		}
	}
	fmt.Fprintf(table, "\n%s\n", say("Not known, and therefore not checked"))
	for _, v := range c.Values() {
		if !v.Known {
			fmt.Fprintf(table, "  %s\t%s%s\n", v.Path, cmp.Or(v.Source, "–"), times(v.Count))
		}
	}
	if err := table.Flush(); err != nil {
		return failure{err}
	}
	return nil
}

func star(required bool) string {
	if required {
		return " *"
	}
	return ""
}

// times says how many parts of the call lack the same thing.
func times(count int) string {
	if count == 1 {
		return ""
	}
	return "  " + strconv.Itoa(count) + " ×"
}
