package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var focusAreaUnused = &Rule{
	Code: "GOA005", Name: "focus-area-unused", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"goals.focus_areas", "activities.focus_area"},
	Title: "a focus area has no goal or no activity",
	Check: func(p *Pass) {
		for i := range p.Project.FocusAreas {
			f := &p.Project.FocusAreas[i]
			noGoal, noActivity := p.isWithoutGoal(f), p.isWithoutActivity(f)
			switch {
			case f.ID == "":
			case noGoal && noActivity:
				p.Reportf(f, "focus area %q has no goal and no activity", f.ID).
					Hint("give it a goal and an activity, or leave the focus area out")
			case noGoal:
				p.Reportf(f, "focus area %q has no goal", f.ID).
					Hint("write %q among the focus_areas: of a goal, or leave the focus area out", f.ID)
			case noActivity:
				p.Reportf(f, "focus area %q has no activity", f.ID).
					Hint("write focus_area: %s in an activity, or leave the focus area out", f.ID)
			}
		}
	},
}

// isWithoutGoal reports whether goals are written and none of them belongs to
// a focus area.
func (p *Pass) isWithoutGoal(f *model.FocusArea) bool {
	return len(p.Project.Goals) > 0 && !slices.ContainsFunc(p.Project.Goals, func(g model.Goal) bool {
		return slices.Contains(g.FocusAreas, f.ID)
	})
}

// isWithoutActivity reports whether activities belong to focus areas and none
// of them to this one. Activities that belong to none are findings of their
// own.
func (p *Pass) isWithoutActivity(f *model.FocusArea) bool {
	begun := false
	for _, a := range p.Project.Activities {
		if a.FocusArea == f.ID {
			return false
		}
		begun = begun || a.FocusArea != ""
	}
	return begun
}
