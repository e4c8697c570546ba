package syntax_test

import (
	"strings"
	"testing"
	"time"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestSpans holds that a scalar's span covers its text, whatever the style
// and the characters before it.
func TestSpans(t *testing.T) {
	tests := []struct{ text, key, at, written, value string }{
		{"æøå: {tekst: blå}\n", "tekst", "1:14", "blå", "blå"},
		{"\xef\xbb\xbfå: 1\n", "å", "1:4", "1", "1"},
		{"a: 1\r\nb: to ord \r\nc: 3\r\n", "b", "2:4", "to ord", "to ord"},
		{"a: \"x \\\"y\\\" z\"  # hei\n", "a", "1:4", `"x \"y\" z"`, `x "y" z`},
		{"a: 'det''s'\n", "a", "1:4", "'det''s'", "det's"},
		{"a: \"\\u00e5\\tb\"\n", "a", "1:4", `"\u00e5\tb"`, "å\tb"},
		{"a: en tekst\n  over to linjer\nb: 1\n", "a", "1:4", "en tekst\n  over to linjer", "en tekst over to linjer"},
		{"a: |\n  først\n\n  så\nb: 1\n", "a", "1:4", "|\n  først\n\n  så", "først\n\nså\n"},
		{"a: >- # merk\n  først\n  så\nb: 1\n", "a", "1:4", ">- # merk\n  først\n  så", "først så"},
		{"a: |\nb: 1\n", "a", "1:4", "|", ""},
		{"a: ''\n", "a", "1:4", "''", ""},
		{"a: &x tekst\n", "a", "1:7", "tekst", "tekst"},
		{"a:\nb: 1\n", "a", "1:3", "", ""},
		{"a: [x, \"y]\", {z: 1}]\nb: 1\n", "a", "1:4", `[x, "y]", {z: 1}]`, ""},
		{"a: {x: 1, # hei ]}\n  y: [2]\n  }\nb: 1\n", "a", "1:4", "{x: 1, # hei ]}\n  y: [2]\n  }", ""},
		{"a:\n  - x: 1\n    y: 2\n  - z\nb: 1\n", "a", "2:3", "- x: 1\n    y: 2\n  - z", ""},
		{"? a\n: b\n", "a", "2:3", "b", "b"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			root, _ := parse(tt.text)
			n := find(root, tt.key)
			if n == nil {
				t.Fatalf("there is no key %q", tt.key)
			}
			if got := strings.ReplaceAll(string(n.Span().Text()), "\r", ""); got != tt.written {
				t.Errorf("the span covers %q, want %q", got, tt.written)
			}
			if got := n.Span().First().String(); got != tt.at {
				t.Errorf("it starts at %s, want %s", got, tt.at)
			}
			if n.Value != tt.value {
				t.Errorf("the value is %q, want %q", n.Value, tt.value)
			}
		})
	}
}

// find returns the value of the first field with a key, however deep.
func find(n *syntax.Node, key string) *syntax.Node {
	if v := n.Lookup(key); v != nil {
		return v
	}
	for _, f := range n.Fields {
		if v := find(f.Value, key); v != nil {
			return v
		}
	}
	for _, item := range n.Items {
		if v := find(item, key); v != nil {
			return v
		}
	}
	return nil
}

// TestPart holds that a part of a value is found in the source: an error
// inside a block of text points at its own line.
func TestPart(t *testing.T) {
	tests := []struct{ text, part, at string }{
		{"a: |\n  Først kommer dette.\n\n  Så TODO her.\n", "TODO", "4:6"},
		{"a: |2\n\n    innrykket\n\n  TODO\n", "TODO", "5:3"},
		{"a: >\r\n  Først\r\n  så TODO\r\n", "TODO", "3:6"},
		{"a: >-\n  første\n  linje\n\n  ny TODO\n", "TODO", "5:6"},
		{"a: en lang\n  tekst TODO\n", "TODO", "2:9"},
		{"a: \"\\u00e5 \\\"TODO\\\"\"\n", "TODO", "1:14"},
		{"a: \"x\\n  TODO\"\n", "TODO", "1:10"},
		{"a: \"\\x41\\U0001F600\\_TODO\"\n", "TODO", "1:21"},
		{"a: 'det''s TODO'\n", "TODO", "1:12"},
		{"a: TODO\n", "TODO", "1:4"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			root, list := parse(tt.text)
			if len(list) > 0 {
				t.Fatal(findings(list))
			}
			n := root.Lookup("a")
			i := strings.Index(n.Value, tt.part)
			got := n.Part(i, i+len(tt.part))
			if got.First().String() != tt.at || string(got.Text()) != tt.part {
				t.Errorf("%q is found at %s as %q, want %s", tt.part, got.First(), got.Text(), tt.at)
			}
		})
	}
}

