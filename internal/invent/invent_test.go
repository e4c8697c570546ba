package invent

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"soknad/internal/golden"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// seed returns a Chance for a number.
func seed(n int) *Chance { return New(binary.BigEndian.AppendUint64(nil, uint64(n))) }

// TestReadAsWritten holds that YAML is read as the values that it was written
// from, in whatever way they were written.
func TestReadAsWritten(t *testing.T) {
	for n := range 300 {
		for _, k := range []schema.Kind{schema.Application, schema.Call, schema.Style} {
			m := newMaker(seed(n), Sound, k)
			v := m.make(m.root, nil)
			f := source.NewFile("a.yaml", []byte(document(m.Chance, Sound, v)))
			root, found := syntax.Parse(f)
			if len(found) > 0 || !same(v, root) {
				t.Fatalf("%d: %s\n%s", n, golden.Story(found), f.Text)
			}
			if _, found := schema.Validate(k, root); len(found) > 0 {
				t.Fatalf("%d: %s\n%s", n, golden.Story(found), f.Text)
			}
		}
	}
}

// same reports whether a node is what a value was written as.
func same(v *value, n *syntax.Node) bool {
	switch v.kind {
	case mapping:
		return n.Kind == syntax.Mapping && slices.EqualFunc(v.fields, n.Fields, func(f field, g syntax.Field) bool {
			return f.key == g.Key.Value && same(f.value, g.Value)
		})
	case list:
		return n.Kind == syntax.Sequence && slices.EqualFunc(v.items, n.Items, same)
	case bare:
		return n.Kind != syntax.String && v.text == n.Value
	default:
		return n.Kind == syntax.String && v.text == n.Value
	}
}

// TestSameBytesSameFolder holds that nothing but the bytes decides.
func TestSameBytesSameFolder(t *testing.T) {
	for n := range 50 {
		for _, care := range []Care{Sound, Hurried, Hostile} {
			first, again := Folder(seed(n), care), Folder(seed(n), care)
			for name, text := range first {
				if string(again[name]) != string(text) || len(first) != len(again) {
					t.Fatalf("%d: %s is not the same", n, name)
				}
			}
		}
	}
}

// TestReach holds that what is invented reaches everything there is: every key
// of the schema, slips of every kind that the schema finds, and every nasty
// text.
func TestReach(t *testing.T) {
	keys, codes := map[string]bool{}, map[string]bool{}
	var texts strings.Builder
	for n := range 500 {
		m := newMaker(seed(n), Sound, schema.Application)
		m.make(m.root, nil).every(func(v *value) {
			for _, f := range v.fields {
				keys[f.key] = true
			}
		})
		root, found := syntax.Parse(source.NewFile("a.yaml", YAML(seed(n), Hurried, schema.Application)))
		_, more := schema.Validate(schema.Application, root)
		for _, d := range append(found, more...) {
			codes[string(d.Code)] = true
		}
		for _, text := range Folder(seed(n), Hostile) {
			texts.Write(text)
		}
	}
	for _, r := range rulesOf(schema.Application).Defs {
		for key := range r.Properties {
			if !keys[key] {
				t.Errorf("the key %s is never written", key)
			}
		}
	}
	for _, code := range []string{"YML001", "YML004", "SCH001", "SCH002", "SCH003", "SCH004", "SCH005", "SCH006", "SCH007", "SCH008", "SCH009"} {
		if !codes[code] {
			t.Errorf("%s is never found", code)
		}
	}
	for _, nasty := range Nasty() {
		if !strings.Contains(texts.String(), nasty) {
			t.Errorf("%q is never written", nasty)
		}
	}
}
