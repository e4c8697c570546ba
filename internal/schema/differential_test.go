package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"soknad/internal/syntax"
)

// mistaken is how many trees are made of a document, each with mistakes of its
// own.
const mistaken = 200

// TestEvaluation holds that the evaluator finds what a full implementation of
// JSON Schema finds, in documents that are right and in thousands that are not:
// the same keywords at the same places, about the same keys.
func TestEvaluation(t *testing.T) {
	full := map[Kind]*jsonschema.Schema{}
	for _, k := range []Kind{Application, Call, Style} {
		full[k] = compiled(t, Source(k), "#/$defs/complete")
	}
	failed := map[string]int{}
	for _, d := range documents(t) {
		for i := range mistaken {
			m, root := newMutator(uint64(i)), d.root
			for range i % 12 {
				root = m.mutated(root)
			}
			want, got := wanted(full[d.kind], d.kind, root), evaluated(d.kind, root)
			if !slices.Equal(got, want) {
				t.Fatalf("%s, seed %d: %s", d.name, i, differing(got, want))
			}
			for _, v := range got {
				failed[strings.Fields(v)[1]]++
			}
		}
	}
	for _, k := range []keyword{
		keyType, keyEnum, keyFormat, keyOneOf, keyRequired, keyUnknown, keyMinProperties,
		keyMinLength, keyMaxLength, keyPattern, keyMinimum, keyMaximum, keyExclusiveMinimum,
	} {
		if failed[string(k)] == 0 {
			t.Errorf("no document fails %q", k)
		}
	}
}

// differing says what stands in one list only.
func differing(got, want []string) string {
	has := func(list []string) func(string) bool {
		return func(v string) bool { return slices.Contains(list, v) }
	}
	return fmt.Sprintf("too much: %q, too little: %q",
		slices.DeleteFunc(slices.Clone(got), has(want)), slices.DeleteFunc(slices.Clone(want), has(got)))
}

