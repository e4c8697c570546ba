package rules

import (
	"soknad/internal/diag"
)

var declaredTotal = &Rule{
	Code: "BUD002", Name: "declared-total", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: spent(),
	Title: "a declared total is not what the costs add up to",
	Check: func(p *Pass) {
		for i := range p.Project.Activities {
			a := &p.Project.Activities[i]
			total := a.CostOf().Total()
			if a.DeclaredTotal != 0 && len(a.Costs) > 0 && a.DeclaredTotal != total {
				p.Reportf(a.At("declared_total"), "activity %q declares a total of %s, but its costs add up to %s",
					a.ID, a.DeclaredTotal, total).
					Hint("correct the costs, or delete declared_total: soknad computes it")
			}
		}
		b := &p.Project.Budget
		total := p.Project.CostYearly().Total()
		if b.DeclaredTotal != 0 && total != 0 && b.DeclaredTotal != total {
			p.Reportf(b.At("declared_total"), "the budget declares a total of %s, but all costs add up to %s",
				b.DeclaredTotal, total).
				Hint("correct the costs, or delete declared_total: soknad computes it")
		}
	},
}
