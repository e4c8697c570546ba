package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// whole makes the document of a cover, the contents and sections. The contents
// are made of the headings that are expected, so that nothing is parsed twice;
// where the tree has others that matter, they are made again.
func (a *assembler) whole(parts []part) *Document {
	d := a.document(parts)
	contents, sections := &parts[1], parts[2:]
	for i, titles := range d.headings()[2:] {
		sections[i].headings = titles
	}
	if found := a.contentsOf(sections); found != contents.body {
		contents.body = found
		d = a.document(parts)
	}
	return d
}

// headings returns the plain text of the headings of each section, without its
// title.
func (d *Document) headings() [][]string {
	titles := make([][]string, len(d.Sections))
	at := 0
	for n := d.Root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		for n.Pos() >= d.Sections[at].End && at+1 < len(d.Sections) {
			at++
		}
		s := d.Sections[at]
		if n.Pos() != s.Start+bytes.IndexByte(d.Text[s.Start:s.End], '#') {
			titles[at] = append(titles[at], PlainText(h, d.Text))
		}
	}
	return titles
}

// expectedHeadings returns the plain text of the lines that begin with #, which
// are headings unless they stand in code.
func expectedHeadings(markdown string) []string {
	var lines strings.Builder
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "#") {
			lines.WriteString(line + "\n")
		}
	}
	return headingsIn(lines.String())
}
