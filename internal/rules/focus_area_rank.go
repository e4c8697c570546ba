package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var focusAreaRank = &Rule{
	Code: "GOA004", Name: "focus-area-rank", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a focus area has no priority, or the same as another",
	Check: func(p *Pass) {
		first := map[int]*model.FocusArea{}
		for i := range p.Project.FocusAreas {
			f := &p.Project.FocusAreas[i]
			other, taken := first[f.Priority]
			switch {
			case f.Lacks("priority"):
				p.Reportf(f, "focus area %q has no priority", f.ID).
					Hint("write priority: and its rank among the focus areas; 1 is the most important")
			case f.Priority == 0:
			case taken:
				p.Reportf(f.At("priority"), "focus area %q has the same priority as %q: %d", f.ID, other.ID, f.Priority).
					Relate(other.At("priority"), "the priority of %q stands here", other.ID).
					Hint("decide which of the two is the more important, and give each a rank of its own")
			default:
				first[f.Priority] = f
			}
		}
	},
}
