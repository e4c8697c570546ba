package syntax

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// Comments returns the comments of a YAML file, each from its # to the end of
// its line. A # inside a text is none; root is the file's tree.
func Comments(f *source.File, root *Node) []source.Span {
	texts := scalarSpans(root, nil)
	slices.SortFunc(texts, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	var comments []source.Span
	for at := 0; at < len(f.Text); {
		i := bytes.IndexByte(f.Text[at:], '#')
		if i < 0 {
			break
		}
		at += i
		end := lineEnd(f.Text, at)
		for len(texts) > 0 && texts[0].End <= at {
			texts = texts[1:]
		}
		inText := len(texts) > 0 && texts[0].Start <= at
		if inText || at > 0 && !isSpace(rune(f.Text[at-1])) {
			at++
			continue
		}
		comments = append(comments, f.Span(at, at+len(bytes.TrimRight(f.Text[at:end], " \t\r"))))
		at = end
	}
	return comments
}

func scalarSpans(n *Node, spans []source.Span) []source.Span {
	if n.IsScalar() {
		return append(spans, n.span)
	}
	for _, f := range n.Fields {
		spans = scalarSpans(f.Value, append(spans, f.Key.span))
	}
	for _, item := range n.Items {
		spans = scalarSpans(item, spans)
	}
	return spans
}

// commentCut warns when plain text is followed by #2 or the like: people who
// write a comment leave a space after the #.
func (p *parser) commentCut(n *Node) {
	if n.Kind != String || n.Style != Plain {
		return
	}
	rest := p.text[n.span.End:lineEnd(p.text, n.span.End)]
	cut := bytes.TrimLeft(rest, " \t")
	if len(cut) < 2 || len(cut) == len(rest) || cut[0] != '#' || bytes.IndexByte([]byte(" \t\r#!"), cut[1]) >= 0 {
		return
	}
	cut = bytes.TrimRight(cut, " \t\r")
	at := n.span.End + bytes.IndexByte(rest, '#')
	whole := p.file.Span(n.span.Start, at+len(cut))
	p.list.Add(diag.New(codeComment, diag.Warning, p.file.Span(at, at+len(cut)),
		"%s is read as a comment and left out of the text", string(cut)).
		Hint("put the whole text in quotes; if it is a comment, write a space after the #").
		Fix(whole, quote(string(whole.Text())), "put the whole text in quotes"))
}

// quote writes text between double quotes.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
