package syntax

import (
	"bytes"
	"cmp"
	"slices"

	"soknad/internal/source"
)

// Comments returns the comments of a YAML file, each from its # to the end of
// its line. A # inside a text is none; root is the file's tree, which may be
// nil.
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
	if n == nil {
		return spans
	}
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
