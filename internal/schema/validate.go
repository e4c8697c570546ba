package schema

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

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
	c := &checker{schema: compiled(k), settled: map[*syntax.Node]bool{}, kept: map[*syntax.Node]bool{}}
	for range maxPasses {
		c.mends = map[*syntax.Node]mend{}
		c.pass(root)
		if len(c.mends) == 0 {
			break
		}
		root = c.rebuild(root)
		root.Truncated = root.Truncated || c.misplaced
	}
	return root, c.list
}

type checker struct {
	schema *jsonschema.Schema
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

// A violation is one keyword that one node does not meet.
type violation struct {
	node  *syntax.Node
	field *syntax.Node // the key of the node, nil in a list
	name  string       // the nearest key around the node
	shape shape
	err   jsonschema.ErrorKind
}

// pass checks the tree once and reports at most one violation of each scalar
// and each list.
func (c *checker) pass(root *syntax.Node) {
	c.root = root
	var failure *jsonschema.ValidationError
	if !errors.As(c.schema.Validate(newShape(c.schema).instance(root)), &failure) {
		return
	}
	byNode := map[*syntax.Node][]violation{}
	var order []*syntax.Node
	for _, leaf := range leaves(failure) {
		v := c.locate(root, leaf)
		if v.node == nil || v.node.Kind == syntax.Broken || c.kept[v.node] {
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

// leaves returns the violations that have no finer cause. The causes of a
// oneOf say less than the keyword itself.
func leaves(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if _, ok := e.ErrorKind.(*kind.OneOf); ok || len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	var all []*jsonschema.ValidationError
	for _, cause := range e.Causes {
		all = append(all, leaves(cause)...)
	}
	return all
}

// locate finds the node that a violation speaks of. Below a Broken node there
// is none.
func (c *checker) locate(root *syntax.Node, e *jsonschema.ValidationError) violation {
	v := violation{node: root, shape: newShape(c.schema), err: e.ErrorKind}
	for _, token := range e.InstanceLocation {
		if v.node == nil {
			return v
		}
		v.shape = v.shape.below(token)
		if v.node.Kind == syntax.Sequence {
			i, err := strconv.Atoi(token)
			if err != nil || i >= len(v.node.Items) {
				return violation{}
			}
			v.node, v.field = v.node.Items[i], nil
			continue
		}
		f := v.node.Field(token)
		if f == nil {
			return violation{}
		}
		v.node, v.field, v.name = f.Value, f.Key, token
	}
	return v
}

// report makes the findings for one node.
func (c *checker) report(vs []violation) {
	if c.settled[vs[0].node] {
		c.mends[vs[0].node] = mend{replace: vs[0].node.WithScalar(syntax.Broken, "")}
		return
	}
	slices.SortStableFunc(vs, func(a, b violation) int { return urgency(a.err) - urgency(b.err) })
	first := vs[0]
	switch e := first.err.(type) {
	case *kind.AdditionalProperties:
		c.unknownKeys(first, e.Properties)
	case *kind.Required:
		c.missingKeys(first, e.Missing)
	case *kind.OneOf:
		c.oneOf(first)
	default:
		c.value(first)
	}
}

// urgency orders the violations of one node: an unknown key may be the one
// that is missing, and a value of the wrong kind has no form.
func urgency(e jsonschema.ErrorKind) int {
	switch e.(type) {
	case *kind.Type:
		return 0
	case *kind.AdditionalProperties:
		return 1
	case *kind.Required:
		return 2
	case *kind.OneOf:
		return 3
	default:
		return 4
	}
}

// rebuild applies the mends of a pass.
func (c *checker) rebuild(n *syntax.Node) *syntax.Node {
	m := c.mends[n]
	if m.replace != nil {
		return m.replace
	}
	switch n.Kind {
	case syntax.Mapping:
		return c.rebuildMapping(n, m)
	case syntax.Sequence:
		items := make([]*syntax.Node, len(n.Items))
		for i, item := range n.Items {
			items[i] = c.rebuild(item)
		}
		return n.WithItems(items)
	}
	return n
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
