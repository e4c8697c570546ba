package model

import "slices"

// Dependencies says which activities wait for which others.
type Dependencies struct {
	on   map[*Activity][]*Activity
	knot map[*Activity]int // the same number for activities that wait for each other
	all  []*Activity
}

// Dependencies returns the dependencies between the activities, as far as
// they lead to activities that exist.
func (p *Project) Dependencies() *Dependencies {
	d := &Dependencies{on: map[*Activity][]*Activity{}, knot: map[*Activity]int{}}
	byID := map[string]*Activity{}
	for i := range p.Activities {
		a := &p.Activities[i]
		d.all = append(d.all, a)
		if byID[a.ID] == nil {
			byID[a.ID] = a
		}
	}
	for _, a := range d.all {
		for _, id := range a.DependsOn {
			if b := byID[id]; b != nil && id != "" && !slices.Contains(d.on[a], b) {
				d.on[a] = append(d.on[a], b)
			}
		}
	}
	d.tie()
	return d
}

// On lists the activities that an activity depends on, each once.
func (d *Dependencies) On(a *Activity) []*Activity { return d.on[a] }

// Tangled reports whether two activities wait for each other, directly or by
// way of others. An activity is always tangled with itself.
func (d *Dependencies) Tangled(a, b *Activity) bool { return d.knot[a] == d.knot[b] }

// tie finds the activities that wait for each other, by Tarjan's algorithm.
func (d *Dependencies) tie() {
	index, low := map[*Activity]int{}, map[*Activity]int{}
	var open []*Activity
	var visit func(a *Activity)
	visit = func(a *Activity) {
		index[a] = len(index) + 1
		low[a] = index[a]
		open = append(open, a)
		for _, b := range d.on[a] {
			if index[b] == 0 {
				visit(b)
				low[a] = min(low[a], low[b])
			} else if d.knot[b] == 0 {
				low[a] = min(low[a], index[b])
			}
		}
		if low[a] == index[a] {
			first := slices.Index(open, a)
			for _, b := range open[first:] {
				d.knot[b] = index[a]
			}
			open = open[:first]
		}
	}
	for _, a := range d.all {
		if index[a] == 0 {
			visit(a)
		}
	}
}

// maxCircles is how many circles are found: a plan with more of them is one
// great tangle.
const maxCircles = 20

// Circles lists the activities that wait for each other in a circle: each
// depends on the next, and the last on the first. Circles can share
// activities. When each is broken where it closes, none is left.
func (d *Dependencies) Circles() [][]*Activity {
	s := circleSearch{on: d.on, place: map[*Activity]int{}}
	for _, a := range d.all {
		s.visit(a)
	}
	return s.circles
}

type circleSearch struct {
	on      map[*Activity][]*Activity
	path    []*Activity       // from where the search began to where it is
	place   map[*Activity]int // in the path, from 1; -1 when all is known
	circles [][]*Activity
}

func (s *circleSearch) visit(a *Activity) {
	if at := s.place[a]; at > 0 && len(s.circles) < maxCircles {
		s.circles = append(s.circles, slices.Clone(s.path[at-1:]))
	}
	if s.place[a] != 0 {
		return
	}
	s.path = append(s.path, a)
	s.place[a] = len(s.path)
	for _, b := range s.on[a] {
		s.visit(b)
	}
	s.path = s.path[:len(s.path)-1]
	s.place[a] = -1
}
