package compare

import (
	"time"

	"soknad/internal/model"
)

// A dated is something of an activity that has a day.
type dated struct {
	title string
	day   time.Time
}

func titleOf(d *dated) string { return d.title }

func milestonesOf(a *model.Activity) []dated {
	var all []dated
	for _, m := range a.Milestones {
		all = append(all, dated{m.Title, m.Date})
	}
	return all
}

func deliverablesOf(a *model.Activity) []dated {
	var all []dated
	for _, d := range a.Deliverables {
		all = append(all, dated{d.Title, d.Date})
	}
	return all
}

// dates compares what has days, by the titles.
func (f *fields) dates(name word, old, current []dated) {
	before, left := pairs(old, current, titleOf)
	for i, n := range current {
		if o := before[i]; o != nil {
			f.day(name, n.title, o.day, n.day)
		} else {
			f.value(name, "", nil, textOf(n.title))
		}
	}
	for _, o := range left {
		f.value(name, "", textOf(o.title), nil)
	}
}
