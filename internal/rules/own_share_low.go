package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

var ownShareLow = &Rule{
	Code: "BUD011", Name: "own-share-low", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: slices.Concat(spent(), paid()),
	Title: "the participants pay a smaller share than the call asks for",
	// While costs and financing differ, that is the finding: a share of what is
	// not paid for means nothing.
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		least := p.Call.Financing.OwnShareMin
		share, known := least.Known()
		costs, own := p.Project.CostYearly().Total(), p.Project.OwnYearly().Total()
		if !known || own == 0 || costs != p.Project.FinancingYearly().Total() || float64(own) >= share/100*float64(costs) || p.publicPaysTooMuch() {
			return
		}
		d := p.Reportf(p.Project.Place("participants"), "the participants' cash and hours pay %s of the costs, %s of %s; the call asks for at least %s",
			i18n.Share(float64(own)/float64(costs)), own, costs, i18n.Share(share/100))
		p.citing(d, least.At("value"), least.Provenance).
			Hint("let the participants bring %s more, in cash or hours", i18n.Kroner(share/100*float64(costs)+0.5)-own)
	},
}

// publicPaysTooMuch reports whether public money is above its highest share,
// which is a finding of its own; that the participants bring too little then
// says the same once more.
func (p *Pass) publicPaysTooMuch() bool {
	most, known := p.Call.Financing.PublicShareMax.Known()
	return known && p.publicParts()[0].tooMuch(most/100) > 0
}
