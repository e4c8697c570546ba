package document

import (
	"slices"
	"strings"
	"unicode"

	"soknad/internal/model"
)

// Lost lists the texts of a project that stand nowhere in its document,
// although its variant leaves nothing of the kind out. Only letters and
// digits are compared, since a text may be indented, joined to one line, or
// given headings of another level. What the call has no section for is not
// listed.
func (d *Document) Lost(p *model.Project) []model.Text {
	s := search{text: lettersOf(string(d.Text)), from: map[string]int{}}
	omissions := Omissions(d.Variant)
	var lost []model.Text
	for _, t := range p.Texts() {
		if slices.ContainsFunc(omissions, func(o Omission) bool { return o.Has(t.Field) }) {
			continue
		}
		if _, isID := p.Participant(t.Value); !isID && !s.finds(t.Field.Path, lettersOf(t.Value)) {
			lost = append(lost, t)
		}
	}
	return lost
}

// lettersOf returns the letters and digits of a text, without the labels of
// its footnotes, which texts that become one may have to change.
func lettersOf(text string) string {
	if strings.Contains(text, "[^") {
		text = reference().ReplaceAllString(text, "")
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// A search looks for many parts of one text. Those of one kind mostly stand
// in order, so it goes on from where it found the last.
type search struct {
	text string
	from map[string]int // by kind
}

func (s search) finds(kind, part string) bool {
	from := s.from[kind]
	i := strings.Index(s.text[from:], part)
	if i >= 0 {
		s.from[kind] = from + i
		return true
	}
	return strings.Contains(s.text[:min(from+len(part), len(s.text))], part)
}
