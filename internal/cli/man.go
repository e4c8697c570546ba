package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/pipeline"
)

func newMan(w World) *cobra.Command {
	return &cobra.Command{
		Use:    "man DIR",
		Short:  "Write the manual pages to a folder",
		Hidden: true,
		Args:   takes(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			files := []pipeline.File{manPage(c.Root(), w.Build.Version)}
			for _, command := range c.Root().Commands() {
				if command.IsAvailableCommand() {
					files = append(files, manPage(command, w.Build.Version))
				}
			}
			if err := pipeline.Create(args[0], files); err != nil {
				return failure{err}
			}
			return nil
		},
	}
}

// manPage writes a command's manual page, in section 1.
func manPage(c *cobra.Command, version string) pipeline.File {
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	var out strings.Builder
	fmt.Fprintf(&out, ".TH \"%s\" 1 \"\" \"soknad %s\" \"soknad\"\n", strings.ToUpper(roff(name)), roff(version))
	fmt.Fprintf(&out, ".SH NAME\n%s \\- %s\n", roff(name), roff(c.Short))
	fmt.Fprintf(&out, ".SH SYNOPSIS\n.B %s\n", roff(c.UseLine()))
	fmt.Fprintf(&out, ".SH DESCRIPTION\n%s", paragraphs(c))
	if c.LocalFlags().HasAvailableFlags() {
		out.WriteString(".SH OPTIONS\n")
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { out.WriteString(manFlag(f)) })
	}
	out.WriteString(".SH SEE ALSO\n" + seeAlso(c) + "\n")
	return pipeline.File{Name: name + ".1", Data: []byte(out.String())}
}

// paragraphs writes what a command does.
func paragraphs(c *cobra.Command) string {
	long := c.Long
	if long == "" {
		long = c.Short + "."
	}
	var out strings.Builder
	for _, paragraph := range strings.Split(long, "\n\n") {
		out.WriteString(".PP\n" + roff(paragraph) + "\n")
	}
	return out.String()
}

// manFlag writes an option.
func manFlag(f *pflag.Flag) string {
	value, usage := pflag.UnquoteUsage(f)
	short := ""
	if f.Shorthand != "" {
		short = "-" + f.Shorthand + ", "
	}
	if value != "" {
		value = " \\fI" + roff(value) + "\\fR"
	}
	return ".TP\n\\fB" + roff(short+"--"+f.Name) + "\\fR" + value + "\n" + roff(usage) + "\n"
}

// seeAlso names the pages of the other commands, or the one above.
func seeAlso(c *cobra.Command) string {
	if c.HasParent() {
		return ".BR " + roff(c.Parent().Name()) + " (1)"
	}
	var pages []string
	for _, command := range c.Commands() {
		if command.IsAvailableCommand() {
			pages = append(pages, ".BR "+roff(c.Name()+"-"+command.Name())+" (1)")
		}
	}
	return strings.Join(pages, ",\n")
}

// roff writes a text so that no sign of it is taken for a command.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", `\[u2026]`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
