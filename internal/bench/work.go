package bench

import (
	"fmt"
	"strings"
)

// subGoals is how many of the goals, after the main goal, are sub goals. All
// others are results.
const subGoals = 3

// goals writes the goals of one unit of scale.
func (c *corpus) goals(n int) string {
	var b strings.Builder
	b.WriteString("goals:\n")
	for i := n * goalsPerUnit; i < (n+1)*goalsPerUnit; i++ {
		fmt.Fprintf(&b, "  - id: %s\n    title: %s\n    owner: %s\n", id("goal", i), c.title(), id("p", c.company(i)))
		b.WriteString(placeOf(i))
		fmt.Fprintf(&b, "    indicators:\n      - name: %s\n        unit: prosent\n        baseline: {value: %d, date: 2011-12-31, source: %s}\n",
			capital(c.compound(1)), c.random.below(40), capital(c.compound(1)))
		fmt.Fprintf(&b, "        target: {value: %d, date: 2015-06-30}\n", 50+c.random.below(40))
	}
	return b.String()
}

// placeOf says where a goal stands among the others.
func placeOf(i int) string {
	switch {
	case i == 0:
		return "    level: main\n"
	case i <= subGoals:
		var of []string
		for a := range areas {
			if a%subGoals == i-1 {
				of = append(of, id("area", a))
			}
		}
		return fmt.Sprintf("    level: sub\n    parent: %s\n    focus_areas: [%s]\n", id("goal", 0), strings.Join(of, ", "))
	default: // a result of each focus area in turn
		a := i % areas
		return fmt.Sprintf("    level: result\n    parent: %s\n    focus_areas: [%s]\n", id("goal", a%subGoals+1), id("area", a))
	}
}

// activities writes the activities of one unit of scale.
func (c *corpus) activities(n int) string {
	var b strings.Builder
	b.WriteString("activities:\n")
	for i := n * activitiesPerUnit; i < (n+1)*activitiesPerUnit; i++ {
		c.activity(&b, i, c.works[i])
	}
	return b.String()
}

func (c *corpus) activity(b *strings.Builder, i int, w work) {
	fmt.Fprintf(b, "  - id: %s\n    title: %s\n    description: >-\n      %s\n    focus_area: %s\n    goals: [%s]\n    answers: [%s]\n    lead: %s\n",
		id("a", i), c.title(), c.paragraph(5), id("area", i%areas), c.served(i), id("challenge", i%areas), id("p", w.team[0]))
	b.WriteString("    participants:\n")
	for _, q := range w.team[1:] {
		if q != w.team[0] {
			fmt.Fprintf(b, "      - {id: %s, role: %s}\n", id("p", q), c.title())
		}
	}
	fmt.Fprintf(b, "    start: %s\n    end: %s\n", day(w.from), lastDay(w.to))
	fmt.Fprintf(b, "    milestones:\n      - {id: %s, title: %s, date: %s}\n", id("m", 2*i), c.title(), lastDay(w.from+3))
	fmt.Fprintf(b, "      - {id: %s, title: %s, date: %s}\n", id("m", 2*i+1), c.title(), lastDay(w.to))
	fmt.Fprintf(b, "    deliverables:\n      - {title: %s, date: %s}\n    costs:\n", c.title(), lastDay(w.to))
	for _, p := range w.bought {
		fmt.Fprintf(b, "      - {category: %s, year: %d, amount: %d, reason: %s}\n", p.category, firstYear+p.year, p.amount, c.title())
	}
	for _, e := range w.effort {
		fmt.Fprintf(b, "      - {category: own-effort, year: %d, participant: %s, hours: %d, rate: %d, reason: %s}\n",
			firstYear+e.year, id("p", e.participant), e.hours, rate, c.title())
	}
}

// served returns the goals of an activity: the sub goal above its focus area,
// and the results there, each in turn.
func (c *corpus) served(i int) string {
	area := i % areas
	first := subGoals + 1
	for first%areas != area {
		first++
	}
	results := (goalsPerUnit*c.scale - first + areas - 1) / areas
	if results == 0 {
		return id("goal", area%subGoals+1)
	}
	return id("goal", area%subGoals+1) + ", " + id("goal", first+i/areas%results*areas)
}