func TestKinds(t *testing.T) {
	kinds := map[syntax.Kind][]string{
		syntax.Null:   {"", "~", "null", "NULL"},
		syntax.Bool:   {"true", "False", "yes", "NO", "No", "on", "OFF", "y", "N"},
		syntax.Int:    {"0", "-5", "150000"},
		syntax.Float:  {"1.5", "-0.25"},
		syntax.Odd:    {"0301", "07.100", "1e3", "1_000", "0x1F", "0o17", "0b11", ".5", "+5", ".inf", "-.INF", ".nan", "1.", "99999999999999999999"},
		syntax.String: {"hei", "1 234 567", "31.03.2012", "2012-03-31", "15:00", "50%", "1,5", "1.234.567", "nO", "Nei", "\"1\"", "'true'"},
	}
	for kind, texts := range kinds {
		for _, text := range texts {
			root, _ := parse("a: " + text + "\n")
			if got := root.Lookup("a").Kind; got != kind {
				t.Errorf("%s is of kind %d, want %d", text, got, kind)
			}
			quoted := text == "" || strings.ContainsAny(text, `"'`)
			if got := syntax.LooksLikeValue(text); !quoted && got == (kind == syntax.String) {
				t.Errorf("LooksLikeValue(%q) = %t", text, got)
			}
		}
	}
}

type person struct {
	syntax.Origin
	Name    string         `key:"name"`
	Age     int            `key:"age"`
	Height  float64        `key:"height"`
	Born    time.Time      `key:"born"`
	Active  bool           `key:"active"`
	Shoes   *int           `key:"shoes"`
	Hats    *int           `key:"hats"`
	Tags    []string       `key:"tags"`
	Scores  map[string]int `key:"scores"`
	Address address        `key:"address"`
}

type address struct {
	syntax.Origin
	Street string `key:"street"`
}

func TestDecode(t *testing.T) {
	root, _ := parse("name: |\n  Kari\nage: 40\nheight: 1.7\nborn: 2012-03-31\nactive: yes\nshoes: 38\nhats:\n" +
		"tags: [a, b]\nscores: {x: 3, y:}\naddress: {street: Storgata}\n")
	var p person
	syntax.Decode(root, &p)
	if p.Name != "Kari" || p.Age != 40 || p.Height != 1.7 || !p.Active || p.Address.Street != "Storgata" {
		t.Errorf("decoded %+v", p)
	}
	if p.Born != time.Date(2012, 3, 31, 0, 0, 0, 0, time.UTC) {
		t.Errorf("born %v", p.Born)
	}
	if p.Shoes == nil || *p.Shoes != 38 || p.Hats != nil {
		t.Errorf("shoes %v, hats %v", p.Shoes, p.Hats)
	}
	if len(p.Tags) != 2 || len(p.Scores) != 1 || p.Scores["x"] != 3 {
		t.Errorf("tags %v, scores %v", p.Tags, p.Scores)
	}
	if got := p.Address.Span().String(); got != "a.yaml:11:11" {
		t.Errorf("the address is at %s", got)
	}
}

// TestDecodeIsTotal holds that values of the wrong kind are left out.
func TestDecodeIsTotal(t *testing.T) {
	root, _ := parse("name: [a]\nage: mange\nheight: høy\nborn: i går\nactive: 3\ntags: x\nscores: [1]\naddress: her\n")
	var p person
	syntax.Decode(root, &p)
	if p.Name != "" || p.Age != 0 || p.Height != 0 || !p.Born.IsZero() || p.Active || p.Tags != nil || p.Scores != nil {
		t.Errorf("decoded %+v", p)
	}
	syntax.Decode(nil, &p)
}

// TestUnusable holds that an entity that was written and cannot be used is
// not taken for one that lacks everything.
func TestUnusable(t *testing.T) {
	root, _ := parse("address: 1\n")
	broken := root.WithFields([]syntax.Field{{Key: root.Fields[0].Key, Value: &syntax.Node{}}})
	var p person
	syntax.Decode(broken, &p)
	if p.Address.Lacks("street") {
		t.Error("an address that cannot be used lacks its street")
	}
	if !p.Lacks("name") {
		t.Error("a name that was not written is not lacking")
	}
}

func TestOrigin(t *testing.T) {
	root, _ := parse("age: 1\nname: Kari\ntags: [a, b]\nempty:\nblank: \"  \"\nnone: []\n")
	o := syntax.OriginOf(root)
	for field, want := range map[string]string{
		"age": "a.yaml:1:6", "missing": "a.yaml:2:7", "tags": "a.yaml:3:7",
	} {
		if got := o.At(field).Span().String(); got != want {
			t.Errorf("At(%s) = %s, want %s", field, got, want)
		}
	}
	if got := o.Item("tags", 1).Span().String(); got != "a.yaml:3:11" {
		t.Errorf("Item = %s", got)
	}
	if got := o.Item("tags", 7).Span().String(); got != "a.yaml:3:7" {
		t.Errorf("an item that is not there is shown at %s", got)
	}
	if got := o.Key("age").Span().String(); got != "a.yaml:1:1" {
		t.Errorf("Key = %s", got)
	}
	if got := o.Key("missing").Span(); got != o.Span() {
		t.Errorf("the key of a missing field is shown at %s", got)
	}
	for field, want := range map[string]bool{
		"age": false, "empty": true, "blank": true, "none": true, "missing": true, "tags": false,
	} {
		if got := o.Lacks(field); got != want {
			t.Errorf("Lacks(%s) = %t", field, got)
		}
	}
	var nowhere syntax.Origin
	if !nowhere.Span().IsZero() || !nowhere.Whole().IsZero() || !nowhere.Lacks("x") {
		t.Error("an origin that is nowhere has a place")
	}
	if got := string(o.Whole().Text()); !strings.HasPrefix(got, "age: 1") {
		t.Errorf("Whole covers %q", got)
	}
	unnamed, _ := parse("x: 1\n")
	if got := syntax.OriginOf(unnamed).Span().String(); got != "a.yaml:1:1" {
		t.Errorf("an entity without a name is shown at %s", got)
	}
}

