package figure

// A GoalTree shows goals as boxes from left to right, each joined to the goal
// it serves. Result goals have square corners and a bar along the left edge,
// effect goals have round corners and a double rim, and every box says its
// level in words. All words come in the document's language.
type GoalTree struct {
	// Alt says in one or two sentences what the figure shows. A tree that
	// needs several figures has "(1/2)" added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4. A tree
	// of few levels takes less, one of more than five takes more.
	Width float64
	// MaxHeight of a figure in points; 0 is 640.
	MaxHeight float64
	// Continued is said after the level of a goal that an earlier figure
	// shows too, such as "(cont.)".
	Continued string
	// Goals are those that serve no other. Titles are wrapped to at most
	// seven lines.
	Goals []GoalBox
}

// A GoalBox is a goal and the goals that serve it.
type GoalBox struct {
	Kind  GoalKind
	Level string // in words, such as "Main goal"
	Title string
	Below []GoalBox
	// ID names the box, and Also those it serves beside the one it stands
	// next to. Only a Flow draws these.
	ID   string
	Also []string
}

// GoalKind says how a goal's box looks.
type GoalKind uint8

// The kinds of goals.
const (
	OtherGoal GoalKind = iota
	MainGoal
	SubGoal
	ResultGoal
	EffectGoal
)

// Measures of the tree, in points.
const (
	treeColumn  = 22.0 // between columns, for the lines
	treeLeast   = 74.0 // the least width of a column, but for the first
	treeMost    = 210.0
	goalLines   = 7
	treeStrands = 0.9 // the width of the lines
)

// Draw draws the tree: one figure, or several when it is too high for one;
// each of them then shows the goals that its first ones serve once more.
// Without goals there is nothing to draw and it returns nil.
func (g GoalTree) Draw() []*Figure {
	t := newTree(g)
	var figures []*Figure
	for _, part := range t.parts(canvasHeight(g.MaxHeight), func(part run) float64 { return stacked(t.limbs, part) }) {
		figures = append(figures, t.draw(part))
	}
	return numbered(figures)
}

// parts are what of the tree stands in a figure each, as runs of leaves.
func (t *tree) parts(limit float64, height func(part run) float64) []run {
	units := t.units(t.limbs, limit)
	part := func(r run) run { return run{units[r.from].from, units[r.to-1].to} }
	parts := spreadBy(len(units), limit, func(r run) float64 { return height(part(r)) })
	for i, r := range parts {
		parts[i] = part(r)
	}
	return parts
}

// A tree is a goal tree with its measures.
type tree struct {
	GoalTree
	from    float64   // the left edge
	columns []float64 // their widths
	whole   int       // limbs of this depth and more stand in one figure if they can
	air     air
	limbs   []*limb
	leaves  int
}

// Air is the space in a tree, in points.
type air struct {
	between float64 // boxes below each other
	around  float64 // above and below a box with others to its right
	inside  float64 // above and below the words of a box
}

// A limb is a goal with its box and what is below it.
type limb struct {
	box    GoalBox
	card   card
	air    air
	depth  int
	leaves run // those of the tree's leaves that are in it
	below  []*limb
	middle float64 // of the box, where it was drawn last
}

func newTree(g GoalTree) *tree {
	t := &tree{GoalTree: g, whole: 1, air: air{4.5, 2.5, cardPad}, columns: columnsOf(depth(g.Goals), canvasWidth(g.Width))}
	t.limbs = t.grow(g.Goals, 0)
	return t
}

// depth counts the levels of goals.
func depth(goals []GoalBox) int {
	most := 0
	for _, g := range goals {
		most = max(most, 1+depth(g.Below))
	}
	return most
}

// columnsOf shares a width among columns. The first has few boxes and can be
// narrower, the last has most and is wider.
func columnsOf(n int, width float64) []float64 {
	const narrow, wide = 0.8, 1.25
	parts := make([]float64, n)
	sum := 0.0
	for i := range parts {
		parts[i] = 1
		if i == 0 && n > 1 {
			parts[i] = narrow
		}
		if i == n-1 && n > 2 {
			parts[i] = wide
		}
		sum += parts[i]
	}
	one := (width - treeColumn*float64(n-1)) / sum
	for i := range parts {
		parts[i] = min(max(one, treeLeast)*parts[i], treeMost)
	}
	return parts
}

// left is the left edge of a column.
func (t *tree) left(depth int) float64 {
	x := t.from
	for _, w := range t.columns[:depth] {
		x += w + treeColumn
	}
	return x
}

// grow measures goals and what is below them.
func (t *tree) grow(goals []GoalBox, depth int) []*limb {
	var limbs []*limb
	for _, g := range goals {
		l := &limb{box: g, air: t.air, depth: depth, leaves: run{t.leaves, t.leaves + 1}}
		l.card = newCard(formOf(g.Kind), g.Level, g.Title, t.columns[depth], goalLines)
		l.card.pad = t.air.inside
		if l.below = t.grow(g.Below, depth+1); l.below == nil {
			t.leaves++
		}
		l.leaves.to = t.leaves
		limbs = append(limbs, l)
	}
	return limbs
}

func formOf(k GoalKind) form {
	switch k {
	case MainGoal:
		return darkCard
	case SubGoal:
		return tintedCard
	case ResultGoal:
		return barredCard
	case EffectGoal:
		return ringedCard
	default:
		return plainCard
	}
}

// units are the largest limbs that fit a figure each, as runs of leaves.
func (t *tree) units(limbs []*limb, limit float64) []run {
	var units []run
	for _, l := range limbs {
		if l.below == nil || stacked(t.limbs, l.leaves) <= limit && l.depth >= t.whole {
			units = append(units, l.leaves)
		} else {
			units = append(units, t.units(l.below, limit)...)
		}
	}
	return units
}
