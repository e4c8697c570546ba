package document

import (
	"bytes"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"soknad/internal/lazyregexp"
)

// parseMarkdown returns the tree of a text, which is empty for one that goes
// beyond the bounds.
func parseMarkdown(source []byte) ast.Node {
	root, _ := parseBounded(source)
	return root
}

// markdown makes the parser once, for the tables, bare links and footnotes that
// GitHub and GitLab know, within the bounds: what it knows of a text stands in
// the text's own context.
var markdown = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Footnote), goldmark.WithParserOptions(bounds()...),
	).Parser()
})

var (
	special = strings.NewReplacer(
		`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `|`, `\|`,
	)
	entity = lazyregexp.New(`&(#?[A-Za-z0-9]+;)`)
)

// oneLine joins the words of a text by single spaces.
func oneLine(text string) string {
	var line strings.Builder
	line.Grow(len(text))
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }) {
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(word)
	}
	return line.String()
}

// escape makes plain text stand for itself in Markdown, on one line. Only
// what would have a meaning is escaped, so that the text stays readable.
func escape(plain string) string {
	line := special.Replace(oneLine(plain))
	if strings.Contains(line, "&") {
		line = entity().ReplaceAllString(line, `\&$1`)
	}
	if at := opener(line); at >= 0 {
		line = line[:at] + `\` + line[at:]
	}
	return line
}

// opener returns where the character stands that makes a line a heading, an
// item of a list, a quotation, a rule or the fence of code, or -1.
func opener(line string) int {
	marks, digits := leading(line, "#+-"), leading(line, "0123456789")
	switch {
	case line == "":
		return -1
	case marks > 0 && (marks == len(line) || line[marks] == ' '):
		return marks - 1
	case digits > 0 && digits < len(line) && strings.ContainsRune(".)", rune(line[digits])) && (digits+1 == len(line) || line[digits+1] == ' '):
		return digits
	case line[0] == '>':
		return 0
	case leading(line, "=~-") == len(line):
		return len(line) - 1
	case strings.HasPrefix(line, "~~~"):
		return len("~~~") - 1
	default:
		return -1
	}
}

// leading counts the characters of a set that a line begins with.
func leading(line, set string) int { return len(line) - len(strings.TrimLeft(line, set)) }

// cell makes Markdown fit into a table's cell: its paragraphs become one
// line, and a bar that would end the cell is escaped.
func cell(markdown string) string {
	line := oneLine(markdown)
	if marksIn([]byte(line)) > MaxMarks {
		return escape(line)
	}
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line):
			b.WriteString(line[i : i+2])
			i++
		case line[i] == '|':
			b.WriteString(`\|`)
		default:
			b.WriteByte(line[i])
		}
	}
	return b.String()
}

// mayHoldHeadings reports whether a piece of Markdown has what headings are made
// of: a # somewhere, or a line that begins with = or -.
func mayHoldHeadings(markdown string) bool {
	if strings.Contains(markdown, "#") {
		return true
	}
	for line := range strings.Lines(markdown) {
		if line = strings.TrimLeft(line, " \t>"); line != "" && (line[0] == '=' || line[0] == '-') {
			return true
		}
	}
	return false
}

// inParagraphs makes plain text stand for itself, in more than one paragraph
// where it is too long for one.
func inParagraphs(plain string) string {
	const long = MaxParagraph / 100
	var paragraphs []string
	for len(plain) > long {
		at := strings.IndexAny(plain[long:], " \n")
		if at < 0 {
			break
		}
		paragraphs = append(paragraphs, escape(plain[:long+at]))
		plain = plain[long+at:]
	}
	return strings.Join(append(paragraphs, escape(plain)), "\n\n")
}

// shiftHeadings moves the headings of a text down, so that its highest one
// has the given level; none goes below level 6. Headings underlined with = or
// - become lines that begin with #.
func shiftHeadings(markdown string, level int) string {
	if !mayHoldHeadings(markdown) && isPlain(markdown) {
		return markdown // Nearly all texts are so, and parsing takes its time.
	}
	source := []byte(markdown)
	root, excess := parseBounded(source)
	if excess != nil {
		return inParagraphs(markdown)
	}
	var headings []*ast.Heading
	highest := 6
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			headings = append(headings, h)
			highest = min(highest, h.Level)
		}
	}
	var out bytes.Buffer
	at := 0
	for _, h := range headings {
		if h.Lines().Len() == 0 {
			continue
		}
		start, end, line := anew(source, h, min(h.Level-highest+level, 6))
		out.Write(source[at:start])
		out.WriteString(line)
		at = end
	}
	out.Write(source[at:])
	return out.String()
}

// anew writes a heading at another level, in the place of what stands from
// start to end.
func anew(source []byte, h *ast.Heading, level int) (start, end int, line string) {
	first, last := h.Lines().At(0).Start, h.Lines().At(h.Lines().Len()-1).Stop
	start = bytes.LastIndexByte(source[:first], '\n') + 1
	after := underline()
	if bytes.HasPrefix(bytes.TrimLeft(source[start:first], " "), []byte("#")) {
		after = closing()
	}
	title := oneLine(string(source[first:last]))
	return start, last + len(after.Find(source[last:])), strings.Repeat("#", level) + " " + title + "\n"
}

var (
	closing   = lazyregexp.New(`^[ \t#]*(\n|$)`)
	underline = lazyregexp.New(`^\n? {0,3}(=+|-+)[ \t]*(\n|$)`)
)

// Escape makes Markdown of a plain line, which then reads as it is.
func Escape(plain string) string { return escape(plain) }

// Literal makes a text that cannot be read as Markdown, wherever in a line it
// stands.
func Literal(text string) string {
	var out strings.Builder
	for _, r := range text {
		if strings.ContainsRune("\\`*_{}[]<>#|~", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
