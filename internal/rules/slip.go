package rules

import (
	"regexp"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A slip is a form of writing numbers, amounts or dates that Norwegian does
// not use: what it looks like, by a pattern for scan, and how it is written
// instead.
type slip struct {
	pattern  *regexp.Regexp
	mayBegin func(text string, at int) bool
	// right turns the groups of a match into what should stand there, "" when
	// the match is none after all.
	right func(groups []string) string
}

// slips reports every place in a Norwegian application's texts where a slip
// stands; each carries its cure.
func (p *Pass) slips(s slip, format string) {
	if p.language() == i18n.EN {
		return
	}
	for _, t := range p.Project.Texts() {
		for _, at := range scan(t.Value, s.mayBegin, s.pattern) {
			p.slip(t, s, format, at)
		}
	}
}

func (p *Pass) slip(t model.Text, s slip, format string, at []int) {
	groups := make([]string, len(at)/2)
	for i := range groups {
		if at[2*i] >= 0 {
			groups[i] = t.Value[at[2*i]:at[2*i+1]]
		}
	}
	right := s.right(groups)
	if right == "" || isInAddress(t.Value, at[0], at[1]) || !isWord(t.Value, at[0], at[1]) {
		return
	}
	written := t.Part(at[0], at[1])
	shown := strings.ReplaceAll(right, "\u00a0", " ")
	d := p.Reportf(written, format, strings.ReplaceAll(groups[0], "\u00a0", " "))
	if shown == groups[0] {
		d.Hint("write no-break spaces between its groups; validate --fix does it")
	} else {
		d.Hint("write %q", shown)
	}
	if string(written.Text()) == groups[0] {
		d.Fix(written, right, "write %q", shown)
	}
}

// isInAddress reports whether a part of a text stands in an address of the
// web, a file's name or a number with letters, where the rules of language
// do not hold.
func isInAddress(text string, start, end int) bool {
	from := strings.LastIndexAny(text[:start], " \n\t\u00a0") + 1
	to := end
	if i := strings.IndexAny(text[end:], " \n\t"); i >= 0 {
		to = end + i
	}
	return strings.Contains(text[from:to], "/") && strings.ContainsAny(text[from:start], ":/@") || strings.Contains(text[from:to], "@")
}