func TestMerge(t *testing.T) {
	roots := make([]*syntax.Node, 0, 3)
	for name, text := range map[string]string{"a.yaml": "list: [1]\nvision: x\nempty:\n"} {
		root, _ := syntax.Parse(source.NewFile(name, []byte(text)))
		roots = append(roots, root)
	}
	second, _ := syntax.Parse(source.NewFile("b.yaml", []byte("list: [2, 3]\nvision: y\nempty: 1\n")))
	third, _ := syntax.Parse(source.NewFile("c.yaml", []byte("- løs\n")))
	merged, list := syntax.Merge(append(roots, second, third))
	if got := len(merged.Lookup("list").Items); got != 3 {
		t.Errorf("the list has %d items", got)
	}
	if got := merged.Lookup("empty").Value; got != "1" {
		t.Errorf("a key without a value gives way to one with: %q", got)
	}
	want := "2:1-7 YML010 \"vision\" is already written in another file\n" +
		"1:1-6 YML001 a file must begin with a key, such as participants:"
	if got := findings(list); got != want {
		t.Errorf("the findings are\n%s\nwant\n%s", got, want)
	}
	if !merged.Truncated {
		t.Error("a root that could not be used leaves the whole incomplete")
	}
	if got := len(roots[0].Lookup("list").Items); got != 1 {
		t.Errorf("merging changed the first file's list to %d items", got)
	}
}

// TestMergeLeavesTheFiles holds that a list which goes on in another file, where
// a part of it is lost, is not lost in its own.
func TestMergeLeavesTheFiles(t *testing.T) {
	broken, _ := syntax.Parse(source.NewFile("a.yaml", []byte("list:\n  *x\n")))
	whole, _ := syntax.Parse(source.NewFile("b.yaml", []byte("list: [1]\n")))
	if kind := broken.Lookup("list").Kind; kind != syntax.Broken {
		t.Fatalf("what cannot be read is of kind %v", kind)
	}
	for _, roots := range [][]*syntax.Node{{broken, whole}, {whole, broken}} {
		merged, _ := syntax.Merge(roots)
		if !merged.Lookup("list").Truncated {
			t.Error("the list is said to be whole")
		}
		if whole.Lookup("list").Truncated {
			t.Error("merging changed the file's list")
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"a: 1\nb: [x, {y: z}]\n", "a: |\n  x\n\n  y\nb: >-\n  z\n", "\xef\xbb\xbfå: \"\\u00e5\"\r\n", "a: 'x''y'\n",
		"a: &x 1\nb: *x\n", "? [x]\n: 1\n<<: {a: 1}\n", "a: b: c\n", "\t- x\n", "a: \"b\n", "- - - x\n", "a: !t\n", "--- |\n x\n...\n", "a: #x\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("f.yaml", []byte(text))
		root, list := syntax.Parse(file)
		for _, d := range list {
			inside(t, file, d.Span)
		}
		if root != nil {
			walk(t, file, root)
		}
	})
}

func inside(t *testing.T, f *source.File, s source.Span) {
	t.Helper()
	if s.File != f || s.Start < 0 || s.Start > s.End || s.End > len(f.Text) {
		t.Fatalf("the span %d-%d is outside the file of %d bytes", s.Start, s.End, len(f.Text))
	}
}

// walk holds that every node lies inside the file, its children inside it,
// and that the parts of its value lie inside its text.
func walk(t *testing.T, f *source.File, n *syntax.Node) {
	t.Helper()
	inside(t, f, n.Span())
	for i := range n.Value {
		inside(t, f, n.Part(i, i+1))
		if i > 200 {
			break
		}
	}
	for _, field := range n.Fields {
		inside(t, f, field.Key.Span())
		walk(t, f, field.Value)
	}
	for _, item := range n.Items {
		if item.Span().Start < n.Span().Start {
			t.Fatalf("an item starts at %d, its list at %d", item.Span().Start, n.Span().Start)
		}
		walk(t, f, item)
	}
}

func TestComments(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("# først\na: x#y # så\nb: |\n  # tekst\n  mer # tekst\nc: \"# i\"  # sist\r\n#"))
	root, _ := syntax.Parse(f)
	var got []string
	for _, c := range syntax.Comments(f, root) {
		got = append(got, c.First().String()+" "+string(c.Text()))
	}
	want := "1:1 # først|2:8 # så|6:11 # sist|7:1 #"
	if strings.Join(got, "|") != want {
		t.Errorf("the comments are %q", got)
	}
}
