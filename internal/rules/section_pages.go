package rules

import "soknad/internal/diag"

var sectionPages = &Rule{
	Code: "PAG003", Name: "section-pages", Since: "0.1.0", Severity: diag.Warning, Needs: LaidOut,
	Title: "a section takes more pages than the call allows",
	Check: func(p *Pass) {
		for _, e := range p.Pages.Extents {
			s, ok := p.Call.Section(e.Section)
			if !ok || s.Limit.Pages == nil || e.LastPage-e.FirstPage+1 <= *s.Limit.Pages {
				continue
			}
			d := p.Reportf(p.sectionPlace(s.ID), "the section %q takes %d pages; the most is %d",
				s.Title.In(p.language()), e.LastPage-e.FirstPage+1, *s.Limit.Pages)
			p.citing(d, s.Limit.At("pages"), s.Provenance)
		}
	},
}
