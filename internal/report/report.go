package report

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// A Writer writes findings in one format.
type Writer interface {
	Write(diag.List) error
}

// A Rule is what the formats for machines say of a rule beside its findings.
type Rule struct {
	Code     diag.Code
	Name     string // words joined by hyphens
	Title    string
	Severity diag.Severity
	Help     string // the rule's page, Markdown
}

// hintsIn says the hints of a finding, each with its place where it has one.
func hintsIn(d *diag.Diagnostic, l i18n.Lang) []string {
	hints := make([]string, len(d.Hints))
	for i, h := range d.Hints {
		hints[i] = h.Message.In(l)
		if !h.Span.IsZero() {
			hints[i] += " (" + h.Span.String() + ")"
		}
	}
	return hints
}
