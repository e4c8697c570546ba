package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
)

// anchors names the headings of a document as GitHub does, so that a link in
// the Markdown leads to the same heading in the PDF.
type anchors struct {
	ofHeading map[ast.Node]string
	taken     map[string]int // how many more headings asked for the name
}

func newAnchors(d *document.Document) *anchors {
	a := &anchors{map[ast.Node]string{}, map[string]int{}}
	_ = ast.Walk(d.Root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindHeading {
			return ast.WalkContinue, nil
		}
		a.add(n, slug(plainText(n, d.Text)))
		return ast.WalkSkipChildren, nil
	})
	return a
}

// add names a heading; a name already taken gets -1, -2 and so on.
func (a *anchors) add(heading ast.Node, name string) {
	free := name
	for a.has(free) {
		a.taken[name]++
		free = name + "-" + strconv.Itoa(a.taken[name])
	}
	a.taken[free], a.ofHeading[heading] = 0, free
}

func (a *anchors) has(name string) bool {
	_, taken := a.taken[name]
	return taken
}

// slug returns a heading's text in lower case with dashes for spaces and
// without everything that is not a letter, a digit, a dash or an underscore.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		default:
			return -1
		}
	}, text)
}

// plainText returns the words below a node without their markup.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	writePlain(&b, n, source)
	return b.String()
}

func writePlain(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case *ast.Text:
		writeText(b, n, source)
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(source))
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			writePlain(b, c, source)
		}
	}
}

func writeText(b *strings.Builder, n *ast.Text, source []byte) {
	characters := prose(n.Segment.Value(source), 0)
	if n.IsRaw() {
		characters = literal(n.Segment.Value(source), 0)
	}
	for _, c := range characters {
		b.WriteRune(c.r)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.WriteByte(' ')
	}
}
