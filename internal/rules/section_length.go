package rules

import (
	"strings"
	"unicode/utf8"

	"soknad/internal/diag"
	"soknad/internal/source"
)

var sectionLength = &Rule{
	Code: "CAL003", Name: "section-length", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a section's text is longer than the call allows",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		for i := range p.Call.Sections {
			s := &p.Call.Sections[i]
			text, ok := p.Project.SectionText(s.ID)
			if s.Limit.Characters == nil || !ok {
				continue
			}
			written := strings.TrimSpace(text.Text)
			n, most := utf8.RuneCountInString(written), *s.Limit.Characters
			if n <= most {
				continue
			}
			d := p.Reportf(text.Part(offsetOf(text.Text, most), len(strings.TrimRight(text.Text, " \n"))),
				"the section %q has %d characters; the most is %d", s.Title.In(p.language()), n, most).
				Hint("what would be cut begins here")
			p.citing(d, s.Limit.At("characters"), s.Provenance)
		}
	},
}

// offsetOf returns the byte offset of the n-th character, counted from 0.
func offsetOf(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// sectionPlace returns where a section's text is written, or the call's name
// when it has none.
func (p *Pass) sectionPlace(id string) source.Ranger {
	if text, ok := p.Project.SectionText(id); ok {
		return text.Part(0, min(len(text.Text), 1))
	}
	return p.Project.Application.At("call")
}
