package rules

import (
	"embed"
	"strings"
)

//go:embed *.md
var pages embed.FS

// Page returns the rule's page in Markdown: what the rule means, why it is
// one, a wrong and a right example, and the cure. It is "" when there is none,
// which the tests do not let happen.
func (r *Rule) Page() string {
	page, err := pages.ReadFile(strings.ReplaceAll(r.Name, "-", "_") + ".md")
	if err != nil {
		return ""
	}
	return string(page)
}

// Labels lists the headings of every page, in order.
func Labels() []string { return []string{"Meaning", "Why", "Wrong", "Right", "Cure"} }

// Find returns the rule with a code or a name, and whether there is one.
func Find(codeOrName string) (*Rule, bool) {
	for _, r := range All() {
		if strings.EqualFold(string(r.Code), codeOrName) || r.Name == codeOrName {
			return r, true
		}
	}
	return nil, false
}
