package rules

import "soknad/internal/i18n"

// number is an argument of a message that is grouped, and given its decimal
// mark, in the reader's language.
type number float64

// In says the number in a language.
func (n number) In(l i18n.Lang) string { return i18n.Decimal(float64(n), 6, l) }
