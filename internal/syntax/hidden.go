package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// softHyphen is where a word may be divided, which prose can say and an id, a
// number or a date cannot.
const softHyphen = '\u00ad'

// isHidden reports whether a character cannot be seen and yet changes what is
// read: control characters, line breaks that editors do not count, marks that
// turn the direction of the text, spaces and signs without width, letters that
// nobody sees, and a byte order mark inside the text.
func isHidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x2028, r == 0x2029, r == 0xfeff:
		return true
	case r == 0x200b, r == 0x2060, r == 0x200e, r == 0x200f:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2061 && r <= 0x206f, r == 0x061c:
		return true
	case r == 0x180e, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// nameOf describes a hidden character in words that help to find it.
func nameOf(r rune) string {
	names := map[rune]string{
		0x00: "NUL", 0x07: "bell", 0x08: "backspace", 0x0b: "vertical tab", 0x0c: "form feed",
		'\r': "carriage return", 0x1b: "escape", 0x7f: "delete",
		0x85: "next line", 0x2028: "line separator", 0x2029: "paragraph separator",
		0x200b: "zero width space", 0x2060: "word joiner", 0x200e: "left-to-right mark", 0x200f: "right-to-left mark", 0x061c: "Arabic letter mark",
		softHyphen: "soft hyphen", 0xfeff: "byte order mark", 0x202a: "left-to-right embedding", 0x202b: "right-to-left embedding",
		0x202c: "end of embedding", 0x202d: "left-to-right override", 0x202e: "right-to-left override",
		0x2066: "left-to-right isolate", 0x2067: "right-to-left isolate", 0x2068: "isolate", 0x2069: "end of isolate",
	}
	if name, ok := names[r]; ok {
		return fmt.Sprintf("%s (U+%04X)", name, r)
	}
	return fmt.Sprintf("U+%04X", r)
}

// plainly takes the hidden characters out of a value without quotes on one
// line, so that what is left can be read as it was meant. A soft hyphen is
// hidden where the value is a single word; the others are reported already.
func (p *parser) plainly(n *Node) {
	if n.Kind != String || n.Style != Plain {
		return
	}
	written := string(n.span.Text())
	if strings.Contains(written, "\n") || !strings.ContainsFunc(written, func(r rune) bool { return isHidden(r) || r == softHyphen }) {
		return
	}
	word := !strings.ContainsAny(written, " \t")
	var plain strings.Builder
	for i, r := range written {
		switch {
		case isHidden(r):
		case r == softHyphen && word:
			p.crowd.add(&p.list, hiddenAt(p.file.Span(n.span.Start+i, n.span.Start+i+utf8.RuneLen(r)), r))
		default:
			plain.WriteRune(r)
		}
	}
	if value := plain.String(); len(value) < len(written) {
		n.Value, n.Kind = value, resolve(value, Plain)
	}
}

// escaped reports the hidden characters that are written as escapes between
// double quotes, and takes them out of the value.
func (p *parser) escaped(n *Node) {
	if n.Style != DoubleQuoted || !strings.ContainsFunc(n.Value, isHidden) {
		return
	}
	places := n.placesOfHidden()
	var plain strings.Builder
	for i, r := range n.Value {
		instead := string(r)
		if isHidden(r) {
			instead = strings.ReplaceAll(replacement(r), "\n", " ")
			p.crowd.add(&p.list, n.escapeOf(r, places[i], instead))
		}
		plain.WriteString(instead)
	}
	n.Value = plain.String()
}

// placesOfHidden returns where the hidden characters of a value are written, by
// their offset in it.
func (n *Node) placesOfHidden() map[int]source.Span {
	places := map[int]source.Span{}
	newAligner(n.span.File.Text, n.span.Start, n.Style).each(n.Value, func(value, from, to int) bool {
		if r, _ := utf8.DecodeRuneInString(n.Value[value:]); isHidden(r) {
			places[value] = n.span.File.Span(from, to)
		}
		return true
	})
	return places
}

// escapeOf makes the finding for a hidden character that is written as an
// escape. Where its place in the text cannot be told, there is no cure.
func (n *Node) escapeOf(r rune, at source.Span, instead string) *diag.Diagnostic {
	known := !at.IsZero()
	if !known {
		at = n.span
	}
	d := diag.New(codeControl, diag.Error, at, "there is a hidden character here: %s", nameOf(r)).
		Hint("delete it; it cannot be seen and changes what is read")
	if known {
		d.Fix(at, instead, "delete the hidden character")
	}
	return d
}

// hiddenAt makes the finding for a hidden character.
func hiddenAt(at source.Span, r rune) *diag.Diagnostic {
	d := diag.New(codeControl, diag.Error, at, "there is a hidden character here: %s", nameOf(r))
	if replacement(r) == "\n" {
		return d.Hint("write an ordinary line break instead").
			Fix(at, "\n", "write an ordinary line break")
	}
	return d.Hint("delete it; it cannot be seen and changes what is read").
		Fix(at, "", "delete the hidden character")
}