// evaluated lists what the evaluator finds.
func evaluated(k Kind, root *syntax.Node) []string {
	at := map[*syntax.Node]string{}
	locate(root, "", at)
	all := []string{}
	for _, v := range schemaOf(k).violations(root) {
		all = append(all, said(at[v.node], string(v.keyword), v.keys))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// locate writes down where each node stands.
func locate(n *syntax.Node, path string, at map[*syntax.Node]string) {
	at[n] = path
	for _, f := range n.Fields {
		locate(f.Value, path+"/"+f.Key.Value, at)
	}
	for i, item := range n.Items {
		locate(item, path+"/"+strconv.Itoa(i), at)
	}
}

func said(at, keyword string, keys []string) string {
	return fmt.Sprintf("%q %s %q", at, keyword, slices.Sorted(slices.Values(keys)))
}

// wanted lists what the full implementation finds.
func wanted(full *jsonschema.Schema, k Kind, root *syntax.Node) []string {
	all := []string{}
	var failure *jsonschema.ValidationError
	if errors.As(full.Validate(instance(root, schemaOf(k).shape)), &failure) {
		for _, leaf := range leaves(failure) {
			var keys []string
			switch e := leaf.ErrorKind.(type) {
			case *kind.AdditionalProperties:
				keys = e.Properties
			case *kind.Required:
				keys = e.Missing
			}
			at := ""
			for _, token := range leaf.InstanceLocation {
				at += "/" + token
			}
			all = append(all, said(at, leaf.ErrorKind.KeywordPath()[0], keys))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// leaves returns the failures that have no finer cause. The causes of a oneOf
// say less than the keyword itself.
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

// instance turns a node into the values of JSON. A number in an odd form, and
// one with a decimal point where a whole one is wanted, is a value of a type
// that is not wanted.
func instance(n *syntax.Node, s shape) any {
	switch n.Kind {
	case syntax.Mapping:
		m := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			m[f.Key.Value] = instance(f.Value, s.below(f.Key.Value))
		}
		return m
	case syntax.Sequence:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = instance(item, s.below("-"))
		}
		return items
	case syntax.Bool:
		return true
	case syntax.Int, syntax.Float:
		if n.Kind == syntax.Float && s.wants(typeInteger) {
			return []any{}
		}
		return json.Number(n.Value)
	case syntax.Odd:
		if s.wants(typeArray) {
			return map[string]any{}
		}
		return []any{}
	case syntax.String:
		return n.Value
	default:
		return nil
	}
}

// compiled compiles a part of a schema with the full implementation.
func compiled(t *testing.T, text []byte, part string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("test:schema", parsed(t, text)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("test:schema" + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(t *testing.T, text []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestSchemasAreSchemas holds the schemas against the schema of schemas.
func TestSchemasAreSchemas(t *testing.T) {
	for _, k := range []Kind{Application, Call, Style} {
		doc := parsed(t, Source(k))
		dialect, _ := doc.(map[string]any)["$schema"].(string)
		meta, err := jsonschema.NewCompiler().Compile(dialect)
		if err != nil {
			t.Fatal(err)
		}
		if err := meta.Validate(doc); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
}

// TestFormats holds that a format means what JSON Schema says.
func TestFormats(t *testing.T) {
	long := strings.Repeat("a", 64)
	for f, texts := range map[format][]string{
		formatDate: {"2012-02-29", "2011-02-29", "2012-2-9", "2012-13-01", "12-01-01", "2012-01-01 ", "", "2012-01-01T00:00:00Z"},
		formatEmail: {
			"kari@kpb.no", "kari", "", "@", "@kpb.no", "kari@", "kari@kpb", "kari.nordmann+x@kpb.no", ".kari@kpb.no", "kari.@kpb.no",
			"ka..ri@kpb.no", "ka ri@kpb.no", "kåre@kpb.no", "kari@kpb..no", "kari@-kpb.no", "kari@kpb-.no", "kari@kåre.no", "kari@kpb.no.",
			`"ka ri"@kpb.no`, `"ka"ri"@kpb.no`, `"ka\ri"@kpb.no`, `"@kpb.no`, "a@b@kpb.no", "kari@[127.0.0.1]", "kari@[127.0.0.01]", "kari@[127.0.0]",
			"kari@[IPv6:::1]", "kari@[IPv6:127.0.0.1]", "kari@[::1]", "kari@[IPv6:fe80::1%eth0]", "kari@[", "kari@[]",
			long + "@kpb.no", long + "a@kpb.no", "a@" + long + ".no", "a@" + long[1:] + ".no",
			"a@" + strings.Repeat(long[1:]+".", 3) + "aaaaaaaaaa", "a@" + strings.Repeat(long[1:]+".", 4) + "no",
			long + "@" + strings.Repeat("a.", 94) + "n", long + "@" + strings.Repeat("a.", 94) + "no",
		},
	} {
		full := compiled(t, fmt.Appendf(nil, `{"format": %q}`, f), "")
		for _, text := range texts {
			if want := full.Validate(text) == nil; f.accepts(text) != want {
				t.Errorf("%q as %s: %t, want %t", text, f, !want, want)
			}
		}
	}
}

// TestMatchers holds that a matcher is the pattern that it stands for.
func TestMatchers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2012))
	for pattern := range patterns(t) {
		full, matches, both := regexp.MustCompile(pattern), matching(pattern), map[bool]int{}
		for range 3000 {
			text := make([]rune, random.IntN(5))
			for i := range text {
				text[i] = []rune("aaaz09-\nAØ /")[random.IntN(12)]
			}
			want := full.MatchString(string(text))
			both[want]++
			if got := matches(string(text)); got != want {
				t.Fatalf("%q has the form %s: %t, want %t", string(text), pattern, got, want)
			}
		}
		if (pattern == linePattern || pattern == idPattern) && (both[true] < 100 || both[false] < 100) {
			t.Errorf("%s: %d texts match and %d do not", pattern, both[true], both[false])
		}
	}
}

// patterns lists the patterns of the schemas.
func patterns(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, k := range []Kind{Application, Call, Style} {
		root, err := read(Source(k))
		if err != nil {
			t.Fatal(err)
		}
		if err := root.each(func(p *part) error {
			for pattern := range maps.Keys(p.PatternProperties) {
				all[pattern] = true
			}
			if p.Pattern != "" {
				all[p.Pattern] = true
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if !all[linePattern] || !all[idPattern] {
		t.Error("a pattern that is told by plain code stands in no schema")
	}
	return all
}
