package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var looseActivity = &Rule{
	Code: "GOA012", Name: "loose-activity", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an activity belongs to no focus area, or serves no goal",
	Check: func(p *Pass) {
		for i := range p.Project.Activities {
			a := &p.Project.Activities[i]
			if parts := p.looseEnds(a); len(parts) > 0 {
				p.Reportf(a, "activity %q %s", a.ID, parts).
					Hint("write its focus_area: and its goals:, or leave the activity out")
			}
		}
	},
}

// looseEnds says what an activity is not tied to. That it answers no
// challenge is told only when it serves no goal either; and nothing can be
// tied to a list that is not begun.
func (p *Pass) looseEnds(a *model.Activity) lacking {
	var parts lacking
	if a.Lacks("focus_area") && len(p.Project.FocusAreas) > 0 {
		parts = append(parts, word("belongs to no focus area"))
	}
	if a.Lacks("goals") && len(p.Project.Goals) > 0 {
		parts = append(parts, word("serves no goal"))
		if a.Lacks("answers") && len(p.Project.Challenges) > 0 {
			parts = append(parts, word("answers no challenge"))
		}
	}
	return parts
}
