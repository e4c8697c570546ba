package rules

import (
	"embed"
	"path"
	"strings"

	"soknad/internal/i18n"
)

//go:embed *.md nb/*.md nn/*.md
var pages embed.FS

// Page returns the rule's page in Markdown: what the rule means, why it is
// one, a wrong and a right example, and the cure. It is "" when there is none,
// which the tests do not let happen. The examples stand in the English page
// only; a page of another language holds what is said, by people and by soknad.
func (r *Rule) Page(l i18n.Lang) string {
	page, said := r.read("."), r.read(string(l))
	if said == "" {
		return page
	}
	title, _, _ := strings.Cut(page, "\n")
	out := title + "\n"
	for _, label := range Labels() {
		heading := i18n.Msg(label).In(l)
		out += "\n## " + heading + "\n" + translated(section(page, label), section(said, heading))
	}
	return out
}

// read returns what the folder of a language holds of the rule's page.
func (r *Rule) read(folder string) string {
	page, err := pages.ReadFile(path.Join(folder, strings.ReplaceAll(r.Name, "-", "_")+".md"))
	if err != nil {
		return ""
	}
	return string(page)
}

// section returns what stands below a heading of a page.
func section(page, heading string) string {
	_, after, _ := strings.Cut("\n"+page, "\n## "+heading+"\n")
	below, _, _ := strings.Cut(after, "\n## ")
	return below
}

// findings begins the block of a page that shows what is found.
const findings = "```text\n"

// translated puts what is said in another language in the place of the English,
// and leaves an example as it is.
func translated(english, said string) string {
	if said == "" {
		return english
	}
	example, rest, shown := strings.Cut(english, findings)
	if !shown {
		return said
	}
	_, after, _ := strings.Cut(rest, "```")
	_, said, _ = strings.Cut(said, findings)
	found, _, _ := strings.Cut(said, "```")
	return example + findings + found + "```" + after
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
