package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var duplicateID = &Rule{
	Code: "REF002", Name: "duplicate-id", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "two of a kind have the same id",
	Check: func(p *Pass) {
		first := map[[2]string]model.Entity{}
		for _, e := range p.Project.Entities() {
			key := [2]string{e.Kind, e.ID}
			if f, ok := first[key]; ok {
				p.Reportf(e.At, "there are two of the kind %s with the id %q", word(e.Kind), e.ID).
					Relate(f.At, "the first one is here").
					Hint("give one of them another id, and say which of the two the references mean")
				continue
			}
			first[key] = e
		}
	},
}
