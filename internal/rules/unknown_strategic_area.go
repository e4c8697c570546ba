package rules

import "soknad/internal/diag"

var unknownStrategicArea = &Rule{
	Code: "CAL005", Name: "unknown-strategic-area", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a focus area belongs to a strategic area that the call does not have",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		areas, known := p.Call.IDs("strategic_areas")
		if !known {
			return
		}
		var mentions []mention
		for _, f := range p.Project.FocusAreas {
			mentions = append(mentions, mention{f.StrategicArea, f.At("strategic_area")})
		}
		holdAgainst(mentions, areas, func(m mention) *diag.Diagnostic {
			if len(areas) == 0 {
				return p.Reportf(m.at, "the call has no strategic areas, so %q is not one", m.word).
					Relate(p.Call.Key("strategic_areas"), "the call's list of them is empty").
					Hint("delete the line: in this call the applicants choose their focus areas freely")
			}
			return p.Reportf(m.at, "the call has no strategic area %q", m.word).
				Relate(p.Call.Key("strategic_areas"), "the call lists its strategic areas here")
		})
	},
}
