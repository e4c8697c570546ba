package model

import "time"

// Touches reports whether some day of a calendar year lies in a period that
// is known.
func (p Period) Touches(year int) bool {
	return p.Start.Year() <= year && year <= p.End().Year()
}

// IsReversed reports whether the activity ends before it starts; its dates
// then say nothing.
func (a *Activity) IsReversed() bool { return isReversed(a.Start, a.End) }

// IsDated reports whether both days of the activity are known and in order.
func (a *Activity) IsDated() bool {
	return !a.Start.IsZero() && !a.End.IsZero() && !a.IsReversed()
}

// RunsIn reports whether a dated activity touches a calendar year.
func (a *Activity) RunsIn(year int) bool {
	return a.Start.Year() <= year && year <= a.End.Year()
}

// IsReversed reports whether the workshop ends before it starts.
func (w *Workshop) IsReversed() bool { return isReversed(w.Start, w.End) }

func isReversed(start, end time.Time) bool { return !end.IsZero() && end.Before(start) }
