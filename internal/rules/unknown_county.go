package rules

import (
	"slices"

	"soknad/internal/diag"
)

var unknownCounty = &Rule{
	Code: "PAR019", Name: "unknown-county", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a municipality number begins with no county of the call's year",
	Check: func(p *Pass) {
		if p.Call == nil || len(p.Call.Counties.Value) == 0 {
			return
		}
		counties := p.Call.Counties
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			if len(q.Municipality) != 4 || slices.Contains(counties.Value, q.Municipality[:2]) {
				continue
			}
			d := p.Reportf(q.At("municipality"), "no county had the number %q in %d, so %q is no municipality", q.Municipality[:2], p.Call.About.Year, q.Municipality)
			p.citing(d, counties.At("value"), counties.Provenance).
				Hint("look up the municipality number as it was in that year; the reforms have changed many")
		}
	},
}
