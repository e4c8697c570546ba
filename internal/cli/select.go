package cli

import (
	"fmt"
	"slices"
	"time"

	"soknad/internal/diag"
	"soknad/internal/pipeline"
	"soknad/internal/rules"
)

// knownCodes refuses codes of --only and --skip that no rule has.
func (o *options) knownCodes() error {
	for _, code := range slices.Concat(o.only, o.skip) {
		if _, ok := rules.Find(code); !ok {
			return noRule(code)
		}
	}
	return nil
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
	code := string(d.Code)
	return (len(o.only) == 0 || slices.Contains(o.only, code)) && !slices.Contains(o.skip, code)
}

// dayFlag is a flag that names a day.
type dayFlag struct{ time.Time }

// Set reads a day as YYYY-MM-DD.
func (f *dayFlag) Set(s string) error {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return fmt.Errorf("it is written YYYY-MM-DD")
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
