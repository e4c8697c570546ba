package trace

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// jsonVersion is raised when a field of the JSON changes its meaning or goes.
const jsonVersion = 1

// around lists the nodes that a node comes from and leads to, itself among
// them, in the order of the trace. Without a node it is all of them.
func around(t *model.Trace, n *model.TraceNode) []*model.TraceNode {
	if n == nil {
		return t.Nodes
	}
	seen := map[*model.TraceNode]bool{}
	for _, next := range []func(*model.TraceNode) []*model.TraceNode{up, down} {
		delete(seen, n)
		walk(n, next, seen)
	}
	return slices.DeleteFunc(slices.Clone(t.Nodes), func(k *model.TraceNode) bool { return !seen[k] })
}

func walk(n *model.TraceNode, next func(*model.TraceNode) []*model.TraceNode, seen map[*model.TraceNode]bool) {
	if seen[n] {
		return
	}
	seen[n] = true
	for _, k := range next(n) {
		walk(k, next, seen)
	}
}

// A graph is nodes with their numbers, and the links between them.
type graph struct {
	nodes []*model.TraceNode
	of    map[*model.TraceNode]int
}

func graphOf(nodes []*model.TraceNode) graph {
	g := graph{nodes: nodes, of: map[*model.TraceNode]int{}}
	for i, n := range nodes {
		g.of[n] = i
	}
	return g
}

// links calls each with the numbers of every link, in order.
func (g graph) links(each func(from, to int)) {
	for i, n := range g.nodes {
		for _, k := range n.To {
			if j, ok := g.of[k]; ok {
				each(i, j)
			}
		}
	}
}

// Mermaid writes the graph around a node, or all of it, for Mermaid.
func (w Writer) Mermaid(t *model.Trace, n *model.TraceNode) error {
	return w.drawn(t, n, "flowchart LR\n", "  n%d[\"%s\"]\n", "  n%d --> n%d\n", "",
		strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;"))
}

// Dot writes the graph around a node, or all of it, for Graphviz.
func (w Writer) Dot(t *model.Trace, n *model.TraceNode) error {
	return w.drawn(t, n, "digraph trace {\n  rankdir=LR;\n  node [shape=box];\n", "  n%d [label=\"%s\"];\n", "  n%d -> n%d;\n", "}\n",
		strings.NewReplacer(`\`, `\\`, `"`, `\"`))
}

func (w Writer) drawn(t *model.Trace, n *model.TraceNode, open, node, link, closing string, escape *strings.Replacer) error {
	var out strings.Builder
	out.WriteString(open)
	g := graphOf(around(t, n))
	lines := &tree{lang: w.Lang}
	for i, k := range g.nodes {
		fmt.Fprintf(&out, node, i, escape.Replace(lines.line(k)))
	}
	g.links(func(from, to int) { fmt.Fprintf(&out, link, from, to) })
	out.WriteString(closing)
	_, err := io.WriteString(w.W, out.String())
	return err
}

type (
	jsonGraph struct {
		Version int        `json:"version"`
		Nodes   []jsonNode `json:"nodes"`
		Links   []jsonLink `json:"links"`
		Holes   []jsonHole `json:"holes"`
	}
	jsonNode struct {
		Kind   string      `json:"kind"`
		ID     string      `json:"id"`
		Title  string      `json:"title"`
		Place  string      `json:"place"`
		Kroner i18n.Kroner `json:"kroner,omitempty"`
		Months int         `json:"months,omitempty"`
	}
	jsonLink struct {
		From int `json:"from"`
		To   int `json:"to"`
	}
	jsonHole struct {
		Node  int    `json:"node"`
		Lacks string `json:"lacks"` // "from" or "to"
	}
)

// JSON writes the graph around a node, or all of it, with those of the holes
// that lie in it. Links name their ends by their index among the nodes.
func (w Writer) JSON(t *model.Trace, n *model.TraceNode, holes []model.Hole) error {
	g := graphOf(around(t, n))
	j := jsonGraph{Version: jsonVersion, Nodes: []jsonNode{}, Links: []jsonLink{}, Holes: []jsonHole{}}
	for _, k := range g.nodes {
		j.Nodes = append(j.Nodes, jsonNode{k.Kind, k.ID, k.Title, k.At.Span().String(), k.Kroner, k.Months})
	}
	g.links(func(from, to int) { j.Links = append(j.Links, jsonLink{from, to}) })
	for _, h := range holes {
		lacks := map[bool]string{true: "from", false: "to"}[h.Start]
		if i, ok := g.of[h.TraceNode]; ok {
			j.Holes = append(j.Holes, jsonHole{i, lacks})
		}
	}
	out := json.NewEncoder(w.W)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(j)
}
