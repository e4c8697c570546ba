package schema

import (
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/syntax"
)

// maxPasses bounds how often a tree is checked again after it was mended.
const maxPasses = 4

// Validate holds a tree against a schema. It returns the findings, and the
// tree as its author must have meant it: a misspelt key or value stands
// corrected, what cannot be guessed is Broken, and a key that was missing is
// there with a Broken value. So whatever comes after can go on without
// reporting the same mistake again.
func Validate(k Kind, root *syntax.Node) (*syntax.Node, diag.List) {
	c := &checker{schema: schemaOf(k), settled: map[*syntax.Node]bool{}, kept: map[*syntax.Node]bool{}}
	for range maxPasses {
		c.mends = map[*syntax.Node]mend{}
		c.pass(root)
		if len(c.mends) == 0 {
			break
		}
		root = c.rebuild(root) // A new node, for something in it is mended.
		root.Truncated = root.Truncated || c.misplaced
	}
	return root, c.list
}

type checker struct {
	schema *part
	root   *syntax.Node // the tree of the present pass
	list   diag.List
	mends  map[*syntax.Node]mend
	// settled holds values that were mended, or whose key was: whatever else
	// is wrong with them is the same mistake.
	settled map[*syntax.Node]bool
	// misplaced says that a key of the root was found elsewhere, so that the
	// root lacks it.
	misplaced bool
	// kept holds values that were reported and are used all the same.
	kept map[*syntax.Node]bool
}

// A mend says what becomes of a node: a mapping can lose, rename and gain
// keys, any node can be replaced.
type mend struct {
	replace *syntax.Node
	rename  map[*syntax.Node]string // new names by key node; "" removes the field
	missing []string                // keys to add with a Broken value
	partial bool                    // what the mapping lacks means nothing
}

// pass checks the tree once and reports at most one violation of each scalar
// and each list.
func (c *checker) pass(root *syntax.Node) {
	c.root = root
	byNode := map[*syntax.Node][]violation{}
	var order []*syntax.Node
	for _, v := range c.schema.violations(root) {
		if v.node.Kind == syntax.Broken || c.kept[v.node] {
			continue
		}
		if byNode[v.node] == nil {
			order = append(order, v.node)
		}
		byNode[v.node] = append(byNode[v.node], v)
	}
	for _, n := range order {
		c.report(byNode[n])
	}
}

// report makes the findings for one node.
func (c *checker) report(vs []violation) {
	if c.settled[vs[0].node] {
		c.mends[vs[0].node] = mend{replace: vs[0].node.WithScalar(syntax.Broken, "")}
		return
	}
	slices.SortStableFunc(vs, func(a, b violation) int { return urgency(a.keyword) - urgency(b.keyword) })
	first := vs[0]
	switch first.keyword {
	case keyUnknown:
		c.unknownKeys(first)
	case keyRequired:
		c.missingKeys(first)
	case keyOneOf:
		c.oneOf(first)
	default:
		c.value(first)
	}
}

// urgency orders the violations of one node: an unknown key may be the one
// that is missing, and a value of the wrong kind has no form.
func urgency(k keyword) int {
	switch k {
	case keyType:
		return 0
	case keyUnknown:
		return 1
	case keyRequired:
		return 2
	case keyOneOf:
		return 3
	default:
		return 4
	}
}

// rebuild applies the mends of a pass. What holds none of them stays the node
// that it is.
func (c *checker) rebuild(n *syntax.Node) *syntax.Node {
	m, isMended := c.mends[n]
	switch {
	case m.replace != nil:
		return m.replace
	case isMended:
		return c.rebuildMapping(n, m)
	case n.Kind == syntax.Mapping:
		return c.rebuildValues(n)
	case n.Kind == syntax.Sequence:
		return c.rebuildItems(n)
	default:
		return n
	}
}

// rebuildValues applies what is mended below a mapping whose keys are right.
func (c *checker) rebuildValues(n *syntax.Node) *syntax.Node {
	fields := slices.Clone(n.Fields)
	for i, f := range n.Fields {
		fields[i].Value = c.rebuild(f.Value)
	}
	if slices.Equal(fields, n.Fields) {
		return n
	}
	return n.WithFields(fields)
}

func (c *checker) rebuildItems(n *syntax.Node) *syntax.Node {
	items := make([]*syntax.Node, len(n.Items))
	for i, item := range n.Items {
		items[i] = c.rebuild(item)
	}
	if slices.Equal(items, n.Items) {
		return n
	}
	return n.WithItems(items)
}

func (c *checker) rebuildMapping(n *syntax.Node, m mend) *syntax.Node {
	var fields []syntax.Field
	for _, f := range n.Fields {
		name, renamed := m.rename[f.Key]
		if renamed && name == "" {
			continue
		}
		f.Value = c.rebuild(f.Value)
		if renamed {
			f.Key = f.Key.WithScalar(syntax.String, name)
			c.settled[f.Value] = true
		}
		fields = withField(fields, f)
	}
	for _, key := range m.missing {
		fields = append(fields, syntax.Field{
			Key:   n.WithScalar(syntax.String, key),
			Value: n.WithScalar(syntax.Broken, ""),
		})
	}
	rebuilt := n.WithFields(fields)
	rebuilt.Truncated = n.Truncated || m.partial
	return rebuilt
}

// withField adds a field. What a renamed key and the one it was meant to be
// hold is one list.
func withField(fields []syntax.Field, f syntax.Field) []syntax.Field {
	i := slices.IndexFunc(fields, func(g syntax.Field) bool { return g.Key.Value == f.Key.Value })
	if i < 0 {
		return append(fields, f)
	}
	fields[i].Value = syntax.Joined(fields[i].Value, f.Value)
	return fields
}

// join writes words as a list for a message.
func join(words []string) string { return strings.Join(words, ", ") }
