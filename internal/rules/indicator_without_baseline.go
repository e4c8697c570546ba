package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var indicatorWithoutBaseline = &Rule{
	Code: "GOA007", Name: "indicator-without-baseline", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an indicator has no baseline, or one without a date or a source",
	Check: func(p *Pass) {
		for i := range p.Project.Goals {
			for j := range p.Project.Goals[i].Indicators {
				p.checkBaseline(&p.Project.Goals[i].Indicators[j])
			}
		}
	},
}

func (p *Pass) checkBaseline(n *model.Indicator) {
	if n.Lacks("baseline") {
		p.Reportf(n, "indicator %q has no baseline", n.Name).
			Hint("write baseline: with the value before the project, its date and its source")
	} else if n.Baseline.Node("value") != nil {
		p.checkBaselineParts(n)
	}
}

// checkBaselineParts reports a baseline that nobody can check, because it
// does not say when it was true or who says so (F180). One without a value
// could not be read, because a baseline cannot be without.
func (p *Pass) checkBaselineParts(n *model.Indicator) {
	var parts lacking
	if n.Baseline.Lacks("date") {
		parts = append(parts, word("a date"))
	}
	if n.Baseline.Lacks("source") {
		parts = append(parts, word("a source"))
	}
	if len(parts) > 0 {
		p.Reportf(n.Key("baseline"), "the baseline of %q lacks %s", n.Name, parts).
			Hint("write the day on which the value was true as date:, and where it comes from as source:")
	}
}
