package figure

import "time"

// A timeline lays days out from left to right, in points.
type timeline struct {
	from, after time.Time // the first day, and the day after the last
	left, right float64
}

// newTimeline lays out the days from first to last, both inside. A last day
// before the first one leaves a period of one day.
func newTimeline(first, last time.Time, left, right float64) timeline {
	from, after := date(first), date(last).AddDate(0, 0, 1)
	if !after.After(from) {
		after = from.AddDate(0, 0, 1)
	}
	return timeline{from, after, left, right}
}

// date drops the clock and the zone.
func date(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// days is the length of the period.
func (t timeline) days() float64 { return daysBetween(t.from, t.after) }

// daysBetween counts in seconds, for a Duration ends at 292 years.
func daysBetween(a, b time.Time) float64 {
	return (float64(b.Unix()) - float64(a.Unix())) / (24 * 60 * 60)
}

// x returns where a day begins, kept inside the period.
func (t timeline) x(day time.Time) float64 {
	share := daysBetween(t.from, date(day)) / t.days()
	return t.left + (t.right-t.left)*min(max(share, 0), 1)
}

// noon returns the middle of a day.
func (t timeline) noon(day time.Time) float64 {
	return (t.x(day) + t.x(date(day).AddDate(0, 0, 1))) / 2
}

// holds reports whether a day is in the period.
func (t timeline) holds(day time.Time) bool {
	d := date(day)
	return !d.Before(t.from) && d.Before(t.after)
}

// A span is a stretch of the timeline that begins on a round date; its ends
// are kept inside the period.
type span struct {
	begins time.Time
	x1, x2 float64
}

// spans cuts the period at every so many months of the calendar year. Spans
// too narrow to tell apart are none at all.
func (t timeline) spans(months int) []span {
	const narrowest = 3
	if (t.right-t.left)/t.days()*30*float64(months) < narrowest {
		return nil
	}
	var list []span
	month := (int(t.from.Month())-1)/months*months + 1
	begins := time.Date(t.from.Year(), time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	for begins.Before(t.after) {
		next := begins.AddDate(0, months, 0)
		list = append(list, span{begins, t.x(begins), t.x(next)})
		begins = next
	}
	return list
}
