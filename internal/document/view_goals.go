package document

import (
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// goals lists the goals so that each stands below its parent, with the
// white space that indents it in a nested list.
func (v *view) goals() []fields {
	all := []fields{}
	shown := map[string]bool{}
	var below func(parent string, depth int)
	below = func(parent string, depth int) {
		for i := range v.project.Goals {
			g := &v.project.Goals[i]
			if shown[g.ID] || g.Parent != parent {
				continue
			}
			shown[g.ID] = true
			all = append(all, v.goal(g, depth))
			below(g.ID, depth+1)
		}
	}
	below("", 0)
	for i := range v.project.Goals {
		if g := &v.project.Goals[i]; !shown[g.ID] {
			all = append(all, v.goal(g, 0))
		}
	}
	return all
}

func (v *view) goal(g *model.Goal, depth int) fields {
	areas := []string{}
	for _, f := range v.ranked() {
		if slices.Contains(g.FocusAreas, f.ID) {
			areas = append(areas, escape(f.Title))
		}
	}
	return fields{
		"indent": strings.Repeat("  ", depth), "level": v.enum("level", g.Level), "title": escape(g.Title), "description": g.Description,
		"owner": v.nameOf(g.Owner), "focus_areas": i18n.List(areas, v.lang),
	}
}

// indicators lists the indicators of all goals, in the order of the goals.
func (v *view) indicators() []fields {
	all := []fields{}
	for i := range v.project.Goals {
		g := &v.project.Goals[i]
		for j := range g.Indicators {
			all = append(all, v.indicator(g, &g.Indicators[j]))
		}
	}
	return all
}

func (v *view) indicator(g *model.Goal, n *model.Indicator) fields {
	f := fields{
		"goal": escape(g.Title), "level": v.enum("level", g.Level), "name": escape(n.Name), "unit": escape(n.Unit),
		"baseline": "", "baseline_date": v.shortDate(n.Baseline.Date), "source": escape(n.Baseline.Source),
		"target": "", "target_date": v.shortDate(n.Target.Date), "direction": v.enum("direction", n.Direction),
	}
	if !n.Lacks("baseline") {
		f["baseline"] = i18n.Decimal(n.Baseline.Value, 6, v.lang)
	}
	if !n.Lacks("target") {
		f["target"] = i18n.Decimal(n.Target.Value, 6, v.lang)
	}
	return f
}
