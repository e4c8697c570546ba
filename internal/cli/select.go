package cli

import (
	"slices"
	"strings"
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/rules"
)

// knownCodes refuses what --only and --skip name when no rule's code begins
// with it.
func (o *options) knownCodes() error {
	for _, named := range slices.Concat(o.only, o.skip) {
		if named == "" || !slices.ContainsFunc(rules.All(), func(r *rules.Rule) bool { return begins(r.Code, []string{named}) }) {
			return noRule(named)
		}
	}
	return nil
}

// begins reports whether a code begins with one of those that were named: REF
// names every code of references.
func begins(code diag.Code, named []string) bool {
	return slices.ContainsFunc(named, func(n string) bool { return strings.HasPrefix(string(code), n) })
}

// asked keeps the findings that the flags ask for.
func (o *options) asked(list diag.List) (diag.List, error) {
	touched := func(*diag.Diagnostic) bool { return true }
	if o.since != "" {
		changes, err := pipeline.ChangedSince(o.dir, o.since)
		if err != nil {
			return nil, err
		}
		touched = changes.Touch
	}
	return slices.DeleteFunc(slices.Clone(list), func(d *diag.Diagnostic) bool {
		return !o.isAsked(d) || !touched(d)
	}), nil
}

// isAsked reports whether --only and --skip leave a finding in.
func (o *options) isAsked(d *diag.Diagnostic) bool {
	return (len(o.only) == 0 || begins(d.Code, o.only)) && !begins(d.Code, o.skip)
}

// dayFlag is a flag that names a day.
type dayFlag struct{ time.Time }

// Set reads a day as YYYY-MM-DD.
func (f *dayFlag) Set(s string) error {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return i18n.Errorf("it is written YYYY-MM-DD")
	}
	f.Time = day
	return nil
}

// String returns the day, "" when none was given.
func (f *dayFlag) String() string {
	if f.IsZero() {
		return ""
	}
	return f.Format(time.DateOnly)
}

// Type names the flag's value in the help.
func (f *dayFlag) Type() string { return "day" }
