package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"soknad/internal/i18n"
)

// knownCommand refuses what no command is called, and says which was likely
// meant.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	root.SuggestionsMinimumDistance = 2
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return i18n.Errorf("unknown command %q for %q; did you mean %s?", args[0], root.Name(), strings.Join(near, ", "))
	}
	return i18n.Errorf("unknown command %q for %q", args[0], root.Name())
}

// flagError words what is wrong with a flag. When there is no such command, its
// flags are not the mistake.
func flagError(c *cobra.Command, err error) error {
	if args := c.Flags().Args(); !c.HasParent() && len(args) > 0 {
		return knownCommand(c, args)
	}
	var (
		unknown *pflag.NotExistError
		empty   *pflag.ValueRequiredError
		wrong   *pflag.InvalidValueError
		odd     *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return i18n.Errorf("unknown flag: %s", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &empty):
		return i18n.Errorf("flag needs an argument: %s", dashed(empty.GetSpecifiedName(), empty.GetSpecifiedShortnames()))
	case errors.As(err, &wrong):
		return i18n.Errorf("invalid argument %q for %q flag: %v", wrong.GetValue(), "--"+wrong.GetFlag().Name, cause(wrong))
	case errors.As(err, &odd):
		return i18n.Errorf("bad flag syntax: %s", odd.GetSpecifiedFlag())
	}
	return err
}

// dashed writes a flag as it was given: by its name, or by a letter among others.
func dashed(name, letters string) string {
	if letters != "" {
		return "-" + name
	}
	return "--" + name
}

// cause says why a flag cannot be what was given. The flags of pflag itself know
// numbers and yes or no, and say nothing that helps.
func cause(wrong *pflag.InvalidValueError) error {
	var none *strconv.NumError
	switch {
	case !errors.As(wrong, &none):
		return wrong.Unwrap()
	case wrong.GetFlag().Value.Type() == "bool":
		return i18n.Errorf("it can be true or false")
	default:
		return i18n.Errorf("it is a whole number")
	}
}

// takes is for a command that takes from so many arguments to so many.
func takes(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		use := useLine(strings.TrimSuffix(c.UseLine(), " [flags]"))
		switch {
		case len(args) < least:
			return i18n.Errorf("an argument is missing; it is written: %s", use)
		case len(args) > most:
			return i18n.Errorf("the argument %q is one too many; it is written: %s", args[most], use)
		}
		return nil
	}
}

// either is for two flags of which one at most can be given.
func either(c *cobra.Command, one, other string) {
	c.MarkFlagsMutuallyExclusive(one, other) // So that neither is completed beside the other.
	c.PreRunE = func(c *cobra.Command, _ []string) error {
		if c.Flags().Changed(one) && c.Flags().Changed(other) {
			return i18n.Errorf("--%s and --%s cannot be given together", one, other)
		}
		return nil
	}
}

// A useLine says how a command is written.
type useLine string

// In says it in a language: what is to be typed as it stands is the same in all.
func (u useLine) In(l i18n.Lang) string {
	return standsFor().ReplaceAllStringFunc(string(u), func(name string) string { return i18n.Msg(name).Translation(l) })
}
