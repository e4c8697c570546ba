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
				d := p.Reportf(p.Project.Application.At("call"), "the section %q is expected and has no text", s.Title.In(p.language()))
				p.citing(d, s.At("id"), s.Provenance).Hint("write it in sections/%s.md", s.ID)
				if guidance := s.Guidance.In(p.language()); guidance != "" {
					d.Hint("what the section should say: %s", guidance)
				}
			}
		}
	},
}
