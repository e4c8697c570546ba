package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/rules"
)

func newExplain(w World) *cobra.Command {
	o := &options{world: w}
	c := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Explain a finding: what it means, why, and its cure",
		Long: "explain shows the page of the rule with the given code, such as REF001, or name. Without a code it lists all rules,\n" +
			"each with its severity.",
		Args: takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(w.Stdout, o.language())
			}
			return explain(w.Stdout, args[0], o.language())
		},
	}
	o.registerLang(c.Flags())
	return c
}

// listRules writes a line for each rule.
func listRules(w io.Writer, l i18n.Lang) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules.All() {
		fmt.Fprintf(table, "%s\t%s\t%s\n", r.Code, i18n.Msg(r.Severity.String()).In(l), i18n.Msg(r.Title).In(l))
	}
	if err := table.Flush(); err != nil {
		return failure{err}
	}
	return nil
}

func explain(w io.Writer, code string, l i18n.Lang) error {
	r, ok := rules.Find(code)
	if !ok {
		return noRule(code)
	}
	if _, err := io.WriteString(w, plainPage(r, l)); err != nil {
		return failure{err}
	}
	return nil
}

// noRule says that a code is no rule's, and which was likely meant.
func noRule(code string) error {
	var codes []string
	for _, r := range rules.All() {
		codes = append(codes, string(r.Code), r.Name)
	}
	if nearest := diag.Nearest(code, codes); nearest != "" {
		return i18n.Errorf("there is no rule %q; did you mean %q?", code, nearest)
	}
	return i18n.Errorf("there is no rule %q; soknad explain lists them", code)
}

// plainPage turns a rule's page into text for a terminal: headings become
// labels, and blocks of code are indented below the names of their files.
func plainPage(r *rules.Rule, l i18n.Lang) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s (%s)\n%s\n", r.Code, r.Name, i18n.Msg(r.Severity.String()).In(l), i18n.Msg(r.Title).In(l))
	inCode := false
	for line := range strings.Lines(afterTitle(r.Page(l))) {
		switch info, isFence := strings.CutPrefix(line, "```"); {
		case isFence && !inCode:
			inCode = true
			if _, file, named := strings.Cut(strings.TrimSpace(info), " "); named {
				fmt.Fprintf(&out, "    # %s\n", file)
			}
		case isFence:
			inCode = false
		case inCode && line != "\n":
			out.WriteString("    " + line)
		default:
			out.WriteString(labelled(line))
		}
	}
	return out.String()
}

// afterTitle leaves out a page's first line, its title.
func afterTitle(page string) string {
	_, rest, _ := strings.Cut(page, "\n")
	return rest
}

// labelled makes a heading of a page a label, and leaves other lines as they
// are.
func labelled(line string) string {
	heading, ok := strings.CutPrefix(strings.TrimSpace(line), "## ")
	if !ok {
		return line
	}
	return strings.ToUpper(heading) + "\n"
}
