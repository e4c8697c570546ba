package invent

import (
	"regexp"
	"strings"

	"soknad/internal/syntax"
)

// A writer writes values as YAML, each in one of the ways there are.
type writer struct {
	*Chance
	care Care
	out  strings.Builder
}

// document writes a mapping as a file.
func document(c *Chance, care Care, v *value) string {
	w := &writer{Chance: c, care: care}
	w.out.WriteString(pick(c, "", "", "", "---\n", "# Merk: dette er en prøve.\n", "\ufeff", "\n\n"))
	w.mapping(v, "")
	written := w.out.String()
	if c.Once(8) {
		written = strings.ReplaceAll(strings.ReplaceAll(written, "\r\n", "\n"), "\n", "\r\n")
	}
	return written
}

// mapping writes the fields of a mapping, each on lines of its own. The first
// line is indented already when it follows a dash.
func (w *writer) mapping(v *value, indent string) {
	for i, f := range v.fields {
		if i > 0 || indent == "" {
			w.out.WriteString(w.between(indent))
		}
		w.out.WriteString(w.key(f.key) + ":")
		w.below(f.value, indent)
	}
}

// between returns what comes before a line: sometimes a comment or a line
// without anything.
func (w *writer) between(indent string) string {
	if w.Once(30) {
		return indent + "# " + words(w.Chance, 3) + "\n" + indent
	}
	if w.Once(30) {
		return "\n" + indent
	}
	return indent
}

// below writes what follows a colon.
func (w *writer) below(v *value, indent string) {
	deeper := indent + pick(w.Chance, "  ", "  ", "    ", " ")
	switch {
	case v.kind == mapping && len(v.fields) > 0 && !w.flows(v):
		w.out.WriteString(w.ending())
		w.out.WriteString(deeper)
		w.mapping(v, deeper)
	case v.kind == list && len(v.items) > 0 && !w.flows(v):
		w.out.WriteString(w.ending())
		w.list(v, pick(w.Chance, indent, deeper))
	case v.kind == text && w.Once(2) && isBlock(v.text):
		w.block(v.text, deeper)
	default:
		w.out.WriteString(" " + w.flow(v) + w.ending())
	}
}

// list writes the entries of a list, each on lines of its own.
func (w *writer) list(v *value, indent string) {
	for _, item := range v.items {
		w.out.WriteString(w.between(indent) + "-")
		if item.kind == mapping && len(item.fields) > 0 && !w.flows(item) {
			w.out.WriteString(" ")
			w.mapping(item, indent+"  ")
			continue
		}
		w.below(item, indent+" ")
	}
}

// flows reports whether a mapping or list is to stand in braces.
func (w *writer) flows(v *value) bool {
	small := true
	n := 0
	v.every(func(below *value) {
		n++
		small = small && len(below.text) < 200
	})
	return small && n < 40 && w.Once(3)
}

// flow writes a value so that it can stand in braces.
func (w *writer) flow(v *value) string {
	var parts []string
	switch v.kind {
	case mapping:
		for _, f := range v.fields {
			parts = append(parts, w.key(f.key)+": "+w.flow(f.value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case list:
		for _, item := range v.items {
			parts = append(parts, w.flow(item))
		}
		return "[" + strings.Join(parts, pick(w.Chance, ", ", ",")) + "]"
	default:
		return w.scalar(v)
	}
}

// ending ends a line, sometimes with a comment.
func (w *writer) ending() string {
	if w.Once(30) {
		return " # " + words(w.Chance, 2) + "\n"
	}
	return "\n"
}

// key writes a key, without quotes where it can stand so.
func (w *writer) key(s string) string {
	if w.isCareless() || isPlain(s) {
		return s
	}
	return w.quoted(s)
}

// scalar writes a scalar on one line.
func (w *writer) scalar(v *value) string {
	if v.kind == bare || w.isCareless() || isPlain(v.text) && w.Once(2) {
		return v.text
	}
	return w.quoted(v.text)
}

// isCareless reports whether a text is to stand without quotes, whatever is in
// it.
func (w *writer) isCareless() bool { return w.care == Hostile && w.Once(8) }

var plain = regexp.MustCompile(`^[\p{L}0-9]([\p{L}0-9 _./+@-]*[\p{L}0-9])?$`)

// isPlain reports whether a text can stand without quotes anywhere and stay
// text.
func isPlain(s string) bool { return plain.MatchString(s) && !syntax.LooksLikeValue(s) }

// quoted writes a text between quotes of one of the two kinds.
func (w *writer) quoted(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && s != "" && w.Once(2) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}

// isBlock reports whether a text can be written as a block without a word of
// how it is indented.
func isBlock(s string) bool {
	lines := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for _, line := range lines {
		if line != strings.TrimRight(line, " \t\r") {
			return false
		}
	}
	return s != "" && lines[0] != "" && lines[0] == strings.TrimLeft(lines[0], " \t") &&
		lines[len(lines)-1] != "" && !strings.ContainsAny(s, "\r\t\ufeff\u0085\u2028\u2029")
}

// block writes a text of several lines after a | that keeps its line breaks.
func (w *writer) block(s, indent string) {
	sign := " |-\n"
	if body, ok := strings.CutSuffix(s, "\n"); ok {
		s, sign = body, " |\n"
	}
	w.out.WriteString(sign)
	for line := range strings.Lines(s + "\n") {
		if line == "\n" {
			w.out.WriteString("\n")
		} else {
			w.out.WriteString(indent + line)
		}
	}
}
