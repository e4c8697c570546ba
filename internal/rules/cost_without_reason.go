package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var costWithoutReason = &Rule{
	Code: "BUD007", Name: "cost-without-reason", Since: "0.1.0", Severity: diag.Note, Needs: Decoded,
	Title: "a cost has no reason",
	Check: func(p *Pass) {
		told := map[*model.Activity]*diag.Diagnostic{}
		for c := range p.Project.Costs() {
			if !c.Lacks("reason") {
				continue
			}
			if d, ok := told[c.Activity]; ok {
				d.Relate(c.At("category"), "this cost has no reason either")
				continue
			}
			told[c.Activity] = p.reportNoReason(c)
		}
	},
}

// reportNoReason reports the first cost without a reason of an activity, or
// of no single one.
func (p *Pass) reportNoReason(c model.SpentCost) *diag.Diagnostic {
	var d *diag.Diagnostic
	if c.Activity == nil {
		d = p.Reportf(c.At("category"), "the budget has a cost without a reason")
	} else {
		d = p.Reportf(c.At("category"), "activity %q has a cost without a reason", c.Activity.ID)
	}
	return d.Hint("write reason: with what it pays for and how the number was reached")
}
