package rules

import (
	"math"
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

var payoutShort = &Rule{
	Code: "BUD016", Name: "payout-short", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: slices.Concat(workReads(), paid(), []string{"budget.bridging"}),
	Title: "the grants are paid out after the money is needed",
	Check: func(p *Pass) {
		if p.Call == nil || p.hasUnknownCategory() || !p.isFinanced() {
			return
		}
		plan, known := planOf(p.Call.Financing.Payout)
		year, short := p.longestWait(plan)
		if !known || short <= p.Project.Budget.Bridging.Amount {
			return
		}
		d := p.Reportf(p.bridging(), "at the end of %d %s more has been paid than has come in: the grants come later", year, short)
		p.citing(d, p.Call.Financing.Payout.At("interim"), p.Call.Financing.Payout.Interim.Provenance).
			Hint("find out who lends the money until then, and write it below budget: bridging: {amount: %d, reason: who and how}", int64(short))
	},
}

// isFinanced reports whether every year's costs are financed to the krone; where
// they are not, that is to be mended first.
func (p *Pass) isFinanced() bool {
	costs, financing := p.Project.CostYearly(), p.Project.FinancingYearly()
	return !slices.ContainsFunc(p.Project.Years(), func(y int) bool { return costs[y] != financing[y] })
}

// bridging is where the loan is written, or the budget.
func (p *Pass) bridging() source.Ranger {
	if b := p.Project.Budget.Bridging; b.Amount > 0 {
		return b.At("amount")
	}
	return p.Project.Place("budget")
}

// A payoutPlan is the shares of a grant that are paid in advance and on the
// way, the second when a share of the costs has been paid.
type payoutPlan struct{ advance, interim, interimAt float64 }

// planOf returns when the call pays grants out, and whether all of it is known.
func planOf(c call.Payout) (plan payoutPlan, known bool) {
	advance, first := c.Advance.Known()
	interim, second := c.Interim.Known()
	at, third := c.InterimAt.Known()
	return payoutPlan{advance / 100, interim / 100, at / 100}, first && second && third
}

// paidOut returns how much of a grant has been paid out when a share of the
// costs has been paid.
func (plan payoutPlan) paidOut(grant i18n.Kroner, done float64) i18n.Kroner {
	share := plan.advance
	if done >= plan.interimAt {
		share += plan.interim
	}
	return i18n.Kroner(math.Floor(share*float64(grant) + 1e-6))
}

// longestWait returns at the end of which year most money is missing, and how
// much. The last part of the grants comes after the last year.
func (p *Pass) longestWait(plan payoutPlan) (year int, short i18n.Kroner) {
	spent, costs := p.cashSpent(), p.Project.CostYearly()
	grants, others := p.Project.AppliedYearly(), p.cashPaid()
	var out, done, in i18n.Kroner
	for _, y := range p.Project.Years() {
		out, done, in = out+spent[y], done+costs[y], in+others[y]-grants[y]
		part := float64(done) / float64(max(costs.Total(), 1))
		if missing := out - in - plan.paidOut(grants.Total(), part); missing > short {
			year, short = y, missing
		}
	}
	return year, short
}
