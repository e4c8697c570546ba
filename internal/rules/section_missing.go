package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/syntax"
)

var sectionMissing = &Rule{
	Code: "CAL002", Name: "section-missing", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a section that the call asks for is missing or empty",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		told := map[string]*diag.Diagnostic{}
		for i := range p.Call.Sections {
			s := &p.Call.Sections[i]
			if !s.Required || s.ID == "" {
				continue
			}
			if s.WantsProse() && p.lacksProse(s.ID) {
				p.reportProse(s)
			}
			for _, key := range s.Data {
				if p.lacksData(key) {
					p.reportData(told, key, s)
				}
			}
		}
	},
}

// summarySection is the section that application.summary opens.
const summarySection = "summary"

// lacksProse reports whether nothing is written for a section. A text whose
// name is a slip of the section's is a finding of its own, and not missing.
func (p *Pass) lacksProse(id string) bool {
	if id == summarySection && !p.Project.Application.Lacks("summary") || !p.Project.Intact("sections."+id) {
		return false
	}
	sections, _ := p.Call.IDs("sections")
	for _, prose := range p.Project.Prose {
		if !prose.IsBlank() && (prose.ID == id || diag.Nearest(prose.ID, sections) == id) {
			return false
		}
	}
	return true
}

// lacksData reports whether a part of the description is absent or empty.
func (p *Pass) lacksData(key string) bool {
	n := p.Project.Node(key)
	return p.Project.Lacks(key) || n != nil && n.Kind == syntax.Mapping && len(n.Fields) == 0 && !n.Truncated
}

func (p *Pass) reportProse(s *call.Section) {
	at, title := p.Project.Application.At("call"), s.Title.In(p.language())
	if s.ID == summarySection {
		p.asked(p.Reportf(at, "the section %q has no text: write it under \"summary\" of the application", title), s)
		return
	}
	p.asked(p.Reportf(at, "the section %q has no text: write it in sections/%s.md", title, s.ID), s)
}

// reportData says once of each part of the description that it is missing,
// however many sections are made from it.
func (p *Pass) reportData(told map[string]*diag.Diagnostic, key string, s *call.Section) {
	title := s.Title.In(p.language())
	if d := told[key]; d != nil {
		d.Relate(s.At("id"), "the section %q is made from it too", title)
		return
	}
	told[key] = p.asked(p.Reportf(p.Project.Application.At("call"),
		"nothing is written under %q, which the section %q is made from", key, title), s)
}

// asked adds what the call says of a section that it asks for.
func (p *Pass) asked(d *diag.Diagnostic, s *call.Section) *diag.Diagnostic {
	p.citing(d, s.At("id"), s.Provenance)
	if guidance := s.Guidance.In(p.language()); guidance != "" {
		d.Hint("what the section should say: %s", guidance)
	}
	if first := slices.IndexFunc(p.list, func(e *diag.Diagnostic) bool { return e.Code == p.rule.Code }); p.list[first] != d {
		return d // How well the outline is known need be said only once.
	}
	switch p.Call.About.Status {
	case call.Reconstructed:
		d.Hint("the outline of this call is a reconstruction, not the official one: the call text you hold goes before it")
	case call.Partial:
		d.Hint("the outline of this call is known only in part: the call text you hold goes before it")
	}
	return d
}
