package cli

import (
	"fmt"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/report"
)

// spoken finds the language that a command line asks for. It reads word by
// word: a line that is wrong was not understood, and is complained of all the
// same. A language that there is not is none.
func spoken(args []string) languageFlag {
	var lang languageFlag
	for i, word := range args {
		name, code, within := strings.Cut(word, "=")
		if word == "--" {
			break
		}
		if name != "--lang" {
			continue
		}
		if !within && i+1 < len(args) {
			code = args[i+1]
		}
		if l, ok := i18n.ParseLang(code); ok {
			lang.Lang = l
		}
	}
	return lang
}

// complain says on standard error why work could not be done.
func (o *options) complain(err error) {
	fmt.Fprintln(o.world.Stderr, "soknad:", report.Printable(i18n.Say(err, o.language())))
}

// reject says what is wrong with the command line, and where to read how it is
// written.
func (o *options) reject(err error) {
	for line := range strings.Lines(i18n.Say(err, o.language())) {
		if line = strings.TrimSpace(line); line != "" {
			fmt.Fprintln(o.world.Stderr, "soknad:", report.Printable(line))
		}
	}
	fmt.Fprintln(o.world.Stderr, o.printable("see: soknad --help"))
}
