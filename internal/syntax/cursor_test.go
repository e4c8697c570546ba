package syntax_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestCursor holds where somebody is who writes at the mark |.
func TestCursor(t *testing.T) {
	const none = "-"
	for text, want := range map[string]string{
		// Keys.
		"|":                                 "key or value of : ",
		"go|":                               "key or value of : go",
		"a: 1\ngo|":                         "key of: go beside a",
		"a: 1\n\nb:\n  - x: 1\n|":           "key of: beside a b",
		"a:\n  b: 1\n  c|: 2":               "key of a: c beside b",
		"a:\n  - b: 1\n    |":               "key of a -: beside b",
		"a:\n  - b: 1\n    c: x\n  - |":     "key or value of a -: ",
		"a:\n- b: 1\n  c|\n":                "key of a -: c beside b",
		"a:\n- b: 1\nc|\n":                  "key of: c beside a",
		"a:\n  |":                           "key or value of a: ",
		"a:\n  - b: 1\n  |":                 "key of a: ",
		"a: {b: 1, c|}":                     "key of a: c beside b",
		"a: {|":                             "key of a: ",
		"a: {\"b\": 1, |}":                  "key of a: beside b",
		"a:\n  - {b: 1,\n     c|: 2}":       "key of a -: c beside b",
		"a|: 1":                             "key of: a",
		"\"a\": 1\nb|":                      "key of: b beside a",
		"\ufeffa|: 1":                       "key of: a",
		"a: [b: {c|}]":                      "key of a -: c",
		"a:\n  b: |-\n    tekst: her\n  c|": "key of a: c beside b",
		// Values.
		"a: |":                            "value of a: ",
		"a: b|c\n":                        "value of a: bc",
		"a:|":                             none,
		"a: 'b|":                          "value of a: b",
		"a: \"b|c\"":                      "value of a: bc",
		"a: 'b'|":                         none,
		"a:\n  - b|":                      "key or value of a -: b",
		"a:\n  -|":                        none,
		"a:\n  -\n    b|":                 "key or value of a -: b",
		"a:\n  - b: 1\n    c: [x, y|, z]": "value of a - c -: y",
		"a: [|]":                          "value of a -: ",
		"a: [b,\n  c|\nd: 1":              "value of a -: c",
		"a: [b\nc: d|":                    "value of c: d",
		"a: \"b\nc: d|":                   "value of c: d",
		"a: {b: {c: d|}, e: f}":           "value of a b c: d",
		"a: {b: [x, {c: |":                "value of a b - c: ",
		"a: {b: 1}\nc: |":                 "value of c: ",
		"a: [x]\nb:\n  c: |":              "value of b c: ",
		"- b|":                            "key or value of -: b",
		// Neither.
		"# a: |":           none,
		"a: 1 # b|":        none,
		"a: {b: 1} |":      none,
		"a: [b, # c|":      none,
		"a: >\n  tekst|\n": none,
		"a: 'x\n  y|'":     none,
	} {
		before, after, _ := strings.Cut(strings.Replace(text, "|-", "\x00", 1), "|")
		whole := strings.ReplaceAll(before, "\x00", "|-") + after
		if got := said(whole, len(strings.ReplaceAll(before, "\x00", "|-"))); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// said says what a cursor is at.
func said(text string, offset int) string {
	c, ok := syntax.CursorAt([]byte(text), offset)
	if !ok {
		return "-"
	}
	words := "value"
	switch {
	case c.Key && c.Value:
		words = "key or value"
	case c.Key:
		words = "key"
	}
	words += " of"
	if len(c.Path) > 0 || c.Value {
		words += " " + strings.Join(c.Path, " ")
	}
	words += ":"
	if word := text[c.Start:c.End]; word != "" || len(c.Beside) == 0 {
		words += " " + word
	}
	if len(c.Beside) > 0 {
		words += " beside " + strings.Join(c.Beside, " ")
	}
	return words
}

// TestCursorAgrees holds that a cursor in a whole text is where the tree says
// that it is, at every key and every value of the
// examples' files.
func TestCursorAgrees(t *testing.T) {
	n := 0
	examples := os.DirFS(path.Join("..", "..", "examples"))
	err := fs.WalkDir(examples, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".yaml" {
			return err
		}
		text, err := fs.ReadFile(examples, name)
		if err != nil || len(text) > 6000 { // Long files hold nothing that short ones do not.
			return err
		}
		root, _ := syntax.Parse(source.NewFile(name, text))
		n += agrees(t, root, nil)
		return nil
	})
	if err != nil || n < 500 {
		t.Errorf("only %d places were looked at: %v", n, err)
	}
}

func agrees(t *testing.T, n *syntax.Node, at []string) int {
	t.Helper()
	places := 0
	for _, f := range n.Fields {
		span := f.Key.Span()
		c, ok := syntax.CursorAt(span.File.Text, span.Start)
		if !ok || !c.Key || c.Value || !slices.Equal(c.Path, at) || c.Start != span.Start || c.End != span.End {
			t.Errorf("%v: at the key %q of %q the cursor is %+v", span, f.Key.Value, at, c)
		}
		places += 1 + agrees(t, f.Value, append(slices.Clip(at), f.Key.Value))
	}
	for _, item := range n.Items {
		places += agrees(t, item, append(slices.Clip(at), "-"))
	}
	if n.IsScalar() && n.Style != syntax.Literal && n.Style != syntax.Folded && n.Value != "" {
		span := n.Span()
		offset := span.Start
		if n.Style != syntax.Plain {
			offset++
		}
		c, ok := syntax.CursorAt(span.File.Text, offset)
		if !ok || !c.Value || !slices.Equal(c.Path, at) || c.Start != offset {
			t.Errorf("%v: at the value %q of %q the cursor is %+v", span, n.Value, at, c)
		}
		places++
	}
	return places
}

func FuzzCursor(f *testing.F) {
	for _, seed := range []string{"a: {b: [x, {c: ", "a:\n- b: |\n   x\n  c: 'y", "\ufeff\"a\": [\n]\nb: }", "a: [b\nc: ]]{}", "- - - x: {\"a\":1, 'b': \\", "a: \"\\"} {
		f.Add(seed, len(seed))
	}
	f.Fuzz(func(t *testing.T, text string, offset int) {
		c, ok := syntax.CursorAt([]byte(text), offset)
		if ok && (c.Start < 0 || c.Start > c.End || c.End > len(text) || !c.Key && !c.Value) {
			t.Fatalf("the cursor is %+v", c)
		}
	})
}
