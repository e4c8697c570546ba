package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/lazyregexp"
)

// place is the annotation of a command that holds its place in its group.
const place = "place"

// A page of help is being written, to lines of a width. It asks for everything
// that it says by the English words.
type page struct {
	strings.Builder
	width     int
	translate func(english string) string
}

// helpPage writes the page of a command.
func helpPage(c *cobra.Command, width int, translate func(string) string) string {
	p := &page{width: width, translate: translate}
	p.about(c)
	p.usage(c)
	p.commands(c)
	p.flags(p.say("Flags:"), c.Name(), c.LocalFlags())
	p.flags(p.say("Flags of all commands:"), c.Name(), c.InheritedFlags())
	if c.HasAvailableSubCommands() {
		p.paragraph(p.say(`Use "%s [command] --help" for more information about a command.`, c.CommandPath()))
	}
	return strings.TrimLeft(p.String(), "\n")
}

// say says something that has arguments.
func (p *page) say(format string, args ...any) string {
	return fmt.Sprintf(p.translate(format), args...)
}

// about says what a command does. What is indented is to be typed as it stands,
// and a heading needs no signs before it.
func (p *page) about(c *cobra.Command) {
	if c.Long == "" {
		p.paragraph(p.translate(c.Short) + ".")
		return
	}
	for _, text := range strings.Split(strings.TrimSpace(c.Long), "\n\n") {
		if strings.HasPrefix(text, "\t") {
			p.WriteString("\n" + strings.TrimRight(strings.ReplaceAll(text, "\t", "    "), "\n ") + "\n")
			continue
		}
		p.paragraph(p.translate(strings.Join(strings.Fields(strings.TrimPrefix(text, "#### ")), " ")))
	}
}

// paragraph writes a text below an empty line.
func (p *page) paragraph(text string) {
	p.WriteString("\n" + strings.Join(lines(text, p.width), "\n") + "\n")
}

// usage says how a command is written.
func (p *page) usage(c *cobra.Command) {
	p.WriteString("\n" + p.say("Usage:") + "\n")
	use := c.UseLine()
	if c.HasAvailableSubCommands() {
		use = c.CommandPath() + " [command]"
	}
	p.WriteString("  " + standsFor().ReplaceAllStringFunc(use, p.translate) + "\n")
	if len(c.Aliases) > 0 {
		p.WriteString("\n" + p.say("Other names:") + "\n  " + strings.Join(c.Aliases, ", ") + "\n")
	}
}

// commands lists the commands below a command, group by group, and those of no
// group at the end.
func (p *page) commands(c *cobra.Command) {
	for _, g := range c.Groups() {
		p.group(p.translate(g.ID)+":", c, g.ID)
	}
	if len(c.Groups()) == 0 {
		p.group(p.say("Commands:"), c, "")
		return
	}
	p.group(p.say("Other commands:"), c, "")
}

// group lists the commands of a group, in the order people come to need them.
func (p *page) group(heading string, c *cobra.Command, id string) {
	all := slices.DeleteFunc(slices.Clone(c.Commands()), func(c *cobra.Command) bool {
		return c.GroupID != id || !c.IsAvailableCommand() && c.Name() != "help"
	})
	slices.SortStableFunc(all, func(a, b *cobra.Command) int { return strings.Compare(a.Annotations[place], b.Annotations[place]) })
	var rows [][2]string
	for _, c := range all {
		rows = append(rows, [2]string{"  " + c.Name(), p.translate(c.Short)})
	}
	p.table(heading, rows, 12)
}

// flags lists flags, each with its value and what it does.
func (p *page) flags(heading, command string, flags *pflag.FlagSet) {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "      --" + f.Name
		if f.Shorthand != "" {
			name = "  -" + f.Shorthand + ", --" + f.Name
		}
		if value := valueName(command, f); value != "" {
			name += " " + p.translate(value)
		}
		rows = append(rows, [2]string{name, p.effect(f)})
	})
	p.table(heading, rows, 0)
}

// effect says what a flag does, and its value when it is not given.
func (p *page) effect(f *pflag.Flag) string {
	switch value := f.DefValue; value {
	case "", "0", "false", "[]":
		return p.described(f.Usage)
	case ".":
		return p.described(f.Usage) + " " + p.say("(default: the current folder)")
	default:
		return p.described(f.Usage) + " " + p.say("(default: %s)", value)
	}
}

// described says what a flag is for. The words of cobra's own flags hold the
// name of the command.
func (p *page) described(usage string) string {
	for _, format := range []string{"help for %s", "version for %s"} {
		if name, ok := strings.CutPrefix(usage, strings.TrimSuffix(format, "%s")); ok {
			return p.say(format, name)
		}
	}
	return p.translate(usage)
}

// standsFor finds what stands for an argument in the line of how a command is
// written.
var standsFor = lazyregexp.New(`[A-Z]{2,}|\[(command|flags)\]`)

// valueName returns what a flag's value is, "" for a flag that has none. The
// types of the language that soknad is written in mean nothing to those who
// use it.
func valueName(command string, f *pflag.Flag) string {
	if f.Value.Type() == "bool" {
		return ""
	}
	names := valueNames()
	return cmp.Or(names[command+" "+f.Name], names[f.Name], f.Value.Type())
}

// valueNames says what the values of flags are, where their types do not. One
// flag can take different things at different commands.
func valueNames() map[string]string {
	return map[string]string{
		"annexes": "way", "call": "call", "changed-since": "revision", "ci": "service", "contract-partner": "name", "dir": "folder",
		"editor": "editor", "focus-area": "name", "months": "number", "only": "codes", "letters only": "ids", "out": "file",
		"assemble out": "folder", "partner": "name", "port": "number", "skip": "codes", "standard": "standards", "title": "name",
	}
}

// table writes two columns below a heading, the first at least so wide. Without
// rows it writes nothing.
func (p *page) table(heading string, rows [][2]string, wide int) {
	if len(rows) == 0 {
		return
	}
	p.WriteString("\n" + heading + "\n")
	for _, row := range rows {
		wide = max(wide, utf8.RuneCountInString(row[0]))
	}
	below := "\n" + strings.Repeat(" ", wide+3)
	for _, row := range rows {
		gap := strings.Repeat(" ", wide+3-utf8.RuneCountInString(row[0]))
		p.WriteString(row[0] + gap + strings.Join(lines(row[1], p.width-wide-3), below) + "\n")
	}
}

// lines breaks a text into lines of a width, but not behind a number, which
// belongs to what it counts. A word that is longer stands on a line of its own.
func lines(text string, width int) []string {
	var all []string
	line := ""
	for _, word := range words(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			all, line = append(all, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(all, line)
}

// words takes a text apart where it may be broken.
func words(text string) []string {
	var all []string
	counted := false
	for _, word := range strings.Split(text, " ") {
		if counted {
			all[len(all)-1] += " " + word
		} else {
			all = append(all, word)
		}
		counted = strings.Trim(word, "0123456789") == ""
	}
	return all
}
