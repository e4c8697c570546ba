package model

import (
	"cmp"
	"math"
	"slices"
)

// A Ranked focus area is one as the participants rank it.
type Ranked struct {
	*FocusArea
	// Mean is the mean of the partners' priorities, from 0 to 3, by their
	// weights; Spread is their standard deviation, 0 when all agree.
	Mean, Spread float64
	// Votes is how many partners gave the focus area a priority that counts.
	Votes int
	// Rank is the participants' rank from 1; equal means share one, and are
	// Tied.
	Rank int
	Tied bool
	// Apart are the partners whose priority is farther from the mean than
	// most: Disagreement or more.
	Apart []*Participant
}

// Disagreement is how far from the mean a priority must be to be named.
const Disagreement = 1.5

// Weight returns how much the priorities of a kind of participant count:
// once, unless the application says otherwise.
func (p *Project) Weight(kind string) int {
	w := p.Application.PriorityWeights
	said := map[string]*int{
		CoreCompany: w.CoreCompany, Company: w.Company, Research: w.Research, Education: w.Education,
		Public: w.Public, Capital: w.Capital, InterestOrganisation: w.InterestOrganisation,
	}[kind]
	if said == nil {
		return 1
	}
	return *said
}

// Ranking lists the focus areas as the partners rank them, the highest first:
// by the mean of their priorities, each partner counting by its Weight. Those
// that gave no priority are not counted, nor are supporters and those that declined.
// Focus areas that nobody ranked come last, in the order chosen.
func (p *Project) Ranking() []Ranked {
	var all []Ranked
	for i := range p.FocusAreas {
		all = append(all, p.ranked(&p.FocusAreas[i]))
	}
	slices.SortStableFunc(all, func(a, b Ranked) int {
		return cmp.Or(cmp.Compare(min(b.Votes, 1), min(a.Votes, 1)), cmp.Compare(b.Mean, a.Mean), cmp.Compare(a.Priority, b.Priority))
	})
	for i := range all {
		all[i].Rank = i + 1
		if i > 0 && all[i].Votes > 0 && all[i].Mean == all[i-1].Mean {
			all[i].Rank = all[i-1].Rank
			all[i].Tied, all[i-1].Tied = true, true
		}
	}
	return all
}

func (p *Project) ranked(f *FocusArea) Ranked {
	r := Ranked{FocusArea: f}
	var voters []*Participant
	sum, weights := 0, 0
	for _, q := range p.Partners() {
		priority, ok := q.Priorities[f.ID]
		if weight := p.Weight(q.Kind); ok && f.ID != "" && weight > 0 {
			voters = append(voters, q)
			sum += weight * priority
			weights += weight
		}
	}
	if r.Votes = len(voters); r.Votes == 0 {
		return r
	}
	r.Mean = float64(sum) / float64(weights)
	squares := 0.0
	for _, q := range voters {
		off := float64(q.Priorities[f.ID]) - r.Mean
		squares += float64(p.Weight(q.Kind)) * off * off
		if math.Abs(off) >= Disagreement {
			r.Apart = append(r.Apart, q)
		}
	}
	r.Spread = math.Sqrt(squares / float64(weights))
	return r
}
