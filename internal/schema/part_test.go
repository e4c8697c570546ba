package schema

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"soknad/internal/syntax"
)

// TestUnknownKeywords holds that a keyword which the evaluator does not know
// cannot stand in a schema, wherever it is written.
func TestUnknownKeywords(t *testing.T) {
	for _, text := range []string{
		`{"uniqueItems": true}`,
		`{"properties": {"a": {"items": {"maxItems": 3}}}}`,
		`{"$defs": {"a": {"oneOf": [{"if": {}}]}}}`,
		`{"additionalProperties": {"type": "string"}}`,
		`{"items": false}`,
		`{"enum": [1, 2]}`,
		`{"type": ["string", "text"]}`,
		`{"format": "uri"}`,
		`{"$ref": "#/$defs/a"}`,
		`{"$ref": "#"}`,
		`{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}`,
	} {
		if _, err := read([]byte(text)); err == nil {
			t.Errorf("%s is read", text)
		}
	}
}

// TestKeywordsAreSpelt holds that the keywords of the schemas are written as
// the evaluator knows them; the library that reads JSON does not mind capitals.
func TestKeywordsAreSpelt(t *testing.T) {
	var known []string
	for f := range reflect.TypeFor[part]().Fields() {
		known = append(known, f.Tag.Get("json"))
	}
	for _, k := range []Kind{Application, Call, Style} {
		var root map[string]any
		if err := json.Unmarshal(Source(k), &root); err != nil {
			t.Fatal(err)
		}
		for _, unknown := range unspelt(root, known) {
			t.Errorf("%s: the keyword %q is not known", k, unknown)
		}
	}
	if got := unspelt(map[string]any{"items": map[string]any{"Pattern": "a"}}, known); !slices.Equal(got, []string{"Pattern"}) {
		t.Errorf("%q are not known", got)
	}
}

// unspelt lists the keywords of a schema that are none of the known ones.
func unspelt(schema map[string]any, known []string) []string {
	var unknown []string
	for key, value := range schema {
		if !slices.Contains(known, key) {
			unknown = append(unknown, key)
		}
		parts := []any{}
		switch key {
		case "$defs", "properties", "patternProperties":
			for _, part := range value.(map[string]any) {
				parts = append(parts, part)
			}
		case "anyOf", "oneOf":
			parts = value.([]any)
		case "items", "not":
			parts = append(parts, value)
		}
		for _, part := range parts {
			unknown = append(unknown, unspelt(part.(map[string]any), known)...)
		}
	}
	return unknown
}

// TestConditions holds what not and anyOf mean where they stand alone, which
// they do in no schema.
func TestConditions(t *testing.T) {
	p, err := read([]byte(`{"not": {"required": ["a"]}, "anyOf": [{"required": ["b"]}, {"minProperties": 2}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for keys, want := range map[string][]keyword{
		"":    {keyAnyOf},
		"a":   {keyNot, keyAnyOf},
		"b":   nil,
		"c":   {keyAnyOf},
		"c d": nil,
		"a b": {keyNot},
	} {
		root := &syntax.Node{Kind: syntax.Mapping}
		for key := range strings.FieldsSeq(keys) {
			root.Fields = append(root.Fields, syntax.Field{Key: &syntax.Node{Kind: syntax.String, Value: key}, Value: &syntax.Node{Kind: syntax.Null}})
		}
		var got []keyword
		for _, v := range p.violations(root) {
			got = append(got, v.keyword)
		}
		if !slices.Equal(got, want) {
			t.Errorf("with the keys %q: %q, want %q", keys, got, want)
		}
	}
}

// TestOrder holds that violations come in the same order in every run.
func TestOrder(t *testing.T) {
	for _, d := range documents(t) {
		root := d.root
		for m, i := newMutator(7), 0; i < 30; i++ {
			root = m.mutated(root)
		}
		again, err := read(Source(d.kind))
		if err != nil {
			t.Fatal(err)
		}
		same := slices.EqualFunc(schemaOf(d.kind).violations(root), again.Defs["complete"].violations(root), func(a, b violation) bool {
			return a.value == b.value && a.keyword == b.keyword && slices.Equal(a.keys, b.keys)
		})
		if !same {
			t.Errorf("%s: the order is another one in a second run", d.name)
		}
	}
}

// TestWhatIsRightStays holds that a tree comes back as it is when nothing in
// it is mended, and so does each branch that holds nothing to mend.
func TestWhatIsRightStays(t *testing.T) {
	root := folder(t, Application, "../../examples/mineralklynge-nord").root
	if mended, list := Validate(Application, root); mended != root || len(list) > 0 {
		t.Errorf("%d findings", len(list))
	}
	wrong := root.WithFields(slices.Clone(root.Fields))
	goals := wrong.Field("goals")
	goals.Value = goals.Value.WithItems(slices.Clone(goals.Value.Items))
	goals.Value.Items[1] = goals.Value.Items[1].WithScalar(syntax.String, "x")
	mended, list := Validate(Application, wrong)
	if len(list) != 1 || mended.Lookup("goals") == goals.Value || mended.Lookup("goals").Items[1].Kind != syntax.Broken {
		t.Fatalf("%d findings", len(list))
	}
	for i, f := range mended.Fields {
		if f.Key.Value != "goals" && f.Value != wrong.Fields[i].Value {
			t.Errorf("%q is another node", f.Key.Value)
		}
	}
	if mended.Lookup("goals").Items[0] != goals.Value.Items[0] {
		t.Error("the goal before the broken one is another node")
	}
}

// BenchmarkValidate holds the big example against its schema.
func BenchmarkValidate(b *testing.B) {
	root := folder(b, Application, "../../examples/mineralklynge-nord").root
	b.ReportAllocs()
	for b.Loop() {
		Validate(Application, root)
	}
}

// BenchmarkRead reads the largest of the schemas.
func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := read(applicationJSON); err != nil {
			b.Fatal(err)
		}
	}
}
