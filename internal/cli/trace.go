package cli

import (
	"github.com/spf13/cobra"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/trace"
)

// traceOptions are what trace can be told.
type traceOptions struct {
	options
	format formatFlag
}

func newTrace(w World) *cobra.Command {
	o := &traceOptions{options: options{world: w}, format: formatFlag{name: "text", names: []string{"text", "mermaid", "dot", "json"}}}
	c := &cobra.Command{
		Use:   "trace [ID]",
		Short: "Show where something comes from and what it leads to",
		Long: "trace follows an id through the application: from the workshop where it was said, over inputs, focus areas and goals,\n" +
			"to activities, participants and kroner, and back. Without an id it lists where the chain breaks off.\n\n" +
			"Exit status: 0 all is well, 1 the chain breaks off, 2 the command line is wrong, 3 the work could not be done.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return o.trace(args)
		},
	}
	f := c.Flags()
	f.StringVar(&o.dir, "dir", ".", "the application's folder")
	f.Var(&o.format, "format", "write text, mermaid, dot or json")
	o.registerLang(c.Flags())
	return c
}

func (o *traceOptions) trace(args []string) error {
	_, result, err := o.described()
	if err != nil {
		return err
	}
	if result.Findings.Worst() == diag.Error {
		o.tell("notice: the description has errors, and the trace may be incomplete; see soknad validate")
	}
	t := result.Project.Trace()
	holes := t.Holes(result.Project)
	w := trace.Writer{W: o.world.output(o.format.name), Lang: o.language()}
	if len(args) == 0 && o.format.name == "text" {
		return o.holes(w, holes)
	}
	found := []*model.TraceNode{nil} // all of it
	if len(args) > 0 {
		if found = t.Find(args[0]); len(found) == 0 {
			return noTrace(t, args[0])
		}
	}
	for _, n := range found {
		if err := o.show(w, t, n, holes); err != nil {
			return failure{err}
		}
	}
	return nil
}

func (o *traceOptions) holes(w trace.Writer, holes []model.Hole) error {
	if err := w.Holes(holes); err != nil {
		return failure{err}
	}
	if len(holes) > 0 {
		return errFindings
	}
	return nil
}

// show writes the trace of one node, or of all when it is nil.
func (o *traceOptions) show(w trace.Writer, t *model.Trace, n *model.TraceNode, holes []model.Hole) error {
	switch o.format.name {
	case "mermaid":
		return w.Mermaid(t, n)
	case "dot":
		return w.Dot(t, n)
	case "json":
		return w.JSON(t, n, holes)
	default:
		return w.Node(n)
	}
}

// noTrace says that nothing has an id, and which was likely meant.
func noTrace(t *model.Trace, id string) error {
	var ids []string
	for _, n := range t.Nodes {
		ids = append(ids, n.ID)
	}
	if nearest := diag.Nearest(id, ids); nearest != "" {
		return i18n.Errorf("nothing has the id %q; did you mean %q?", id, nearest)
	}
	return i18n.Errorf("nothing has the id %q", id)
}
