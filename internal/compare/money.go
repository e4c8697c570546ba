package compare

import (
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// Money is what costs and pays otherwise than before, over all years.
type Money struct {
	Activities, Categories, Sources []Amount
	Costs, Financing                Amount
}

// An Amount is one that is another.
type Amount struct {
	// ID is that of an activity, a category or a source; "" for what has no
	// id.
	ID string
	// Title is the name of what costs or pays: a text, or words to say.
	Title    i18n.Sayable
	Old, New i18n.Kroner
}

func (a Amount) differs() bool { return a.Old != a.New }

func (m *Money) isEmpty() bool {
	return len(m.Activities)+len(m.Categories)+len(m.Sources) == 0 && !m.Costs.differs() && !m.Financing.differs()
}

func moneyBetween(old, current State) Money {
	o, n := old.Project, current.Project
	return Money{
		Activities: amounts(activityCosts(o), activityCosts(n)),
		Categories: amounts(categoryCosts(old), categoryCosts(current)),
		Sources:    amounts(sources(o), sources(n)),
		Costs:      Amount{Title: word("costs"), Old: o.CostYearly().Total(), New: n.CostYearly().Total()},
		Financing:  Amount{Title: word("financing"), Old: o.FinancingYearly().Total(), New: n.FinancingYearly().Total()},
	}
}

// A sum is what something costs or pays in one state.
type sum struct {
	id     string
	title  i18n.Sayable
	kroner i18n.Kroner
}

// amounts lists the sums that differ, in the order of the new state, then
// those that are only in the old one.
func amounts(old, current []sum) []Amount {
	var all []Amount
	id := func(s *sum) string { return s.id }
	for i := range current {
		n := &current[i]
		a := Amount{ID: n.id, Title: n.title, New: n.kroner}
		if o := withID(old, n.id, id); o != nil {
			a.Old = o.kroner
		}
		all = append(all, a)
	}
	for i := range old {
		if o := &old[i]; withID(current, o.id, id) == nil {
			all = append(all, Amount{ID: o.id, Title: o.title, Old: o.kroner})
		}
	}
	return slices.DeleteFunc(all, func(a Amount) bool { return !a.differs() })
}

func activityCosts(p *model.Project) []sum {
	var all []sum
	for i := range p.Activities {
		a := &p.Activities[i]
		all = append(all, sum{a.ID, text(a.Title), a.CostOf().Total()})
	}
	return append(all, sum{"", i18n.Msg("costs of no single activity"), p.CommonCostYearly().Total()})
}

// categoryCosts adds up the costs by category, in the order of the call.
func categoryCosts(s State) []sum {
	var all []sum
	by := s.Project.CostByCategory()
	if s.Call != nil {
		for _, c := range s.Call.CostCategories {
			all = append(all, sum{c.ID, c.Title, by[c.ID].Total()})
			delete(by, c.ID)
		}
	}
	for c := range s.Project.Costs() {
		if yearly, ok := by[c.Category]; ok {
			all = append(all, sum{c.Category, text(c.Category), yearly.Total()})
			delete(by, c.Category)
		}
	}
	return all
}

// sources adds up what each source pays, and what the participants bring.
func sources(p *model.Project) []sum {
	var all []sum
	for i := range p.Budget.Financing {
		s := &p.Budget.Financing[i]
		all = append(all, sum{s.ID, text(s.Funder), s.Yearly().Total()})
	}
	return append(all,
		sum{"/cash", i18n.Msg("the participants' cash"), p.OwnCash().Total()},
		sum{"/hours", i18n.Msg("the participants' own effort"), p.OwnEffort().Total()})
}
