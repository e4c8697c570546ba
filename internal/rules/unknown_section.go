package rules

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/model"
	"soknad/internal/source"
)

var unknownSection = &Rule{
	Code: "CAL007", Name: "unknown-section", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a text belongs to no section of the call",
	Check: func(p *Pass) {
		for _, f := range p.Strays {
			p.stray(f)
		}
		if p.Call == nil {
			return
		}
		sections, known := p.Call.IDs("sections")
		for _, prose := range p.Project.Prose {
			if !known || prose.IsBlank() || slices.Contains(sections, prose.ID) {
				continue
			}
			d := p.Reportf(firstLine(prose), "the call has no section %q, so this text would be left out", prose.ID).
				Relate(p.Call.Key("sections"), "the call lists its sections here")
			if nearest := diag.Nearest(prose.ID, sections); nearest != "" {
				d.Hint("did you mean %q?", nearest)
				continue
			}
			d.Hint("the call's sections are: %s", joined(sections))
		}
	},
}

// stray reports a text that no section reads because of its file's name.
func (p *Pass) stray(f *source.File) {
	text := bytes.TrimLeft(f.Text, "\ufeff \t\r\n")
	if len(text) == 0 {
		return
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	start := len(f.Text) - len(text)
	id := strings.TrimSuffix(path.Base(f.Name), path.Ext(f.Name))
	d := p.Reportf(f.Span(start, start+len(bytes.TrimRight(line, " \t\r"))), "a file of this name is no section's, so this text would be left out")
	if _, taken := p.Project.SectionText(id); taken {
		d.Hint("move the text into sections/%s.md", id)
		return
	}
	d.Hint("name the file sections/%s.md", id)
}

// firstLine returns where the first line stands that is not blank.
func firstLine(prose model.Prose) source.Span {
	text := strings.TrimLeft(prose.Text, " \t\n")
	start := len(prose.Text) - len(text)
	line, _, _ := strings.Cut(text, "\n")
	return prose.Part(start, start+len(strings.TrimRight(line, " \t")))
}
