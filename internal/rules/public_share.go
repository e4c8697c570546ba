package rules

import (
	"math"
	"slices"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var publicShare = &Rule{
	Code: "BUD003", Name: "public-share", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: slices.Concat(spent(), []string{"budget.financing.kind", "budget.financing.amounts"}),
	Title: "public money pays too much of the costs",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		if most, known := p.Call.Financing.PublicShareMax.Known(); known {
			p.checkPublicShare(most / 100)
		}
	},
}

// A publicPart is the public money and the costs of a year, or of all years
// when Year is 0.
type publicPart struct {
	Year         int
	Public, Cost i18n.Kroner
}

// tooMuch returns by how much the public money is above a share of the costs.
// Where nothing is spent there is no share: that the year's financing is
// wrong is another finding.
func (s publicPart) tooMuch(most float64) i18n.Kroner {
	if s.Cost == 0 {
		return 0
	}
	return max(0, s.Public-i18n.Kroner(math.Floor(most*float64(s.Cost)+1e-6)))
}

func (s publicPart) share() i18n.Share { return i18n.Share(float64(s.Public) / float64(s.Cost)) }

// checkPublicShare holds the total and each year against the highest share.
// It is one finding: the total is said first, and the years follow as hints.
func (p *Pass) checkPublicShare(most float64) {
	var d *diag.Diagnostic
	for _, s := range p.publicParts() {
		switch tooMuch := s.tooMuch(most); {
		case tooMuch == 0:
		case d == nil:
			d = p.reportPublicShare(s, tooMuch)
		default:
			d.Hint("look at %d too, where public money pays %s of the costs: %s is too much", s.Year, s.share(), tooMuch)
		}
	}
}

// publicParts lists the total first, then each year; a single year is the
// total.
func (p *Pass) publicParts() []publicPart {
	public, costs := p.Project.PublicYearly(), p.Project.CostYearly()
	parts := []publicPart{{0, public.Total(), costs.Total()}}
	years := p.Project.Years()
	if len(years) == 1 {
		return parts
	}
	for _, year := range years {
		parts = append(parts, publicPart{year, public[year], costs[year]})
	}
	return parts
}

func (p *Pass) reportPublicShare(s publicPart, tooMuch i18n.Kroner) *diag.Diagnostic {
	sources := p.publicSources(s.Year)
	var d *diag.Diagnostic
	if s.Year == 0 {
		d = p.Reportf(sources[0], "public money pays %s of the costs, %s of %s: that is %s too much",
			s.share(), s.Public, s.Cost, tooMuch)
	} else {
		d = p.Reportf(sources[0], "public money pays %s of the costs of %d, %s of %s: that is %s too much",
			s.share(), s.Year, s.Public, s.Cost, tooMuch)
	}
	for _, source := range sources {
		d.Relate(source, "%s pays %s", source.Funder, paidIn(source, s.Year))
	}
	limit := p.Call.Financing.PublicShareMax
	return p.citing(d, limit.At("value"), limit.Provenance).
		Hint("let public money pay at most %s, and the participants' cash and hours or other private money the rest", s.Public-tooMuch)
}

// publicSources lists the public sources that pay in a year, or at all when
// the year is 0: what is applied for first.
func (p *Pass) publicSources(year int) []model.Source {
	sources := slices.DeleteFunc(slices.Clone(p.Project.Budget.Financing), func(s model.Source) bool {
		return !s.IsPublic() || paidIn(s, year) == 0
	})
	slices.SortStableFunc(sources, grantsFirst)
	return sources
}

// paidIn returns what a source pays in a year, or in all when the year is 0.
func paidIn(s model.Source, year int) i18n.Kroner {
	if year == 0 {
		return s.Yearly().Total()
	}
	return s.Yearly()[year]
}
