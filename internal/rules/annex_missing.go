package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var annexMissing = &Rule{
	Code: "ANX001", Name: "annex-missing", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"annexes.kind"},
	Title: "an annex that the call asks for is missing",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		for i := range p.Call.Annexes {
			asked := &p.Call.Annexes[i]
			if asked.Required == nil || !*asked.Required ||
				slices.ContainsFunc(p.Project.Annexes, func(a model.Annex) bool { return a.Kind == asked.Kind }) {
				continue
			}
			d := p.Reportf(p.Project.Place("annexes"), "the call asks for an annex of the kind %q, and there is none", asked.Kind)
			p.citing(d, asked.At("kind"), asked.Provenance).
				Hint("put the file in the folder annexes, and write it among the annexes with kind: %s", asked.Kind)
		}
	},
}
