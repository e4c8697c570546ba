package schema

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A document is a tree together with the schema that it must meet.
type document struct {
	name string
	kind Kind
	root *syntax.Node
}

// documents reads the examples, the packs and styles that come with soknad,
// and the stories of this package.
func documents(t testing.TB) []document {
	t.Helper()
	all := []document{
		folder(t, Application, "../../examples/mineralklynge-nord"),
		folder(t, Application, "../../examples/minimal"),
	}
	for kind, pattern := range map[Kind]string{Call: "arena/*/call.yaml", Style: "style/*.yaml"} {
		names, err := fs.Glob(os.DirFS("../../templates"), pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(path.Join("../../templates", name))
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, merged(kind, name, source.NewFile(name, text)))
		}
	}
	slices.SortFunc(all[2:], func(a, b document) int { return strings.Compare(a.name, b.name) })
	return append(all, stories(t)...)
}

// folder reads the description in a folder.
func folder(t testing.TB, kind Kind, dir string) document {
	t.Helper()
	var files []*source.File
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".yaml" {
			return err
		}
		text, err := os.ReadFile(path.Join(dir, name))
		files = append(files, source.NewFile(name, text))
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no description in %s: %v", dir, err)
	}
	return merged(kind, dir, files...)
}

// stories reads the archives of testdata.
func stories(t testing.TB) []document {
	t.Helper()
	var all []document
	for name, archive := range golden.Archives(t, "testdata") {
		kind := Application
		var files []*source.File
		for _, f := range archive.Files {
			switch f.Name {
			case "want":
				continue
			case "call.yaml":
				kind = Call
			case "style.yaml":
				kind = Style
			}
			files = append(files, source.NewFile(f.Name, f.Data))
		}
		all = append(all, merged(kind, name, files...))
	}
	slices.SortFunc(all, func(a, b document) int { return strings.Compare(a.name, b.name) })
	return all
}

func merged(kind Kind, name string, files ...*source.File) document {
	roots := make([]*syntax.Node, len(files))
	for i, f := range files {
		roots[i], _ = syntax.Parse(f)
	}
	root, _ := syntax.Merge(roots)
	return document{name, kind, root}
}

// A mutator makes mistakes in trees, the same ones for the same seed.
type mutator struct{ *rand.Rand }

func newMutator(seed uint64) mutator { return mutator{rand.New(rand.NewPCG(seed, 2012))} }

// mutated returns a copy of a tree with one mistake somewhere in it.
func (m mutator) mutated(root *syntax.Node) *syntax.Node {
	return m.at(root, m.IntN(nodes(root)))
}

func nodes(n *syntax.Node) int {
	sum := 1
	for _, f := range n.Fields {
		sum += nodes(f.Value)
	}
	for _, item := range n.Items {
		sum += nodes(item)
	}
	return sum
}

// at makes the mistake in the node that has a number, counted in the order
// written.
func (m mutator) at(n *syntax.Node, number int) *syntax.Node {
	if number == 0 {
		return m.mistake(n)
	}
	number--
	c := *n
	c.Fields, c.Items = slices.Clone(n.Fields), slices.Clone(n.Items)
	for i, f := range c.Fields {
		if count := nodes(f.Value); number >= count {
			number -= count
			continue
		}
		c.Fields[i].Value = m.at(f.Value, number)
		return &c
	}
	for i, item := range c.Items {
		if count := nodes(item); number >= count {
			number -= count
			continue
		}
		c.Items[i] = m.at(item, number)
		return &c
	}
	return &c
}

func (m mutator) mistake(n *syntax.Node) *syntax.Node {
	if m.IntN(4) == 0 {
		return m.other(n)
	}
	c := *n
	c.Fields, c.Items = slices.Clone(n.Fields), slices.Clone(n.Items)
	switch {
	case len(c.Fields) > 0:
		m.key(&c)
	case len(c.Items) > 0:
		i := m.IntN(len(c.Items))
		c.Items[i] = m.other(c.Items[i])
	default:
		return n.WithScalar(syntax.String, m.misspelt(n.Value))
	}
	return &c
}

// key makes a mistake with one key of a mapping.
func (m mutator) key(n *syntax.Node) {
	i := m.IntN(len(n.Fields))
	f := n.Fields[i]
	switch m.IntN(4) {
	case 0:
		n.Fields = slices.Delete(n.Fields, i, i+1)
	case 1:
		n.Fields[i].Key = f.Key.WithScalar(syntax.String, m.misspelt(f.Key.Value))
	case 2:
		extra := []string{"id", "title", "goals", "amount", "hours", "rate", "value", "ÅÆ", "note", "nb"}[m.IntN(10)]
		if n.Lookup(extra) == nil {
			n.Fields = append(n.Fields, syntax.Field{Key: f.Key.WithScalar(syntax.String, extra), Value: m.other(f.Key)})
		}
	default:
		n.Fields[i].Value = m.other(f.Value)
	}
}

// misspelt changes one letter of a text, leaves one out or adds one.
func (m mutator) misspelt(text string) string {
	letters := []rune(text)
	i := m.IntN(len(letters) + 1)
	added := []rune("aØ-. \n0:/@\\A")[m.IntN(12)]
	if i < len(letters) && m.IntN(3) > 0 {
		return string(letters[:i]) + strings.Repeat(string(added), m.IntN(2)) + string(letters[i+1:])
	}
	return string(letters[:i]) + strings.Repeat(string(added), 1+m.IntN(2)*500) + string(letters[i:])
}

// other returns another value than the one that is written.
func (m mutator) other(n *syntax.Node) *syntax.Node {
	values := []struct {
		kind  syntax.Kind
		value string
	}{
		{syntax.Broken, ""}, {syntax.Null, ""}, {syntax.Null, "~"}, {syntax.Bool, "true"}, {syntax.Bool, "No"},
		{syntax.Int, "0"}, {syntax.Int, "-1"}, {syntax.Int, "7"}, {syntax.Int, "2500"}, {syntax.Int, "100000000001"},
		{syntax.Int, "999999999999999999"}, {syntax.Float, "0.5"}, {syntax.Float, "12.0"}, {syntax.Float, "-0.000000001"},
		{syntax.Float, "100.000000001"}, {syntax.Odd, "0301"}, {syntax.Odd, "1e3"}, {syntax.String, ""}, {syntax.String, "x"},
		{syntax.String, "Mål én"}, {syntax.String, "a\nb"}, {syntax.String, "2012-02-30"}, {syntax.String, "31.03.2012"},
		{syntax.String, "150 000,-"}, {syntax.String, "kari@kpb.no"}, {syntax.String, "kari.@kpb"}, {syntax.String, "ja"},
		{syntax.String, strings.Repeat("a", 61)}, {syntax.String, strings.Repeat("å", 300)}, {syntax.String, strings.Repeat("å", 501)},
	}
	if i := m.IntN(len(values) + 4); i < len(values) {
		return n.WithScalar(values[i].kind, values[i].value)
	}
	c := *n
	c.Value, c.Fields, c.Items = "", nil, nil
	switch m.IntN(4) {
	case 0:
		c.Kind = syntax.Mapping
	case 1:
		c.Kind = syntax.Sequence
	case 2:
		c.Kind, c.Fields = syntax.Mapping, []syntax.Field{{Key: n.WithScalar(syntax.String, "id"), Value: n}}
	default:
		c.Kind, c.Items = syntax.Sequence, []*syntax.Node{n}
	}
	return &c
}
