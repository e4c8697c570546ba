package i18n

import (
	"errors"
	"strings"
)

// An Error is an error that says itself in each language.
type Error struct{ Message }

// Errorf makes an error of a message. Arguments that are errors stand for %v in
// the format: they are said in the language of the message, and the new error
// wraps them.
func Errorf(format string, args ...any) error { return &Error{Msg(format, args...)} }

// Error says it in English, for whoever knows no other language: a log, a test.
func (e *Error) Error() string { return e.In(EN) }

// Unwrap returns the errors among the arguments.
func (e *Error) Unwrap() []error {
	var all []error
	for _, a := range e.Args {
		if err, ok := a.(error); ok {
			all = append(all, err)
		}
	}
	return all
}

// Say says an error in a language: one that knows how to, several that are
// joined, each on a line, and the commonest of the system. Others say
// themselves. In English all errors are said as they say themselves.
func Say(err error, l Lang) string {
	if s, ok := any(err).(Sayable); ok {
		return s.In(l)
	}
	if l == EN {
		return err.Error()
	}
	if all := joined(err); all != nil {
		said := make([]string, len(all))
		for i, e := range all {
			said[i] = Say(e, l)
		}
		return strings.Join(said, "\n")
	}
	if m := ofSystem(err); !m.IsZero() {
		return m.In(l)
	}
	return err.Error()
}

// joined returns what errors.Join put together, nil when err is something else
// that wraps several errors and has words of its own.
func joined(err error) []error {
	several, ok := any(err).(interface{ Unwrap() []error })
	if !ok || err.Error() != errors.Join(several.Unwrap()...).Error() {
		return nil
	}
	return several.Unwrap()
}
