package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"soknad/internal/i18n"
)

// help shows what commands are for, in the language to speak. Commands and
// flags are described in English where they are made, and the description is
// said in a language when it is shown.
type help struct {
	world World
	// lang is the flag --lang of the program, for the commands that have none of
	// their own.
	lang languageFlag
	// failed is why the latest page could not be shown: cobra does not ask.
	failed error
}

// install makes a program show help in the language to speak.
func (h *help) install(root *cobra.Command) error {
	root.PersistentFlags().Var(&h.lang, "lang", "speak nb, nn or en (default: the language of the locale)")
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { h.show(c) })
	prepare(root) // Or else --help would be taken for a flag with a value.
	root.InitDefaultHelpCmd()
	c, _, err := root.Find([]string{"help"})
	if err != nil {
		return err
	}
	c.Run, c.RunE = nil, func(c *cobra.Command, args []string) error { return h.asked(c.Root(), args) }
	return root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(h.lang.choices(), cobra.ShellCompDirectiveNoFileComp))
}

// asked shows the page of the command that is named.
func (h *help) asked(root *cobra.Command, path []string) error {
	c, rest, err := root.Find(path)
	if err != nil {
		return err
	}
	if c == root {
		if err := knownCommand(root, rest); err != nil {
			return err
		}
	}
	prepare(c)
	h.show(c)
	return nil
}

// prepare gives a command the flags that cobra gives it when it is run.
func prepare(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
}

// show writes the page of a command to standard output.
func (h *help) show(c *cobra.Command) {
	l := h.language(c)
	page := helpPage(c, h.width(), func(english string) string { return i18n.Msg(english).Translation(l) })
	if _, err := io.WriteString(h.world.Stdout, page); err != nil {
		h.failed = failure{err}
	}
}

// language returns the language to speak about a command: that of its own flag
// when it was given, or else of the program's.
func (h *help) language(c *cobra.Command) i18n.Lang {
	o := &options{world: h.world, lang: h.lang}
	if f := c.Flags().Lookup("lang"); f != nil && f.Changed {
		o.lang.Lang = i18n.Lang(f.Value.String())
	}
	return o.language()
}

// width returns how many characters a line of help may have. A last column that
// is left free keeps terminals from going to the next line by themselves.
func (h *help) width() int {
	if h.world.Columns == 0 {
		return 80
	}
	return min(max(h.world.Columns-1, 60), 110)
}

// HelpTexts lists what the help pages of all commands say, in English.
func HelpTexts() ([]string, error) {
	w := World{Getenv: func(string) string { return "" }}
	root := newRoot(w)
	if err := (&help{world: w}).install(root); err != nil {
		return nil, err
	}
	root.InitDefaultCompletionCmd()
	var all []string
	note := func(english string) string {
		all = append(all, english)
		return english
	}
	for commands := []*cobra.Command{root}; len(commands) > 0; {
		c := commands[0]
		commands = append(commands[1:], c.Commands()...)
		prepare(c)
		helpPage(c, 80, note)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}
