package bench

import (
	"fmt"
	"time"
)

// A corpus is one that is being made. What somebody does, and what it costs,
// is settled first, since the sums of it stand elsewhere.
type corpus struct {
	scale  int
	random random
	works  []work
	// hours are those of each participant, and cash what the project pays, by
	// year of the project.
	hours map[int][years]int
	cash  [years]int
}

// The project lasts from September 2012 to August 2015.
const (
	firstYear = 2012
	years     = 4
	months    = 36
	rate      = 600 // of every hour, in kroner
)

// A work is an activity: who does it, when, and what is bought.
type work struct {
	team     []int // the participants; the first leads
	from, to int   // the first month and the one after the last, counted from the start of the project
	bought   []purchase
	effort   []effort
}

// A purchase is what is paid for in a year.
type purchase struct {
	category     string
	year, amount int
}

// An effort is the hours of a participant in a year.
type effort struct{ participant, year, hours int }

// month returns the first day of a month of the project.
func month(n int) time.Time {
	return time.Date(firstYear, time.September+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
}

// day writes the first day of a month of the project.
func day(n int) string { return month(n).Format(time.DateOnly) }

// lastDay writes the day before the first of a month of the project.
func lastDay(n int) string { return month(n).AddDate(0, 0, -1).Format(time.DateOnly) }

// yearOf returns the year of the project that a month belongs to.
func yearOf(n int) int { return month(n).Year() - firstYear }

// plan settles the activities and the common costs.
func (c *corpus) plan() {
	c.hours = map[int][years]int{}
	for _, line := range common() {
		c.cash[line.year] += line.amount
	}
	for i := range activitiesPerUnit * c.scale {
		w := c.work(i)
		for _, p := range w.bought {
			c.cash[p.year] += p.amount
		}
		for _, e := range w.effort {
			h := c.hours[e.participant]
			h[e.year] += e.hours
			c.hours[e.participant] = h
		}
		c.works = append(c.works, w)
	}
}

// work makes an activity. Companies lead, in turn, so that none leads much.
func (c *corpus) work(i int) work {
	from := i * 5 % 25
	w := work{from: from, to: from + 6 + c.random.below(5), team: []int{c.company(i)}}
	for k := range 3 {
		w.team = append(w.team, c.partner(i*3+k*7+1))
	}
	for y := yearOf(w.from); y <= yearOf(w.to-1); y++ {
		w.bought = append(w.bought,
			purchase{"external-services", y, 1000 * (40 + c.random.below(60))},
			purchase{"meetings", y, 1000 * (10 + c.random.below(20))},
			purchase{"travel", y, 1000 * (5 + c.random.below(15))})
	}
	for k, q := range w.team {
		if k > 0 && q == w.team[0] {
			continue
		}
		for y := yearOf(w.from); y <= yearOf(w.to-1); y++ {
			w.effort = append(w.effort, effort{q, y, 30 + 5*c.random.below(8)})
		}
	}
	return w
}

// common returns the costs of no single activity.
func common() []purchase {
	var all []purchase
	for y := range years {
		all = append(all,
			purchase{"external-services", y, 400000}, purchase{"meetings", y, 120000}, purchase{"travel", y, 90000},
			purchase{"communication", y, 100000}, purchase{"evaluation", y, 90000})
	}
	return all
}

// own returns how much cash each partner brings in a year: nearly a third of
// what is paid.
func (c *corpus) own(year int) int {
	return (c.cash[year]*3/10/(partners*c.scale) + 999) / 1000 * 1000
}

// applied returns the grant that is applied for in a year: what is left.
func (c *corpus) applied(year int) int { return c.cash[year] - c.own(year)*partners*c.scale }

// id makes an id with a number.
func id(kind string, n int) string { return fmt.Sprintf("%s-%04d", kind, n+1) }
