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
// the worse before the milder, then by code and words.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b *Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b *Diagnostic) int {
	return cmp.Or(
		a.Span.Compare(b.Span),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message.In(i18n.EN), b.Message.In(i18n.EN)),
	)
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
