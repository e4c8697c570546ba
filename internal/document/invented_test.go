package document_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/call"
	"soknad/internal/document"
	"soknad/internal/invent"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestTextStaysText holds that nothing that can be written as a name or a title
// makes the document another one: its headings, tables, lists, links and images
// stay what they are with plain names, and the title reads as it is written.
func TestTextStaysText(t *testing.T) {
	text, c := whole(t), arena2012(t)
	plain := outline(made(t, described(t, renamed(t, text, "x")), c, document.Full))
	if n := strings.Count(plain, "\n"); n < 300 {
		t.Fatalf("the document has only %d parts", n)
	}
	tried := 0
	for _, nasty := range invent.Nasty() {
		name := strings.Join(strings.Fields(nasty), " ")
		if name == "" || len(name) > 250 || !utf8.ValidString(name) || strings.ContainsFunc(name, unwritable) {
			continue
		}
		tried++
		d := made(t, described(t, renamed(t, text, name)), c, document.Full)
		if got := outline(d); got != plain {
			t.Errorf("with names such as %q the document is another one: %s", name, differs(plain, got))
		}
		if got := document.PlainText(d.Root.FirstChild(), d.Text); got != name {
			t.Errorf("the title %q reads %q", name, got)
		}
	}
	if tried < 60 {
		t.Errorf("only %d names were tried", tried)
	}
}

// unwritable reports whether a description may not hold a character: a finding
// says so long before there is a document.
func unwritable(r rune) bool {
	_, found := syntax.CheckText(source.NewFile("a.md", []byte("x"+string(r))))
	return len(found) > 0
}

// renamed writes every plain line of a description anew.
func renamed(t *testing.T, text, name string) string {
	t.Helper()
	texts := described(t, text).Texts()
	for i := len(texts) - 1; i >= 0; i-- {
		last := texts[i].Field.Path[strings.LastIndexByte(texts[i].Field.Path, '.')+1:]
		if texts[i].Markdown || last == "email" || last == "phone" {
			continue
		}
		s := texts[i].Field.Span()
		text = text[:s.Start] + strconv.Quote(name) + text[s.End:]
	}
	return text
}

// outline writes what a document consists of, but for its words.
func outline(d *document.Document) string {
	var out strings.Builder
	_ = ast.Walk(d.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text, *ast.String, *ast.AutoLink:
			return ast.WalkContinue, nil
		case *ast.Heading:
			fmt.Fprint(&out, n.Level, " ")
		case *ast.Image:
			out.Write(n.Destination)
		}
		fmt.Fprintln(&out, n.Kind(), entering)
		return ast.WalkContinue, nil
	})
	return out.String()
}

func differs(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("part %d is %q, not %q", i, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d parts, not %d", len(g), len(w))
}

// FuzzAssemble holds that a document can be made of any description, for any
// call, in one way; that its sections follow each other; and that every figure
// it shows is there.
func FuzzAssemble(f *testing.F) {
	for i := range 9 {
		f.Add([]byte{byte(i), 3, 1})
	}
	arena := arena2012(f)
	f.Fuzz(func(t *testing.T, seed []byte) {
		c := invent.New(seed)
		care := invent.Care(c.Below(3))
		text := invent.YAML(c, care, schema.Application)
		if len(text) > 10_000 {
			return // so that many are tried
		}
		project := model.Decode(mended(schema.Application, text), nil)
		asks := arena
		if c.Once(2) {
			asks = call.Decode(mended(schema.Call, invent.YAML(c, care, schema.Call)))
		}
		for _, v := range []document.Variant{document.Full, document.Public} {
			d := made(t, project, asks, v)
			tiles(t, d)
			shown(t, d)
			if again := made(t, project, asks, v); !bytes.Equal(d.Text, again.Text) {
				t.Fatal("the document is made in two ways")
			}
		}
	})
}

// mended returns what the author of a file must have meant.
func mended(kind schema.Kind, text []byte) *syntax.Node {
	root, _ := syntax.Parse(source.NewFile("a.yaml", text))
	merged, _ := syntax.Merge([]*syntax.Node{root})
	meant, _ := schema.Validate(kind, merged)
	return meant
}

// shown holds that the text is UTF-8 without hidden characters, and that each
// figure of the document has its place in the text.
func shown(t *testing.T, d *document.Document) {
	t.Helper()
	if _, found := syntax.CheckText(source.NewFile("application.md", d.Text)); len(found) > 0 && found[0].Code != "YML008" {
		t.Fatalf("the text has hidden characters at %s", found[0].Span)
	}
	for name := range d.Figures {
		if !bytes.Contains(d.Text, []byte("("+name+")")) {
			t.Fatalf("the figure %s is not shown", name)
		}
	}
}
