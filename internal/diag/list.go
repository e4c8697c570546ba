package diag

import (
	"cmp"
	"slices"

	"soknad/internal/i18n"
)

// A List holds findings in the order in which they were made until Sort.
type List []*Diagnostic

// Add appends findings.
func (l *List) Add(ds ...*Diagnostic) { *l = append(*l, ds...) }

// Sort puts the list in reading order, without repeats: by file and place,
// the worse before the milder, then by code; findings that are alike in all
// of these stay in the order in which they were made.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b *Diagnostic) int {
		return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Code, b.Code))
	})
	type words struct {
		file    string
		at      [2]int
		code    Code
		message string
	}
	seen := map[words]bool{}
	*l = slices.DeleteFunc(*l, func(d *Diagnostic) bool {
		said := words{d.Span.File.Name, [2]int{d.Span.Start, d.Span.End}, d.Code, d.Message.In(i18n.EN)}
		again := seen[said]
		seen[said] = true
		return again
	})
}

// Worst returns the highest severity in the list, zero when it is empty.
func (l List) Worst() Severity {
	var worst Severity
	for _, d := range l {
		worst = max(worst, d.Severity)
	}
	return worst
}

// Count returns how many findings have a severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}
