package rules

import "soknad/internal/diag"

var sectionExpected = &Rule{
	Code: "CAL010", Name: "section-expected", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a section that readers expect has no text",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		for i := range p.Call.Sections {
			if s := &p.Call.Sections[i]; s.Expected && !s.Required && s.WantsProse() && p.lacksProse(s.ID) {
				p.asked(p.Reportf(p.Project.Application.At("call"), "the section %q is expected and has no text: write it in sections/%s.md",
					s.Title.In(p.language()), s.ID), s)
			}
		}
	},
}
