package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/source"
)

// ownEffort is the category of the participants' unpaid work. A call without
// it does not tell that work from what is paid for.
const ownEffort = "own-effort"

// work is what a participant does in a year.
type work struct {
	hours int64
	value i18n.Kroner
	// inKroner says that a part was written as an amount, so that the hours
	// are not known.
	inKroner bool
	at       source.Ranger // the first place, nil where there is no work
}

type workKey struct {
	participant string
	year        int
}

// comparedWork is what a participant offers to do in a year, and what it does
// in that year by the costs. Own effort pays for itself (F139), so it stands
// on both sides and the two are the same.
type comparedWork struct {
	workKey
	offered, cost work
}

func (w comparedWork) hoursDiffer() bool {
	return w.offered.hours != w.cost.hours && !w.cost.inKroner
}

// workReads lists the parts of the description that own effort is read from.
func workReads() []string {
	return slices.Concat(spent(), []string{
		"activities.costs.category", "activities.costs.participant", "budget.costs.category", "budget.costs.participant",
		"participants.id", "participants.contribution.hours", "participants.commitment.status",
	})
}

// unequalWork lists the work that is not the same as an offer and as a cost.
// There is none while the project writes no own effort as a cost, or while it
// cannot be told which work is own effort.
func (p *Pass) unequalWork() []comparedWork {
	if p.Call == nil || !p.Project.Intact(workReads()...) || p.hasUnknownCategory() {
		return nil
	}
	costs, offered := p.workAmongCosts(), p.workOffered()
	if len(costs.keys) == 0 {
		return nil
	}
	var unequal []comparedWork
	compared := map[workKey]bool{}
	for _, k := range slices.Concat(offered.keys, costs.keys) {
		w := comparedWork{k, offered.by[k], costs.by[k]}
		if (w.hoursDiffer() || w.offered.value != w.cost.value) && !compared[k] {
			unequal = append(unequal, w)
		}
		compared[k] = true
	}
	return unequal
}

// works holds work by participant and year, and its keys in the order
// written.
type works struct {
	by   map[workKey]work
	keys []workKey
}

func (w *works) add(k workKey, more work) {
	sum, told := w.by[k]
	if !told {
		w.keys = append(w.keys, k)
		sum.at = more.at
	}
	sum.hours += more.hours
	sum.value += more.value
	sum.inKroner = sum.inKroner || more.inKroner
	w.by[k] = sum
}

// workAmongCosts adds up the participants' own work that stands as a cost.
func (p *Pass) workAmongCosts() works {
	w := works{by: map[workKey]work{}}
	for c := range p.Project.Costs() {
		if who, ok := p.Project.Participant(c.Participant); p.isOwnWork(c) && ok && who.Commitment.Status != model.Declined {
			w.add(workKey{c.Participant, c.Year}, work{c.Hours, c.Value(), c.Hours == 0, c.At("hours")})
		}
	}
	return w
}

// isOwnWork reports whether a cost is work that pays for itself: the category
// says so, or, where the call has no such category, that it is counted in
// hours.
func (p *Pass) isOwnWork(c model.SpentCost) bool {
	return c.Category == ownEffort || c.Hours != 0 && !p.hasCategory(ownEffort)
}

// workOffered adds up the hours that the participants contribute.
func (p *Pass) workOffered() works {
	w := works{by: map[workKey]work{}}
	for _, q := range p.Project.Participants {
		if q.Commitment.Status == model.Declined {
			continue
		}
		for _, h := range q.Contribution.Hours {
			w.add(workKey{q.ID, h.Year}, work{h.Hours, h.Value(), false, h.At("hours")})
		}
	}
	return w
}

// hasUnknownCategory reports whether a cost has a category that the call does
// not have: it could be own effort or not.
func (p *Pass) hasUnknownCategory() bool {
	return len(p.Call.CostCategories) > 0 && slices.ContainsFunc(slices.Collect(p.Project.Costs()), func(c model.SpentCost) bool { return !p.hasCategory(c.Category) })
}

func (p *Pass) hasCategory(id string) bool {
	return slices.ContainsFunc(p.Call.CostCategories, func(n call.Named) bool { return n.ID == id })
}

// nameOf returns what a participant is called, or its id when nobody has it.
func (p *Pass) nameOf(id string) string {
	if q, ok := p.Project.Participant(id); ok {
		return q.Called()
	}
	return id
}
