package model

import (
	"math/bits"
	"slices"

	"soknad/internal/i18n"
)

// The payers of the cube that are no source of financing.
const (
	PayCash     = "own-cash"   // the participants' cash
	PayEffort   = "own-effort" // the participants' hours, which pay for themselves (F139)
	PayNobody   = "unfinanced" // what the year's financing does not reach
	PayRounding = "rounding"   // whole kroner that no share came to
)

// A Cell is a part of the project's costs that differs from no other in what
// it is told apart by.
type Cell struct {
	Activity    string // its id, "" for costs of no single activity
	Category    string
	Participant string // whose hours or expenses it is, "" for nobody's
	Year        int
	Payer       string // the id of a source of financing, or one of the constants
	Kroner      i18n.Kroner
}

// A Cube is all costs of a project, told apart by activity, category,
// participant, year and payer.
type Cube []Cell

// Cube divides every cost among those who pay. The participants' own work, as
// own tells it, pays for itself. The rest of a year is paid by the money of that
// year, each cost in the same proportion: a share is rounded down to whole
// kroner, and what is left of a cost is a cell of the payer PayRounding. Where
// the money does not reach, the rest is a cell of PayNobody; where there is
// too much, it stays unspent.
func (p *Project) Cube(own func(SpentCost) bool) Cube {
	var cube Cube
	money := p.money()
	spent := Yearly{}
	for c := range p.Costs() {
		if !own(c) {
			spent[c.Year] += c.Value()
		}
	}
	for c := range p.Costs() {
		cell := Cell{Category: c.Category, Participant: c.Participant, Year: c.Year, Kroner: c.Value(), Payer: PayEffort}
		if c.Activity != nil {
			cell.Activity = c.Activity.ID
		}
		if own(c) {
			cube = append(cube, cell)
			continue
		}
		cube = append(cube, cell.dividedAmong(money, spent[c.Year])...)
	}
	return slices.DeleteFunc(cube, func(c Cell) bool { return c.Kroner == 0 })
}

// A purse is the money of one payer.
type purse struct {
	payer   string
	amounts Yearly
}

// money lists the purses: the sources in their order, then the participants'
// cash.
func (p *Project) money() []purse {
	var all []purse
	for i := range p.Budget.Financing {
		s := &p.Budget.Financing[i]
		all = append(all, purse{s.ID, s.Yearly()})
	}
	return append(all, purse{PayCash, p.OwnCash()})
}

// dividedAmong divides a cost of a year in which spent is spent in all.
func (c Cell) dividedAmong(money []purse, spent i18n.Kroner) []Cell {
	var paid i18n.Kroner
	for _, m := range money {
		paid += m.amounts[c.Year]
	}
	whole := max(paid, spent)
	cost, left := c.Kroner, c.Kroner
	var cells []Cell
	pay := func(payer string, part i18n.Kroner) {
		left -= part
		c.Payer, c.Kroner = payer, part
		cells = append(cells, c)
	}
	for _, m := range money {
		pay(m.payer, share(cost, m.amounts[c.Year], whole))
	}
	pay(PayNobody, share(cost, spent-min(paid, spent), whole))
	pay(PayRounding, left)
	return cells
}

// share returns part/whole of an amount, rounded down to whole kroner. The
// product of two amounts can be too large for an integer of 64 bits.
func share(amount, part, whole i18n.Kroner) i18n.Kroner {
	if whole == 0 {
		return 0
	}
	high, low := bits.Mul64(uint64(amount), uint64(part))
	quotient, _ := bits.Div64(high, low, uint64(whole))
	return i18n.Kroner(quotient)
}

// Total returns the sum of all cells.
func (c Cube) Total() i18n.Kroner {
	var total i18n.Kroner
	for _, cell := range c {
		total += cell.Kroner
	}
	return total
}

// By adds up the cells by what of tells of each, which is a part of a cell
// such as its year, or several of them.
func By[K comparable](c Cube, of func(Cell) K) map[K]i18n.Kroner {
	sums := map[K]i18n.Kroner{}
	for _, cell := range c {
		sums[of(cell)] += cell.Kroner
	}
	return sums
}
