package rules

import (
	"strings"

	"soknad/internal/diag"
)

// alsoLost is how many other texts of the same list a finding points at.
const alsoLost = 3

var textLost = &Rule{
	Code: "TPL004", Name: "text-lost", Since: "0.1.0", Severity: diag.Warning, Needs: Assembled,
	Title: "a text stands nowhere in the document",
	Check: func(p *Pass) {
		found, also := map[string]*diag.Diagnostic{}, map[string]int{}
		for _, t := range p.Document.Lost(p.Project) {
			list, section, _ := strings.Cut(t.Field.Path, ".")
			if list == "sections" {
				if _, known := p.Call.Section(section); !known {
					continue // CAL007 says so.
				}
				list = t.Field.Path
			}
			if found[list] == nil {
				found[list] = p.Reportf(t, "this text stands nowhere in the document").
					Hint("no section of the call shows it: add a section or a template that does, or delete the text")
				continue
			}
			if also[list]++; also[list] <= alsoLost {
				found[list].Relate(t, "nor does this")
			}
		}
	},
}
