package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/report"
	"soknad/internal/rules"
	"soknad/templates"
)

// completions makes shells complete what commands and flags can be given: ids
// and names of the application at hand, codes, and words to choose from.
func completions(root *cobra.Command, w World) error {
	var errs []error
	for _, c := range root.Commands() {
		c.ValidArgsFunction = arguments(c.Name(), w)
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if complete := values(c.Name(), f, w); complete != nil {
				errs = append(errs, c.RegisterFlagCompletionFunc(f.Name, complete))
			}
		})
	}
	return errors.Join(errs...)
}

// arguments completes the arguments of a command.
func arguments(command string, w World) cobra.CompletionFunc {
	switch command {
	case "explain":
		return codes(w)
	case "trace":
		return ids(w, everything)
	case "ack":
		return acknowledgeable(w)
	case "calls":
		return calls
	case "export":
		return parts(pipeline.Exported())
	case "import":
		return parts(pipeline.Imported())
	case "verify":
		return ending("zip")
	case "extract", "check-pdf":
		return ending("pdf")
	default:
		return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	}
}

// values completes the values of a flag; nil leaves it to the shell.
func values(command string, f *pflag.Flag, w World) cobra.CompletionFunc {
	if chosen, ok := f.Value.(interface{ choices() []string }); ok {
		return cobra.FixedCompletions(chosen.choices(), cobra.ShellCompDirectiveNoFileComp)
	}
	switch {
	case f.Name == "call":
		return calls
	case f.Name == "only" && command == "letters":
		return ids(w, func(r *pipeline.Result) []cobra.Completion {
			var all []cobra.Completion
			for i := range r.Project.Participants {
				q := &r.Project.Participants[i]
				all = append(all, cobra.CompletionWithDesc(q.ID, report.Printable(q.Name)))
			}
			return all
		})
	case f.Name == "only" || f.Name == "skip":
		return codes(w)
	}
	return nil
}

// codes completes the codes of rules.
func codes(w World) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		o := &options{world: w}
		var all []cobra.Completion
		for _, r := range rules.All() {
			all = append(all, cobra.CompletionWithDesc(string(r.Code), i18n.Msg(r.Title).In(o.language())))
		}
		return all, cobra.ShellCompDirectiveNoFileComp
	}
}

// ids completes ids of the application that the command is about. Where none
// can be read there is nothing to complete.
func ids(w World, of func(*pipeline.Result) []cobra.Completion) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		o := &options{world: w, dir: "."}
		if dir := c.Flags().Lookup("dir"); dir != nil {
			o.dir = dir.Value.String()
		} else {
			o.dir = folder(args)
		}
		job, err := o.job()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		r, err := pipeline.CheckDescription(job)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return of(r), cobra.ShellCompDirectiveNoFileComp
	}
}

// everything completes the ids of all that can be traced.
func everything(r *pipeline.Result) []cobra.Completion {
	var all []cobra.Completion
	for _, n := range r.Project.Trace().Nodes {
		all = append(all, cobra.CompletionWithDesc(n.ID, report.Printable(n.Title)))
	}
	return all
}

// acknowledgeable completes the ids that can be given to ack and are not there
// yet.
func acknowledgeable(w World) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return ids(w, func(r *pipeline.Result) []cobra.Completion {
			can := r.Project.AnsweringIDs()
			return slices.DeleteFunc(everything(r), func(c cobra.Completion) bool {
				id, _, _ := strings.Cut(c, "\t")
				return !slices.Contains(can, id) || slices.Contains(args, id)
			})
		})(c, args, begun)
	}
}

// parts completes what can be exchanged; behind it stand a file or a folder.
func parts(all []pipeline.Exchanged) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		var names []cobra.Completion
		for _, k := range all {
			names = append(names, string(k))
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// calls completes the names of call packs.
func calls(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	names, err := pipeline.Calls(templates.FS())
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return names, cobra.ShellCompDirectiveDefault
}

// ending completes files by the end of their names.
func ending(extension string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return []cobra.Completion{extension}, cobra.ShellCompDirectiveFilterFileExt
	}
}

// choices lists what a severity can be.
func (f *severityFlag) choices() []string {
	var all []string
	for _, s := range diag.Severities() {
		all = append(all, s.String())
	}
	return all
}

// choices lists what a language can be.
func (f *languageFlag) choices() []string {
	var all []string
	for _, l := range i18n.Langs() {
		all = append(all, string(l))
	}
	return all
}

// choices lists what a format can be.
func (f *formatFlag) choices() []string { return f.names }

// choices lists what a variant can be.
func (f *variantFlag) choices() []string { return pipeline.Variants() }

// choices lists what a report can be.
func (t *targets) choices() []string { return formats() }
