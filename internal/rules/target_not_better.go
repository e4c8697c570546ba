package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var targetNotBetter = &Rule{
	Code: "GOA008", Name: "target-not-better", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a target is not better than the baseline",
	Check: func(p *Pass) {
		for i := range p.Project.Goals {
			for j := range p.Project.Goals[i].Indicators {
				n := &p.Project.Goals[i].Indicators[j]
				if gain, known := n.Gain(); known && gain <= 0 {
					p.reportTarget(n)
				}
			}
		}
	},
}

func (p *Pass) reportTarget(n *model.Indicator) {
	d := p.Reportf(n.Target.At("value"), "the target of %q, %s, is not better than its baseline, %s",
		n.Name, number(n.Target.Value), number(n.Baseline.Value)).
		Relate(n.Baseline.At("value"), "the baseline stands here")
	if n.Direction == model.Decrease {
		d.Hint("write a lower target, or delete direction: decrease if a higher number is better")
	} else {
		d.Hint("write a higher target, or write direction: decrease if a lower number is better")
	}
}
