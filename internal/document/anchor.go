package document

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Anchors names headings as GitHub and GitLab do, so that links inside the
// text work there and in the PDF alike.
type Anchors struct {
	taken map[string]int // how many more headings asked for a name
}

// NewAnchors starts with no heading named.
func NewAnchors() *Anchors { return &Anchors{taken: map[string]int{}} }

// Next returns the anchor of the next heading in the text: its letters and
// digits in lower case with hyphens for spaces. A name that is taken gets -1,
// -2 and so on.
func (a *Anchors) Next(title string) string {
	name := slug(title)
	free := name
	for a.has(free) {
		a.taken[name]++
		free = fmt.Sprintf("%s-%d", name, a.taken[name])
	}
	a.taken[free] = 0
	return free
}

func (a *Anchors) has(name string) bool {
	_, taken := a.taken[name]
	return taken
}

func slug(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r):
			return unicode.ToLower(r)
		default:
			return -1
		}
	}, title)
}

// Headings are the headings of a document by their anchors.
type Headings struct {
	anchors map[ast.Node]string
	known   map[string]bool
}

// Headings names the headings as the document's Markdown does, so that a link
// there leads to the same heading wherever the document is shown.
func (d *Document) Headings() Headings {
	h := Headings{anchors: map[ast.Node]string{}, known: map[string]bool{}}
	h.name(d.Root, d.Text, NewAnchors())
	return h
}

func (h Headings) name(n ast.Node, text []byte, names *Anchors) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindHeading {
			anchor := names.Next(PlainText(c, text))
			h.anchors[c], h.known[anchor] = anchor, true
		} else if c.Type() == ast.TypeBlock {
			h.name(c, text, names)
		}
	}
}

// Anchor returns the anchor of a heading, "" of any other node.
func (h Headings) Anchor(n ast.Node) string { return h.anchors[n] }

// Has reports whether a heading has an anchor.
func (h Headings) Has(anchor string) bool { return h.known[anchor] }

// headingsIn returns the plain text of the headings in a piece of Markdown.
func headingsIn(markdown string) []string {
	if !mayHoldHeadings(markdown) {
		return nil
	}
	source := []byte(markdown)
	return headingsOf(parseMarkdown(source), source)
}

func headingsOf(root ast.Node, source []byte) []string {
	var titles []string
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			titles = append(titles, PlainText(h, source))
		}
	}
	return titles
}

// PlainText returns the words of a node and everything below it, without
// markup.
func PlainText(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.IsRaw() {
				b.Write(c.Segment.Value(source))
			} else {
				b.Write(unescaped(c.Segment.Value(source)))
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(source))
		default:
			b.WriteString(PlainText(c, source))
		}
	}
	return b.String()
}

// unescaped reads backslash escapes and entities in a piece of Markdown text;
// an escaped & begins no entity.
func unescaped(text []byte) []byte {
	var out []byte
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && !escapes(text, end) {
			end++
		}
		out = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(text[i:end]))...)
		if end < len(text) {
			out = append(out, text[end+1])
			end += 2
		}
		i = end
	}
	return out
}

// escapes reports whether a backslash at i escapes what follows it.
func escapes(text []byte, i int) bool {
	return text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1])
}
