package document

import (
	"slices"

	"soknad/internal/model"
)

// An origin is what of the project came from one place: a focus area with the
// inputs that went into it. Inputs that went into none have origins without
// aims.
type origin struct {
	title  string
	chosen bool // it is a focus area
	inputs []*model.Input
	aims   []aim
}

// An aim is a goal with the activities that stand beside it; each stands with
// the first goal that it serves in its own focus area, or else the first of
// all. The goal is nil for activities that serve none.
type aim struct {
	goal       *model.Goal
	activities []*model.Activity
}

// origins are the focus areas by rank, and after them what has none, and what
// became of the other inputs.
func (v *view) origins() []origin {
	var all []origin
	by := v.aims()
	for _, f := range v.ranked() {
		all = append(all, origin{f.Title, true, v.inputsInto(f.ID), by[f.ID]})
	}
	for _, o := range []origin{
		{title: v.word("other-activities"), aims: by[""]},
		{title: v.word("decision.dropped"), inputs: v.decidedSo(isDropped)},
		{title: v.word("undecided"), inputs: v.decidedSo(v.isOpen)},
	} {
		if len(o.inputs)+len(o.aims) > 0 {
			all = append(all, o)
		}
	}
	return all
}

// inputsInto are the inputs that a focus area came from, those among them that
// were merged with others.
func (v *view) inputsInto(focusArea string) []*model.Input {
	return v.decidedSo(func(d *model.Decision) bool { return d.Status == model.Used && d.FocusArea == focusArea })
}

func isDropped(d *model.Decision) bool { return d.Status == model.Dropped }

// isOpen reports whether a decision says neither where to nor that it is
// nowhere.
func (v *view) isOpen(d *model.Decision) bool {
	return d.Status != model.Dropped && (d.Status != model.Used || v.known(d.FocusArea) == "")
}

// known returns the id of a focus area, or "" when there is none with it.
func (v *view) known(focusArea string) string {
	if _, ok := v.project.FocusArea(focusArea); ok {
		return focusArea
	}
	return ""
}

// decidedSo are the inputs of which the decision is so in the end.
func (v *view) decidedSo(so func(*model.Decision) bool) []*model.Input {
	var all []*model.Input
	for i := range v.project.Inputs {
		if in := &v.project.Inputs[i]; so(v.decided(in)) {
			all = append(all, in)
		}
	}
	return all
}

// decided is what became of an input in the end: when it was merged into
// another, what became of that one.
func (v *view) decided(in *model.Input) *model.Decision {
	for range v.project.Inputs {
		into, ok := v.project.Input(in.Decision.Into)
		if in.Decision.Status != model.Merged || !ok {
			break
		}
		in = into
	}
	return &in.Decision
}

// aims are the goals with their activities by focus area, "" for what has
// none.
func (v *view) aims() map[string][]aim {
	areas := v.areasOfGoals()
	beside := map[string][]*model.Activity{}
	loose := map[string][]*model.Activity{}
	for _, a := range v.shown() {
		if id := v.aimOf(a, areas); id != "" {
			beside[id] = append(beside[id], a)
		} else {
			loose[v.known(a.FocusArea)] = append(loose[v.known(a.FocusArea)], a)
		}
	}
	by := map[string][]aim{}
	for i := range v.project.Goals {
		g := &v.project.Goals[i]
		if with := beside[g.ID]; len(with) > 0 || v.isBare(g) {
			by[areas[g.ID]] = append(by[areas[g.ID]], aim{g, with})
		}
	}
	for area, activities := range loose {
		by[area] = append(by[area], aim{activities: activities})
	}
	return by
}

// shown lists the activities in the order of their numbers.
func (v *view) shown() []*model.Activity {
	var all []*model.Activity
	for _, g := range v.groups {
		all = append(all, g.activities...)
	}
	return all
}

// areasOfGoals says which focus area each goal belongs to: the first that it
// names, or else that of the goal it serves, or else that of the first
// activity that serves it, or none.
func (v *view) areasOfGoals() map[string]string {
	areas := map[string]string{}
	for i := range v.project.Goals {
		g := &v.project.Goals[i]
		areas[g.ID] = v.areaAbove(g)
	}
	for _, a := range v.shown() {
		for _, id := range a.Goals {
			if area, ok := areas[id]; ok && area == "" {
				areas[id] = v.known(a.FocusArea)
			}
		}
	}
	return areas
}

// areaAbove is the focus area that a goal names, or one above it.
func (v *view) areaAbove(g *model.Goal) string {
	for range v.project.Goals {
		for _, id := range g.FocusAreas {
			if v.known(id) != "" {
				return id
			}
		}
		parent, ok := v.project.Goal(g.Parent)
		if !ok {
			break
		}
		g = parent
	}
	return ""
}

// aimOf is the goal that an activity stands with, "" when it serves none.
func (v *view) aimOf(a *model.Activity, areas map[string]string) string {
	first := ""
	for _, id := range a.Goals {
		area, ok := areas[id]
		if ok && area == v.known(a.FocusArea) {
			return id
		}
		if ok && first == "" {
			first = id
		}
	}
	return first
}

// isBare reports whether a goal that activities are to serve names a focus
// area, and no other goal serves it.
func (v *view) isBare(g *model.Goal) bool {
	aimed := g.Level == model.Sub || g.Level == model.Result
	return aimed && len(g.FocusAreas) > 0 && !slices.ContainsFunc(v.project.Goals, func(other model.Goal) bool {
		return other.Parent == g.ID
	})
}
