package rules

import "soknad/internal/diag"

var unknownCategory = &Rule{
	Code: "CAL004", Name: "unknown-category", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a cost has a category that the call does not have",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		categories, _ := p.Call.IDs("cost_categories")
		if len(categories) == 0 {
			return
		}
		var mentions []mention
		for c := range p.Project.Costs() {
			mentions = append(mentions, mention{c.Category, c.At("category")})
		}
		holdAgainst(mentions, categories, func(m mention) *diag.Diagnostic {
			return p.Reportf(m.at, "the call has no cost category %q", m.word).
				Relate(p.Call.Key("cost_categories"), "the call lists its cost categories here")
		})
	},
}
