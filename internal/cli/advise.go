package cli

import (
	"fmt"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/pipeline"
)

// advise says at a terminal what is sensible to do next. On a pipe or in a CI
// run there is nobody to say it to.
func (o *options) advise(format string, args ...any) {
	if o.world.Advised && o.gathered == nil {
		o.tell(format, args...)
	}
}

// there is the folder as the end of a command line that is shown to somebody:
// nothing when it is the current one, which is what commands take without it.
func (o *options) there() string { return argument(o.dir) }

func argument(dir string) string {
	switch {
	case dir == ".":
		return ""
	case strings.ContainsAny(dir, " \t'\"\\$&;()*?[]#<>|`!"):
		return fmt.Sprintf(" %q", dir)
	default:
		return " " + dir
	}
}

// many is how many findings nobody reads from the first to the last.
const many = 20

// adviseOn says what to do about findings.
func (o *options) adviseOn(list diag.List) {
	if n := fixable(list); n > 0 {
		o.advise("next: soknad validate%s --fix applies the cures that are safe (%d)", o.there(), n)
		return
	}
	o.adviseOnLeft(list)
}

// adviseOnLeft says what to do about findings that people must cure.
func (o *options) adviseOnLeft(list diag.List) {
	switch {
	case len(list) > many:
		o.advise("next: soknad status%s says what matters most, and soknad validate%s --only %s shows one kind at a time",
			o.there(), o.there(), list[0].Code)
	case len(list) > 0:
		o.advise("next: soknad explain %s says more of that", list[0].Code)
	default:
		o.advise("next: soknad assemble%s makes the PDF", o.there())
	}
}

// fixable counts the findings that carry a cure.
func fixable(list diag.List) int {
	n := 0
	for _, d := range list {
		if len(d.Fixes) > 0 {
			n++
		}
	}
	return n
}

// adviseDraft says how to see the document in spite of errors, where there is
// one.
func (o *options) adviseDraft(r *pipeline.Result, command string) {
	if r.Document != nil {
		o.advise("next: cure the errors, or see a draft in spite of them by soknad %s%s --draft", command, o.there())
	}
}
