// Package diag says what is wrong, where, and what would cure it.
//
// A Diagnostic is what the code calls it; to people it is a finding. Messages
// stay apart from their arguments until they are written, so that they can be
// said in any language.
package diag

import (
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// A Code names a kind of finding for ever: three letters and three digits,
// such as "BUD003". It is never renumbered and never reused.
type Code string

// Severity says how much a finding matters. The zero Severity is invalid.
type Severity uint8

// The severities, from least to most.
const (
	Note    Severity = iota + 1 // worth knowing
	Warning                     // weakens the application
	Error                       // must be cured before it is sent
)

// Severities lists the severities, from least to most.
func Severities() []Severity { return []Severity{Note, Warning, Error} }

// String returns "note", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	default:
		return "invalid"
	}
}

// A Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Message  i18n.Message
	// Span is the smallest text that is wrong.
	Span source.Span
	// Related are other places that took part.
	Related []Related
	// Hints say what would help, one sentence each.
	Hints []Hint
	// Fixes are ways to cure it; each alone is enough.
	Fixes []Fix
}

// Related is another place that took part in a finding.
type Related struct {
	Span    source.Span
	Message i18n.Message
}

// A Hint says what would help; it may point at a place of its own, else its
// Span is zero.
type Hint struct {
	Span    source.Span
	Message i18n.Message
}

// A Fix is a cure that can be applied to the text: a verb phrase, and edits
// that do not overlap.
type Fix struct {
	Message i18n.Message
	Edits   []Edit
}

// An Edit replaces a span with other text.
type Edit struct {
	Span source.Span
	New  string
}

// New makes a finding at a place.
func New(code Code, severity Severity, at source.Ranger, format string, args ...any) *Diagnostic {
	return &Diagnostic{
		Code:     code,
		Severity: severity,
		Span:     at.Span(),
		Message:  i18n.Msg(format, args...),
	}
}

// Relate adds another place that took part and returns d.
func (d *Diagnostic) Relate(at source.Ranger, format string, args ...any) *Diagnostic {
	d.Related = append(d.Related, Related{Span: at.Span(), Message: i18n.Msg(format, args...)})
	return d
}

// Hint adds a sentence that would help and returns d.
func (d *Diagnostic) Hint(format string, args ...any) *Diagnostic {
	d.Hints = append(d.Hints, Hint{Message: i18n.Msg(format, args...)})
	return d
}

// HintAt adds a sentence that would help, with the place it speaks of, and
// returns d.
func (d *Diagnostic) HintAt(at source.Ranger, format string, args ...any) *Diagnostic {
	d.Hints = append(d.Hints, Hint{Span: at.Span(), Message: i18n.Msg(format, args...)})
	return d
}

// Fix adds a cure that replaces one text and returns d.
func (d *Diagnostic) Fix(at source.Ranger, replacement, format string, args ...any) *Diagnostic {
	d.Fixes = append(d.Fixes, Fix{
		Message: i18n.Msg(format, args...),
		Edits:   []Edit{{Span: at.Span(), New: replacement}},
	})
	return d
}
