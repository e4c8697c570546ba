package model

import (
	"iter"
	"maps"
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// A Budget holds the costs of no single activity, and who pays apart from the
// participants.
type Budget struct {
	syntax.Origin
	Costs     []Cost   `key:"costs"`
	Financing []Source `key:"financing"`
	// VAT says whether the amounts hold value added tax: "excluded",
	// "included", or nothing.
	VAT           string      `key:"vat"`
	DeclaredTotal i18n.Kroner `key:"declared_total"`
	Bridging      Bridging    `key:"bridging"`
	// AidBasis is the rule of state aid: "cluster-scheme", "de-minimis", or
	// nothing.
	AidBasis string `key:"aid_basis"`
	// EarlierAid is the de minimis aid that the contract partner has been given
	// before.
	EarlierAid []YearAmount `key:"earlier_aid"`
}

// Bridging is money that is lent until grants are paid out.
type Bridging struct {
	syntax.Origin
	Amount i18n.Kroner `key:"amount"`
	Reason string      `key:"reason" text:"prose"`
}

// DeMinimis is the basis of aid that is small enough not to matter (F170).
const DeMinimis = "de-minimis"

// A Cost is a cost in one calendar year: an amount, or hours at a rate.
type Cost struct {
	syntax.Origin
	Category    string      `key:"category"`
	Year        int         `key:"year"`
	Amount      i18n.Kroner `key:"amount"`
	Participant string      `key:"participant" ref:"participant"`
	Hours       int64       `key:"hours"`
	Rate        i18n.Kroner `key:"rate"`
	Reason      string      `key:"reason" text:"prose"`
}

// Value returns what the cost amounts to.
func (c *Cost) Value() i18n.Kroner {
	if c.Hours != 0 || c.Rate != 0 {
		return i18n.Kroner(c.Hours) * c.Rate
	}
	return c.Amount
}

// The kinds of financing.
const (
	Grant        = "grant"
	OtherPublic  = "other-public"
	OtherPrivate = "other-private"
)

// The states of a source of financing.
const (
	Planned = "planned"
	Applied = "applied"
	Granted = "granted"
)

// A Source is someone who pays, apart from the participants.
type Source struct {
	syntax.Origin
	ID      string       `key:"id"`
	Kind    string       `key:"kind"`
	Funder  string       `key:"funder" text:"line"`
	Status  string       `key:"status"`
	Letter  string       `key:"letter"`
	Amounts []YearAmount `key:"amounts"`
}

// IsPublic reports whether the money is public (F130: all public sources
// count together).
func (s *Source) IsPublic() bool { return s.Kind == Grant || s.Kind == OtherPublic }

// Yearly returns the source's amounts by year.
func (s *Source) Yearly() Yearly {
	y := Yearly{}
	for _, a := range s.Amounts {
		y[a.Year] += a.Amount
	}
	return y
}

// Yearly holds amounts by calendar year.
type Yearly map[int]i18n.Kroner

// Total returns the sum over all years.
func (y Yearly) Total() i18n.Kroner {
	var total i18n.Kroner
	for _, amount := range y {
		total += amount
	}
	return total
}

// Years lists the years that have an amount, in order.
func (y Yearly) Years() []int { return slices.Sorted(maps.Keys(y)) }

// Add adds the amounts of other to y.
func (y Yearly) Add(other Yearly) {
	for year, amount := range other {
		y[year] += amount
	}
}

// SpentCost is a cost together with the activity that has it; Activity is nil
// for a cost of no single activity.
type SpentCost struct {
	*Cost
	Activity *Activity
}

// Costs lists every cost of the project: those of the activities in their
// order, then those of no single activity.
func (p *Project) Costs() iter.Seq[SpentCost] {
	return func(yield func(SpentCost) bool) {
		for i := range p.Activities {
			a := &p.Activities[i]
			for j := range a.Costs {
				if !yield(SpentCost{Cost: &a.Costs[j], Activity: a}) {
					return
				}
			}
		}
		for i := range p.Budget.Costs {
			if !yield(SpentCost{Cost: &p.Budget.Costs[i]}) {
				return
			}
		}
	}
}

// CostYearly returns all costs by year.
func (p *Project) CostYearly() Yearly {
	y := Yearly{}
	for c := range p.Costs() {
		y[c.Year] += c.Value()
	}
	return y
}

// CostOf returns an activity's costs by year.
func (a *Activity) CostOf() Yearly {
	y := Yearly{}
	for i := range a.Costs {
		y[a.Costs[i].Year] += a.Costs[i].Value()
	}
	return y
}

// CommonCostYearly returns the costs of no single activity by year.
func (p *Project) CommonCostYearly() Yearly {
	y := Yearly{}
	for i := range p.Budget.Costs {
		y[p.Budget.Costs[i].Year] += p.Budget.Costs[i].Value()
	}
	return y
}

// CostByCategory returns the costs by category and year.
func (p *Project) CostByCategory() map[string]Yearly {
	by := map[string]Yearly{}
	for c := range p.Costs() {
		if by[c.Category] == nil {
			by[c.Category] = Yearly{}
		}
		by[c.Category][c.Year] += c.Value()
	}
	return by
}

// OwnCash returns the participants' cash by year.
func (p *Project) OwnCash() Yearly { return p.own((*Participant).Cash) }

// OwnEffort returns what the participants' hours are worth, by year.
func (p *Project) OwnEffort() Yearly { return p.own((*Participant).Effort) }

// own adds up what the participants bring, apart from those that declined.
func (p *Project) own(part func(*Participant) Yearly) Yearly {
	y := Yearly{}
	for i := range p.Participants {
		if q := &p.Participants[i]; q.Commitment.Status != Declined {
			y.Add(part(q))
		}
	}
	return y
}

// PublicYearly returns the money of all public sources by year.
func (p *Project) PublicYearly() Yearly {
	y := Yearly{}
	for i := range p.Budget.Financing {
		if s := &p.Budget.Financing[i]; s.IsPublic() {
			y.Add(s.Yearly())
		}
	}
	return y
}

// AppliedYearly returns what is applied for in this call, by year.
func (p *Project) AppliedYearly() Yearly {
	y := Yearly{}
	for i := range p.Budget.Financing {
		if s := &p.Budget.Financing[i]; s.Kind == Grant {
			y.Add(s.Yearly())
		}
	}
	return y
}

// OwnYearly returns what the participants pay and work, by year.
func (p *Project) OwnYearly() Yearly {
	y := p.OwnCash()
	y.Add(p.OwnEffort())
	return y
}

// FinancingYearly returns all financing by year: the sources and the
// participants' own cash and effort.
func (p *Project) FinancingYearly() Yearly {
	y := Yearly{}
	for i := range p.Budget.Financing {
		y.Add(p.Budget.Financing[i].Yearly())
	}
	y.Add(p.OwnCash())
	y.Add(p.OwnEffort())
	return y
}

// Years lists the calendar years in which anything is spent or paid, in
// order.
func (p *Project) Years() []int {
	years := p.CostYearly()
	years.Add(p.FinancingYearly())
	return years.Years()
}
