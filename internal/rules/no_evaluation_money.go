package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/model"
)

// evaluation is the category of measuring, evaluating and auditing.
const evaluation = "evaluation"

var noEvaluationMoney = &Rule{
	Code: "BUD015", Name: "no-evaluation-money", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"activities.costs.category", "budget.costs.category"},
	Title: "there is no money for measuring, evaluation and audit",
	Check: func(p *Pass) {
		costs := slices.Collect(p.Project.Costs())
		if p.Call == nil || len(costs) == 0 || !p.hasCategory(evaluation) ||
			slices.ContainsFunc(costs, func(c model.SpentCost) bool { return c.Category == evaluation }) {
			return
		}
		i := slices.IndexFunc(p.Call.CostCategories, func(n call.Named) bool { return n.ID == evaluation })
		category := p.Call.CostCategories[i]
		d := p.Reportf(p.Project.Place("budget"), "no cost has the category %q", category.Title)
		p.citing(d, category.At("id"), category.Provenance).
			Hint("set money aside for the baseline study, the evaluation at the end and the auditor, with category: %s", evaluation)
	},
}
