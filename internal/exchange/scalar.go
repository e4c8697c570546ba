package exchange

import (
	"encoding/json"
	"strings"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// encoded writes a value in YAML on one line: plain where that reads as the
// same text in any place, or else in double quotes.
func encoded(v value) string {
	if v.form == number || readsAs(v.text, v.text) {
		return v.text
	}
	return quoted(v.text)
}

// readsAs reports whether a text in YAML reads as another, both inside braces
// and outside.
func readsAs(yaml, text string) bool {
	if strings.ContainsAny(yaml, "\n\r") {
		return false
	}
	for _, context := range []string{"k: " + yaml + "\n", "k: {k: " + yaml + "}\n", "k: {k: " + yaml + ", l: m}\n"} {
		root, found := syntax.Parse(source.NewFile("", []byte(context)))
		if root == nil || len(found) > 0 {
			return false
		}
		n := root.Lookup("k")
		if n != nil && n.Kind == syntax.Mapping {
			n = n.Lookup("k")
		}
		if n == nil || n.Kind != syntax.String || n.Value != text {
			return false
		}
	}
	return true
}

// quoted writes a text in double quotes. What JSON escapes, YAML reads.
func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// rewritten writes another value in the way that a node is written.
func rewritten(n *syntax.Node, v value) string {
	switch n.Style {
	case syntax.DoubleQuoted, syntax.SingleQuoted:
		return quoted(v.text)
	case syntax.Literal, syntax.Folded:
		if text, ok := block(n, v.text); ok {
			return text
		}
		return quoted(v.text) + ending(string(n.Span().Text()))
	default:
		return encoded(v)
	}
}

// widest is how many characters a line of a folded text has at most.
const widest = 100

// block writes a text as the block that a node is, with its header and its
// indentation. A text that a block cannot hold is not written.
func block(n *syntax.Node, text string) (string, bool) {
	was := string(n.Span().Text())
	header, body, _ := strings.Cut(was, "\n")
	indent := body[:len(body)-len(strings.TrimLeft(body, " "))]
	if indent == "" || strings.ContainsAny(header, "0123456789") {
		return "", false
	}
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		if paragraph != strings.TrimSpace(paragraph) {
			return "", false
		}
		if n.Style == syntax.Folded {
			lines = append(lines, folded(paragraph, widest-len(indent))...)
			lines = append(lines, "")
		} else {
			lines = append(lines, paragraph)
		}
	}
	out := strings.TrimRight(header, "\r")
	for _, line := range lines {
		out += "\n" + strings.TrimRight(indent+line, " ")
	}
	return strings.TrimRight(out, "\n") + ending(was), true
}

// folded divides a paragraph into lines.
func folded(paragraph string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(paragraph, " ") {
		if line != "" && word != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), word
			continue
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// ending returns the line breaks at the end of a text.
func ending(text string) string { return text[len(strings.TrimRight(text, "\n")):] }
