package call

import (
	"cmp"
	"strings"

	"soknad/internal/syntax"
)

// A Value is one thing that the call says, or that is not known of it.
type Value struct {
	// Path says which value it is, such as "financing.public_share_max",
	// "annexes.cv", or "sections.limit" for the limits of the sections.
	Path string
	// Text is the value as written, "" when it is not known.
	Text  string
	Known bool
	// Count says how often it is not known: sections and criteria that lack
	// the same thing are one value.
	Count int
	Provenance
}

// Values lists what the call says of limits, days, money and annexes, in the
// order of the pack, each with its source. What is not known is listed too:
// nothing is checked against it.
func (c *Call) Values() []Value {
	l := &lister{at: map[string]int{}}
	if c.root != nil {
		l.fields("", c.root)
	}
	return l.values
}

// A lister collects values.
type lister struct {
	values []Value
	at     map[string]int // the index of a value that is not known, by path
}

// fields lists the values below a mapping.
func (l *lister) fields(path string, n *syntax.Node) {
	for _, f := range n.Fields {
		l.list(below(path, f.Key.Value), f.Value)
	}
}

// list lists the values of a node: a mapping with a value and its source, an
// item of a list, or whatever is null.
func (l *lister) list(path string, n *syntax.Node) {
	switch n.Kind {
	case syntax.Null:
		l.unknown(path, Provenance{})
	case syntax.Mapping:
		said := n.Lookup("value")
		if said == nil || n.Lookup("confidence") == nil {
			l.fields(path, n)
			return
		}
		l.value(path, n, said)
		if time := n.Lookup("time"); time != nil {
			l.list(below(path, "time"), time)
		}
	case syntax.Sequence:
		for _, item := range n.Items {
			l.item(path, item)
		}
	}
}

// item lists the values of an item of a list. What several items lack is one
// value of the list.
func (l *lister) item(path string, n *syntax.Node) {
	named := n.Lookup("kind")
	if named != nil && n.Lookup("required") != nil {
		l.value(below(path, named.Value), n, n.Lookup("required"))
		return
	}
	for _, f := range n.Fields {
		if f.Value.Kind != syntax.String {
			l.list(below(path, f.Key.Value), f.Value)
		}
	}
}

func (l *lister) value(path string, n, said *syntax.Node) {
	p := Provenance{Source: text(n, "source"), Confidence: text(n, "confidence"), Note: text(n, "note")}
	if said.Kind == syntax.Null {
		l.unknown(path, p)
		return
	}
	items := []string{said.Value}
	if said.Kind == syntax.Sequence {
		items = nil
	}
	for _, item := range said.Items {
		items = append(items, item.Value)
	}
	l.values = append(l.values, Value{Path: path, Text: strings.Join(items, ", "), Known: true, Count: 1, Provenance: p})
}

func (l *lister) unknown(path string, p Provenance) {
	if i, told := l.at[path]; told {
		l.values[i].Count++
		return
	}
	l.at[path] = len(l.values)
	l.values = append(l.values, Value{Path: path, Count: 1, Provenance: p})
}

// text returns a field's text without line breaks at its ends, "" when it is
// not written.
func text(n *syntax.Node, key string) string {
	field := cmp.Or(n.Lookup(key), &syntax.Node{})
	return strings.TrimSpace(field.Value)
}

// below joins a path and a key.
func below(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }
