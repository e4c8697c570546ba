package fill

import (
	"strconv"
	"text/template"
	"text/template/parse"
)

// The calls that are put into a template. A template cannot name them itself:
// they are unknown while it is read.
const (
	tick  = "_tick"  // at the beginning of whatever may be filled in many times
	enter = "_enter" // before a template is called
	leave = "_leave" // after it
)

// counters are the functions behind those calls.
func (m *Meter) counters() template.FuncMap {
	return template.FuncMap{
		tick: func(weight, at int) (string, error) {
			m.at = at
			return "", m.Spend(weight)
		},
		enter: func(at int) (string, error) {
			m.at = at
			if m.calls++; m.calls > MaxCalls {
				return "", m.stop(ErrCalls)
			}
			return "", nil
		},
		leave: func() string {
			m.calls--
			return ""
		},
	}
}

// Spend counts steps, also those that a function takes beside the text it is
// given.
func (m *Meter) Spend(steps int) error {
	if m.steps += steps; m.steps > m.Steps() {
		return m.stop(ErrSteps)
	}
	return nil
}

// install puts the calls into a tree. When blocks stand too deep inside each
// other it returns the byte where the first does that goes too far.
func install(root *parse.ListNode) (at int, ok bool) {
	in := &installer{}
	in.repeated(root, root.Pos, 0)
	return in.tooDeep, in.tooDeep == 0
}

// An installer walks a tree.
type installer struct {
	tooDeep int // the byte of the first block that stands too deep, 0 when none does
}

// perRound is how many steps a round takes beside what is done in it.
const perRound = 4

// repeated puts a tick before a list that may be filled in many times: the
// template itself, or the body of a range.
func (in *installer) repeated(l *parse.ListNode, at parse.Pos, depth int) {
	weight := perRound + in.list(l, depth)
	l.Nodes = append([]parse.Node{call(at, tick, weight, int(at))}, l.Nodes...)
}

// list returns how many steps a list takes, and guards the calls in it.
func (in *installer) list(l *parse.ListNode, depth int) (weight int) {
	if l == nil {
		return 0
	}
	nodes := make([]parse.Node, 0, len(l.Nodes))
	for _, n := range l.Nodes {
		weight += 1 + in.node(n, depth)
		if n.Type() == parse.NodeTemplate {
			at := n.Position()
			nodes = append(nodes, call(at, enter, int(at)), n, call(at, leave))
		} else {
			nodes = append(nodes, n)
		}
	}
	l.Nodes = nodes
	return weight
}

// node returns how many steps a node takes beside its own. The body of a
// range counts itself, each time.
func (in *installer) node(n parse.Node, depth int) int {
	switch n := n.(type) {
	case *parse.ActionNode:
		return arguments(n.Pipe)
	case *parse.TemplateNode:
		return arguments(n.Pipe)
	case *parse.IfNode:
		return in.branch(&n.BranchNode, depth) + in.list(n.List, depth+1)
	case *parse.WithNode:
		return in.branch(&n.BranchNode, depth) + in.list(n.List, depth+1)
	case *parse.RangeNode:
		weight := in.branch(&n.BranchNode, depth)
		in.repeated(n.List, n.Pos, depth+1)
		return weight
	}
	return 0
}

// branch returns how many steps the condition of a block and its else take.
func (in *installer) branch(n *parse.BranchNode, depth int) int {
	if depth >= MaxNesting && in.tooDeep == 0 {
		in.tooDeep = int(n.Pos)
	}
	return arguments(n.Pipe) + in.list(n.ElseList, depth+1)
}

// arguments counts what a pipeline evaluates.
func arguments(p *parse.PipeNode) int {
	if p == nil {
		return 0
	}
	n := 0
	for _, c := range p.Cmds {
		for _, arg := range c.Args {
			n++
			if inner, ok := arg.(*parse.PipeNode); ok {
				n += arguments(inner)
			}
		}
	}
	return n
}

// call makes a node that calls a function with numbers.
func call(at parse.Pos, function string, numbers ...int) parse.Node {
	c := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: at, Args: []parse.Node{parse.NewIdentifier(function).SetPos(at)}}
	for _, n := range numbers {
		c.Args = append(c.Args, &parse.NumberNode{
			NodeType: parse.NodeNumber, Pos: at, IsInt: true, Int64: int64(n), Text: strconv.Itoa(n),
		})
	}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: at, Cmds: []*parse.CommandNode{c}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: at, Pipe: pipe}
}
