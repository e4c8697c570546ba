package model

import "slices"

// ParentCircles lists the goals that stand below one another in a circle,
// each circle once, from a goal to its parent and on.
func (p *Project) ParentCircles() [][]string {
	ids, next := []string{}, map[string]string{}
	for _, g := range p.Goals {
		ids = append(ids, g.ID)
		next[g.ID] = g.Parent
	}
	return circles(ids, next)
}

// MergeCircles lists the inputs that were merged into one another in a
// circle, so that nothing is left of them; each circle once.
func (p *Project) MergeCircles() [][]string {
	ids, next := []string{}, map[string]string{}
	for _, in := range p.Inputs {
		if in.Decision.Status == Merged {
			ids = append(ids, in.ID)
			next[in.ID] = in.Decision.Into
		}
	}
	return circles(ids, next)
}

// circles follows next from every id and lists the ways that lead back to
// where they began.
func circles(ids []string, next map[string]string) [][]string {
	var found [][]string
	passed := map[string]int{} // the number of the walk that came by first
	for walk, id := range ids {
		var way []string
		for id != "" && passed[id] == 0 {
			passed[id] = walk + 1
			way = append(way, id)
			id = next[id]
		}
		if id != "" && passed[id] == walk+1 {
			found = append(found, way[slices.Index(way, id):])
		}
	}
	return found
}

// Input returns the input with an id.
func (p *Project) Input(id string) (*Input, bool) {
	return find(&p.indices.inputs, p.Inputs, id, func(e *Input) string { return e.ID })
}
