package rules

import (
	"regexp"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/model"
)

var privateInText = &Rule{
	Code: "TXT009", Name: "private-in-text", Since: "0.1.0", Severity: diag.Note, Needs: Assembled,
	Title: "a text says what a public document leaves out",
	Check: func(p *Pass) {
		addresses, phones := regexp.MustCompile(emailPattern), regexp.MustCompile(`^(?:`+phonePattern+`)`)
		for _, t := range p.Project.Texts() {
			for _, at := range contactsIn(t.Value, addresses, phones) {
				if t.Markdown || at[1]-at[0] < len(t.Value) { // A line of its own is a contact's field.
					p.reportPrivate(t, at).Hint("write it in contact: instead, which a public document leaves out")
				}
			}
		}
		sums := regexp.MustCompile(kronerPattern)
		for _, t := range p.Project.Texts() {
			if t.Field.Path != "participants.interest" && t.Field.Path != "participants.contribution.text" {
				continue
			}
			for _, at := range sums.FindAllStringIndex(t.Value, -1) {
				p.reportPrivate(t, at).Hint("write it in cash: or hours: instead, which a public document leaves out")
			}
		}
	},
}

// contactsIn returns the byte offsets of the e-mail addresses and telephone
// numbers of a text.
func contactsIn(text string, addresses, phones *regexp.Regexp) [][]int {
	if !strings.Contains(text, "@") {
		return scan(text, beginsPhone, phones)
	}
	found := addresses.FindAllStringIndex(text, -1)
	for _, at := range scan(text, beginsPhone, phones) {
		if !slices.ContainsFunc(found, func(mail []int) bool { return mail[0] < at[1] && at[0] < mail[1] }) {
			found = append(found, at)
		}
	}
	slices.SortFunc(found, func(a, b []int) int { return a[0] - b[0] })
	return found
}

const (
	emailPattern = `[\p{L}0-9._%+-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+`
	// phonePattern matches eight digits as they are grouped in Norway, those
	// of a mobile phone without groups, and numbers with the code of a land.
	phonePattern = `\+[0-9]{2}(?:[ \x{a0}]?[0-9]{2,3}){3,4}\b` +
		`|[2-9][0-9](?:[ \x{a0}][0-9]{2}){3}\b|[489][0-9]{2}[ \x{a0}][0-9]{2}[ \x{a0}][0-9]{3}\b|[49][0-9]{7}\b`
	kronerPattern = `(?i)\bkr\.?[ \x{a0}]?[0-9](?:[ .\x{a0}]?[0-9])*|[0-9](?:[ .\x{a0}]?[0-9])*[ \x{a0}](?:kr|kroner|NOK)\b`
)

// reportPrivate reports a part of a text. In a public document it is more than
// a note: it is about to be read.
func (p *Pass) reportPrivate(t model.Text, at []int) *diag.Diagnostic {
	d := p.Reportf(t.Part(at[0], at[1]), "a public document would say %q", t.Value[at[0]:at[1]])
	if p.Document.Variant == document.Public {
		d.Severity = diag.Warning
	}
	return d
}
