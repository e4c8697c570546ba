package model

import (
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/source"
)

// The links of the trace, from what was said to what it costs:
//
//	workshop → input → focus area → goal → activity → participant
//	                   challenge ────────────┘    └→ cost → financing
//
// An input that was merged leads to the one it was merged into, and a goal to
// those that are a part of it.

// A Trace is the graph of where everything comes from and what it leads to.
type Trace struct {
	// Nodes are in the order of the chain, and within a kind as written.
	Nodes []*TraceNode
	byKey map[string]*TraceNode
}

// A TraceNode is one entity of the trace.
type TraceNode struct {
	Kind  string // as Entity.Kind, or "cost"
	ID    string
	Title string
	At    source.Ranger
	// Kroner is what an activity or a cost amounts to, or what a source pays,
	// over all years.
	Kroner i18n.Kroner
	// Months is how many calendar months an activity touches, 0 when it has
	// no dates.
	Months int
	// From and To are the neighbours in the chain, each once.
	From, To []*TraceNode
}

// Trace makes the graph. References that lead nowhere are left out; they are
// findings of their own.
func (p *Project) Trace() *Trace {
	t := &Trace{byKey: map[string]*TraceNode{}}
	t.enter(p)
	t.linkInputs(p)
	t.linkWork(p)
	t.linkMoney(p)
	return t
}

// The kinds that the trace knows beside those of Entities.
const traceCost = "cost"

func (t *Trace) enter(p *Project) {
	for i := range p.Workshops {
		w := &p.Workshops[i]
		t.add(TraceNode{Kind: "workshop", ID: w.ID, Title: w.Title, At: w})
	}
	for i := range p.Inputs {
		in := &p.Inputs[i]
		t.add(TraceNode{Kind: "input", ID: in.ID, Title: firstLine(in.Text), At: in})
	}
	for i := range p.Challenges {
		c := &p.Challenges[i]
		t.add(TraceNode{Kind: "challenge", ID: c.ID, Title: firstLine(c.Text), At: c})
	}
	for i := range p.FocusAreas {
		f := &p.FocusAreas[i]
		t.add(TraceNode{Kind: "focus area", ID: f.ID, Title: f.Title, At: f})
	}
	for i := range p.Goals {
		g := &p.Goals[i]
		t.add(TraceNode{Kind: "goal", ID: g.ID, Title: g.Title, At: g})
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		t.add(TraceNode{Kind: "activity", ID: a.ID, Title: a.Title, At: a, Kroner: a.CostOf().Total(), Months: a.Months()})
	}
	for i := range p.Participants {
		q := &p.Participants[i]
		t.add(TraceNode{Kind: "participant", ID: q.ID, Title: q.Called(), At: q})
	}
}

// add enters a node, unless it has no id or one of its kind has it already.
func (t *Trace) add(n TraceNode) {
	key := n.Kind + " " + n.ID
	if n.ID == "" || t.byKey[key] != nil {
		return
	}
	t.byKey[key] = &n
	t.Nodes = append(t.Nodes, &n)
}

// link says that one node leads to another, if both are there.
func (t *Trace) link(fromKind, from, toKind, to string) {
	a, b := t.byKey[fromKind+" "+from], t.byKey[toKind+" "+to]
	if a == nil || b == nil || a == b || slices.Contains(a.To, b) {
		return
	}
	a.To, b.From = append(a.To, b), append(b.From, a)
}

func (t *Trace) linkInputs(p *Project) {
	for i := range p.Inputs {
		in := &p.Inputs[i]
		t.link("workshop", in.Workshop, "input", in.ID)
		switch in.Decision.Status {
		case Used:
			t.link("input", in.ID, "focus area", in.Decision.FocusArea)
		case Merged:
			t.link("input", in.ID, "input", in.Decision.Into)
		}
	}
	for i := range p.Goals {
		g := &p.Goals[i]
		t.link("goal", g.Parent, "goal", g.ID)
		for _, f := range g.FocusAreas {
			t.link("focus area", f, "goal", g.ID)
		}
	}
}

