package rules

import (
	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/model"
)

var scopeTooWide = &Rule{
	Code: "CAL014", Name: "scope-too-wide", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"focus_areas", "goals.level"},
	Title: "there are more focus areas or sub goals than a sharp application has",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		subs := 0
		for _, g := range p.Project.Goals {
			if g.Level == model.Sub {
				subs++
			}
		}
		scope := p.Call.Scope
		if p.exceeds(len(p.Project.FocusAreas), scope.FocusAreasMax) {
			most, _ := scope.FocusAreasMax.Known()
			d := p.Reportf(p.Project.Key("focus_areas"), "there are %d focus areas; a sharp application has at most %d", len(p.Project.FocusAreas), int(most))
			p.citing(d, scope.FocusAreasMax.At("value"), scope.FocusAreasMax.Provenance).
				Hint("join some of them, or drop those that few participants rank high")
		}
		if p.exceeds(subs, scope.SubGoalsMax) {
			most, _ := scope.SubGoalsMax.Known()
			d := p.Reportf(p.Project.Key("goals"), "there are %d sub goals; a sharp application has at most %d", subs, int(most))
			p.citing(d, scope.SubGoalsMax.At("value"), scope.SubGoalsMax.Provenance).
				Hint("join some of them, or make them result goals below another")
		}
	},
}

// exceeds reports whether a count is above a limit that is known.
func (p *Pass) exceeds(count int, limit call.Number) bool {
	most, known := limit.Known()
	return known && float64(count) > most
}
