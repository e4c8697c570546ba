package document

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// beyond are texts that go beyond a bound, each with where: line and column,
// in bytes.
func beyond() map[string]struct {
	text  string
	bound Bound
	place string
} {
	type b = struct {
		text  string
		bound Bound
		place string
	}
	deep := ""
	for i := range 40 {
		deep += strings.Repeat("  ", i) + "- x\n"
	}
	links := "Lenker:\n\n"
	for i := range 2000 {
		links += fmt.Sprintf("[a%d]: b\n", i)
	}
	notes := ""
	for i := range 2000 {
		notes += fmt.Sprintf("[^a%d]: b\n\n", i)
	}
	return map[string]b{
		"a list in a list in one line":   {"Tekst.\n\n" + strings.Repeat("- ", 10_000) + "x" + strings.Repeat("\n", 10_000), Containers, "3:64"},
		"a list in a list, line by line": {deep, Containers, "33:64"},
		"a quotation in a quotation":     {strings.Repeat(">", 100_000) + "x", Containers, "1:32"},
		"numbers":                        {strings.Repeat("1. ", 1000) + "x", Containers, "1:96"},
		"both, by tabs":                  {strings.Repeat(">\t-\t", 200) + "x", Containers, ""},
		"footnotes in a footnote":        {strings.Repeat("[^a]: ", 60) + "x", Containers, ""},
		"stars and lines":                {"a\n\n" + strings.Repeat("*a_ \n", 20_000), Marks, "3:0"},
		"openings of links":              {strings.Repeat("x [a](\n", 20_000), Marks, "1:0"},
		"marks in a heading":             {"# " + strings.Repeat("*a_ ", 20_000), Marks, "1:0"},
		"marks above a line":             {strings.Repeat("*a_ \n", 2000) + "===\n", Marks, "1:0"},
		"marks in a quotation":           {strings.Repeat("> *a_ \n", 2000), Marks, "1:2"},
		"marks in no table":              {"|a|b|\n|-|\n" + strings.Repeat("|*a_ \n", 2000), Marks, "1:0"},
		"columns":                        {"x\n\n" + strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("|\n", 1000), Columns, "3:0"},
		"cells":                          {strings.Repeat("|a", 50) + "|\n" + strings.Repeat("|-", 50) + "|\n" + strings.Repeat("||\n", 10_000), Cells, "1:0"},
		"cells of many tables":           {strings.Repeat(strings.Repeat("|a", 50)+"|\n"+strings.Repeat("|-", 50)+"|\n"+strings.Repeat("||\n", 90)+"\n", 10), Cells, "373:0"},
		"blank lines":                    {"- x\n" + strings.Repeat("\n", 500_000), BlankLines, "20002:0"},
		"targets of links":               {links, Notes, "3:0"},
		"quotations":                     {strings.Repeat(strings.Repeat(">", 30)+"x\n\n", 5000), Blocks, ""},
		"one paragraph":                  {"Kort.\n\n" + strings.Repeat("ord\n", 70_000), Length, "3:0"},
		"footnotes":                      {notes, Notes, "2001:0"},
	}
}

func TestBeyond(t *testing.T) {
	for name, b := range beyond() {
		t.Run(name, func(t *testing.T) {
			e := Beyond(b.text)
			if e == nil || e.Bound != b.bound || e.End < e.Start || e.End > len(b.text) {
				t.Fatalf("%+v, want the bound %d", e, b.bound)
			}
			before := b.text[:e.Start]
			at := fmt.Sprintf("%d:%d", 1+strings.Count(before, "\n"), len(before)-1-strings.LastIndexByte(before, '\n'))
			if b.place != "" && at != b.place {
				t.Errorf("it is at %s, want %s", at, b.place)
			}
			if parseMarkdown([]byte(b.text)).HasChildren() {
				t.Error("it is read all the same")
			}
		})
	}
}

// TestWithin holds that texts of people are within the bounds, even those that
// a look from afar makes suspect.
func TestWithin(t *testing.T) {
	list, table, code := "", "|a|b|c|d|\n|-|-|-|-|\n", "```\n"
	for i := range 600 {
		list += fmt.Sprintf("- [a%d](https://example.no/a_b)\n", i)
		table += fmt.Sprintf("|*%d*|_b_|[c](https://example.no)|d|\n", i)
		code += strings.Repeat(" ", 60) + "x * y\n"
	}
	for name, text := range map[string]string{
		"nothing": "", "words": "Vi bygger.\n\nVi lærer.\n", "list": list, "table": table, "code": code + "```\n",
		"paragraphs": strings.Repeat("Et avsnitt med *trykk*.\n\n", 5000),
		"nested":     "1. a\n   - b\n     > c\n     > - d\n",
	} {
		if e := Beyond(text); e != nil {
			t.Errorf("%s: %+v", name, e)
		}
		if text != "" && !parseMarkdown([]byte(text)).HasChildren() {
			t.Errorf("%s: it is not read", name)
		}
	}
	for name, plain := range map[string]bool{list: false, table: false, "Vi bygger *ting*.\n\n- a\n- b\n": true} {
		if isPlain(name) != plain {
			t.Errorf("%.20s: plain is %v", name, !plain)
		}
	}
}

// TestBeyondIsShownAsWords holds that what goes beyond a bound is within them
// all once it is a part of a document.
func TestBeyondIsShownAsWords(t *testing.T) {
	for name, b := range beyond() {
		for how, made := range map[string]string{"as a paragraph": shiftHeadings(b.text, 3), "in a cell": "|a|\n|-|\n|" + cell(b.text) + "|"} {
			if e := Beyond(made); e != nil {
				t.Errorf("%s %s: %+v", name, how, e)
			}
		}
	}
}

// depth returns how deep a tree is.
func depth(n ast.Node) int {
	deepest := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		deepest = max(deepest, depth(c))
	}
	return 1 + deepest
}

// FuzzBeyond holds that a text which looks plain is one, and that what is
// within the bounds makes no tree that is too deep to walk.
func FuzzBeyond(f *testing.F) {
	for _, b := range beyond() {
		f.Add(b.text[:min(len(b.text), 2000)], 20)
	}
	f.Add("> - 1. [^a]: x\n", 40)
	f.Fuzz(func(t *testing.T, piece string, times int) {
		if len(piece) > 2000 || times < 0 || times > 100 {
			return
		}
		text := strings.Repeat(piece, times)
		root, excess := parseBounded([]byte(text))
		if excess != nil && isPlain(text) {
			t.Errorf("%+v, in a text that looks plain", excess)
		}
		if d := depth(root); d > 2*MaxContainers+2*MaxMarks+10 {
			t.Errorf("the tree is %d deep", d)
		}
	})
}

// TestMade holds that a template may write as many cells as a large description
// gives, and no table that reading makes large.
func TestMade(t *testing.T) {
	head := "|a|b|c|d|\n|-|-|-|-|\n"
	headings, e := readMade("### *Alle* kostnader\n\n" + head + strings.Repeat("|*a*|b|c|d|\n", 20_000))
	if e != nil || !slices.Equal(headings, []string{"Alle kostnader"}) {
		t.Errorf("cells that are written: %+v below the headings %q", e, headings)
	}
	if _, e := readMade("*a*\n\n" + head + strings.Repeat("|\n", 20_000)); e == nil || e.Bound != Cells {
		t.Errorf("cells that are not: %+v", e)
	}
	for name, b := range beyond() {
		if _, e := readMade(b.text); e == nil || e.Bound != b.bound {
			t.Errorf("%s: %+v, want the bound %d", name, e, b.bound)
		}
	}
}
