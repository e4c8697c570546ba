package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var strategicAreaUnmapped = &Rule{
	Code: "CAL013", Name: "strategic-area-unmapped", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"focus_areas"},
	Title: "a strategic area of the call has no focus area",
	Check: func(p *Pass) {
		if p.Call == nil || len(p.Project.FocusAreas) == 0 {
			return
		}
		for i := range p.Call.StrategicAreas {
			area := &p.Call.StrategicAreas[i]
			if !slices.ContainsFunc(p.Project.FocusAreas, func(f model.FocusArea) bool { return f.StrategicArea == area.ID }) {
				d := p.Reportf(p.Project.Key("focus_areas"), "no focus area belongs to the call's strategic area %q", area.Title)
				p.citing(d, area.At("id"), area.Provenance).
					Hint("write strategic_area: %s in the focus area that serves it, or say in the text why you leave it out", area.ID)
			}
		}
	},
}