func (t *Trace) linkWork(p *Project) {
	for i := range p.Activities {
		a := &p.Activities[i]
		for _, c := range a.Answers {
			t.link("challenge", c, "activity", a.ID)
		}
		for _, g := range a.Goals {
			t.link("goal", g, "activity", a.ID)
		}
		if len(a.Goals) == 0 {
			t.link("focus area", a.FocusArea, "activity", a.ID)
		}
		t.link("activity", a.ID, "participant", a.Lead)
		for _, part := range a.Participants {
			t.link("activity", a.ID, "participant", part.ID)
		}
	}
}

// linkMoney enters the costs of each activity by category, and who pays in
// the years of each: the money of a year is not told apart by activity.
func (t *Trace) linkMoney(p *Project) {
	for i := range p.Budget.Financing {
		s := &p.Budget.Financing[i]
		t.add(TraceNode{Kind: "source of financing", ID: s.ID, Title: s.Funder, At: s, Kroner: s.Yearly().Total()})
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		for j := range a.Costs {
			t.cost(p, a, &a.Costs[j])
		}
	}
}

func (t *Trace) cost(p *Project, a *Activity, c *Cost) {
	id := a.ID + "/" + c.Category
	t.add(TraceNode{Kind: traceCost, ID: id, Title: c.Category, At: c})
	if n := t.byKey[traceCost+" "+id]; n != nil {
		n.Kroner += c.Value()
	}
	t.link("activity", a.ID, traceCost, id)
	if c.Hours != 0 && c.Participant != "" {
		return // A participant's own hours pay for themselves (F139).
	}
	for i := range p.Budget.Financing {
		if s := &p.Budget.Financing[i]; s.Yearly()[c.Year] != 0 {
			t.link(traceCost, id, "source of financing", s.ID)
		}
	}
}

// Find returns the nodes with an id, which are several when things of
// different kinds have the same.
func (t *Trace) Find(id string) []*TraceNode {
	var found []*TraceNode
	for _, n := range t.Nodes {
		if n.ID == id {
			found = append(found, n)
		}
	}
	return found
}

// A Hole is a node where the chain breaks off.
type Hole struct {
	*TraceNode
	// Start says that nothing leads to the node; otherwise it leads to
	// nothing.
	Start bool
}

// Holes lists where the chain breaks off in either direction: what was said
// and left, and what is done without anybody having asked for it. Inputs that
// were dropped ended where they should, effect goals are reached when all is
// done, the main goal comes from nothing above it, and supporters need take
// part in nothing.
func (t *Trace) Holes(p *Project) []Hole {
	ends, starts := t.wholeEnds(p)
	var holes []Hole
	for _, n := range t.Nodes {
		if len(n.From) == 0 && !starts[n] && slices.Contains([]string{"focus area", "goal", "activity", "participant"}, n.Kind) {
			holes = append(holes, Hole{n, true})
		}
		if len(n.To) == 0 && !ends[n] && slices.Contains([]string{"workshop", "input", "challenge", "focus area", "goal", "activity"}, n.Kind) {
			holes = append(holes, Hole{n, false})
		}
	}
	return holes
}

// wholeEnds returns the nodes at which the chain may end, and those at which
// it may start.
func (t *Trace) wholeEnds(p *Project) (ends, starts map[*TraceNode]bool) {
	ends, starts = map[*TraceNode]bool{}, map[*TraceNode]bool{}
	for i := range p.Inputs {
		ends[t.byKey["input "+p.Inputs[i].ID]] = p.Inputs[i].Decision.Status == Dropped
	}
	for i := range p.Goals {
		g := t.byKey["goal "+p.Goals[i].ID]
		ends[g], starts[g] = p.Goals[i].Level == Effect, p.Goals[i].Level == Main
	}
	for i := range p.Participants {
		q := &p.Participants[i]
		starts[t.byKey["participant "+q.ID]] = q.Role == Supporter || q.Commitment.Status == Declined
	}
	return ends, starts
}

// firstLine returns the first line of a text.
func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

// Months returns how many calendar months the activity touches, 0 when a date
// is missing or they are the wrong way round.
func (a *Activity) Months() int {
	if a.Start.IsZero() || a.End.IsZero() || a.End.Before(a.Start) {
		return 0
	}
	return (a.End.Year()-a.Start.Year())*12 + int(a.End.Month()) - int(a.Start.Month()) + 1
}
