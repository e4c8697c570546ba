package schema_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestFindings holds what is said of descriptions that do not have the right
// structure. Each archive is one; want is what is found.
func TestFindings(t *testing.T) {
	for name, archive := range golden.Archives(t, "testdata") {
		t.Run(name, func(t *testing.T) {
			kind := schema.Application
			var roots []*syntax.Node
			for _, f := range archive.Files {
				if f.Name == "want" {
					continue
				}
				switch f.Name {
				case "call.yaml":
					kind = schema.Call
				case "style.yaml":
					kind = schema.Style
				}
				root, list := syntax.Parse(source.NewFile(f.Name, f.Data))
				if len(list) > 0 {
					t.Fatal(golden.Story(list))
				}
				roots = append(roots, root)
			}
			merged, list := syntax.Merge(roots)
			mended, found := schema.Validate(kind, merged)
			list.Add(found...)
			list.Sort()
			golden.Want(t, name, archive, "want", golden.Story(list))

			if _, again := schema.Validate(kind, mended); len(again) > 0 {
				t.Errorf("the mended tree has findings:\n%s", golden.Story(again))
			}
		})
	}
}

// TestMended holds that a tree comes back as its author must have meant it.
func TestMended(t *testing.T) {
	root := parse(t, "application:\n  titel: Berg\n  call: c\n  language: nbo\n  period: {start: 31.03.2012, months: 1 0}\n"+
		"  contact: {phone: 76940000}\n  sample: ja\nvision: [x]\ngoals:\n  - {id: Mål én, level: main, title: t, focus_areas: drift}\n")
	mended, list := schema.Validate(schema.Application, root)
	app := mended.Lookup("application")
	for key, want := range map[string]string{"title": "Berg", "language": "nb", "sample": "true"} {
		if got := app.Lookup(key).Value; got != want {
			t.Errorf("%s is mended to %q, want %q", key, got, want)
		}
	}
	if got := app.Lookup("period").Lookup("start").Value; got != "2012-03-31" {
		t.Errorf("the start is mended to %q", got)
	}
	if n := app.Lookup("period").Lookup("months"); n.Value != "10" || n.Kind != syntax.Int {
		t.Errorf("the months are mended to %q", n.Value)
	}
	if n := app.Lookup("contact").Lookup("phone"); n.Kind != syntax.String {
		t.Errorf("the phone number is of kind %d", n.Kind)
	}
	if n := app.Lookup("contact").Lookup("name"); n.Kind != syntax.Broken {
		t.Error("a key that must be there is there, and Broken")
	}
	if mended.Lookup("vision").Kind != syntax.Broken {
		t.Error("what cannot be guessed is Broken")
	}
	goal := mended.Lookup("goals").Items[0]
	if got := goal.Lookup("id").Value; got != "mal-en" {
		t.Errorf("the id is mended to %q", got)
	}
	if n := goal.Lookup("focus_areas"); n.Kind != syntax.Sequence || n.Items[0].Value != "drift" {
		t.Error("a single value becomes a list of one")
	}
	if len(list) != 10 {
		t.Errorf("%d findings:\n%s", len(list), golden.Story(list))
	}
	if root.Lookup("application").Lookup("titel") == nil {
		t.Error("the tree that was given has changed")
	}
}

func parse(t *testing.T, text string) *syntax.Node {
	t.Helper()
	root, list := syntax.Parse(source.NewFile("a.yaml", []byte(text)))
	if len(list) > 0 {
		t.Fatal(golden.Story(list))
	}
	merged, _ := syntax.Merge([]*syntax.Node{root})
	return merged
}

// TestEveryKeyIsExplained holds that each key of the schemas has a title and
// a description that a coordinator can read.
func TestEveryKeyIsExplained(t *testing.T) {
	for _, kind := range []schema.Kind{schema.Application, schema.Call, schema.Style} {
		var doc map[string]any
		if err := json.Unmarshal(schema.Source(kind), &doc); err != nil {
			t.Fatal(err)
		}
		defs := doc["$defs"].(map[string]any)
		n := explained(t, string(kind), doc, defs)
		for name, def := range defs {
			n += explained(t, string(kind)+"/"+name, def.(map[string]any), defs)
		}
		if n < 40 {
			t.Errorf("only %d keys of %s were looked at", n, kind)
		}
	}
}

// explained looks at the properties of a schema and of those written inside
// it, and returns how many there are.
func explained(t *testing.T, at string, s, defs map[string]any) int {
	t.Helper()
	n := 0
	properties, _ := s["properties"].(map[string]any)
	for key, p := range properties {
		n++
		property := p.(map[string]any)
		for _, word := range []string{"title", "description"} {
			if text, _ := property[word].(string); text == "" && referred(property, defs)[word] == nil {
				t.Errorf("%s.%s has no %s", at, key, word)
			}
		}
		n += explained(t, at+"."+key, property, defs)
		if items, ok := property["items"].(map[string]any); ok {
			n += explained(t, at+"."+key+"[]", items, defs)
		}
	}
	return n
}

func referred(property, defs map[string]any) map[string]any {
	ref, _ := property["$ref"].(string)
	def, _ := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	return def
}

// FuzzValidate holds that any tree at all can be checked, that findings lie
// inside the file, and that the mended tree is right.
func FuzzValidate(f *testing.F) {
	f.Add("application: {title: x, call: c, language: nb}\n")
	f.Add("participants:\n  - {id: a, nme: b, kind: bedrift, priorities: {x: 9, Å: 1}}\n")
	f.Add("budget: {costs: [{category: x, year: 2012}, {category: x, year: 2012, amount: 1, hours: 2}]}\n")
	f.Add("goals: {id: a}\nvision: [1]\nrisks: 3\n")
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("f.yaml", []byte(text))
		root, _ := syntax.Parse(file)
		if root == nil {
			return
		}
		merged, _ := syntax.Merge([]*syntax.Node{root})
		mended, list := schema.Validate(schema.Application, merged)
		for _, d := range list {
			if d.Span.Start < 0 || d.Span.End > len(file.Text) || d.Span.Start > d.Span.End {
				t.Fatalf("the span %v is outside the file", d.Span)
			}
		}
		_, again := schema.Validate(schema.Application, mended)
		again = slices.DeleteFunc(again, func(d *diag.Diagnostic) bool {
			return slices.ContainsFunc(list, func(told *diag.Diagnostic) bool { return told.Code == d.Code && told.Span == d.Span })
		})
		if len(again) > 0 && !mended.Truncated {
			t.Fatalf("the mended tree of %q has new findings:\n%s", text, golden.Story(again))
		}
	})
}
