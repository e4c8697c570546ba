package lsp

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"soknad/internal/source"
)

// bom is the byte order mark, which editors hide and do not count.
const bom = "\xef\xbb\xbf"

// offsetOf returns the byte offset of a position. What lies outside the text,
// or inside a character, is moved to the nearest place before it.
func offsetOf(text []byte, p position) int {
	start, end := lineAt(text, p.Line)
	offset, units := start, 0
	for offset < end {
		r, size := utf8.DecodeRune(text[offset:end])
		if units += utf16.RuneLen(r); units > p.Character {
			break
		}
		offset += size
	}
	return offset
}

// positionOf returns the position of a byte offset.
func positionOf(text []byte, offset int) position {
	offset = min(max(offset, 0), len(text))
	p := position{}
	start, end := lineBounds(text, 0)
	for end < len(text) {
		next := end + breakAt(text[end:])
		if next > offset {
			break
		}
		p.Line++
		start, end = lineBounds(text, next)
	}
	if p.Line == 0 && bytes.HasPrefix(text, []byte(bom)) {
		start = len(bom)
	}
	for at := start; at < min(offset, end); {
		r, size := utf8.DecodeRune(text[at:end])
		at += size
		p.Character += utf16.RuneLen(r)
	}
	return p
}

// lineAt returns where a line starts and where it ends, without its break.
// A line beyond the text is the empty one at its end.
func lineAt(text []byte, line int) (start, end int) {
	start, end = lineBounds(text, 0)
	for range max(line, 0) {
		if end == len(text) {
			return end, end
		}
		start, end = lineBounds(text, end+breakAt(text[end:]))
	}
	if start == 0 && bytes.HasPrefix(text, []byte(bom)) {
		start = len(bom)
	}
	return start, end
}

// lineBounds returns where the line that starts at an offset starts and ends.
func lineBounds(text []byte, start int) (from, to int) {
	length := bytes.IndexAny(text[start:], "\r\n")
	if length < 0 {
		return start, len(text)
	}
	return start, start + length
}

// breakAt returns how long the line break is that a text begins with. The
// protocol knows three.
func breakAt(text []byte) int {
	if bytes.HasPrefix(text, []byte("\r\n")) {
		return 2
	}
	return 1
}

// rangeOf returns the range of a span, in the positions of its file.
func rangeOf(at source.Span) textRange {
	return textRange{positionOf(at.File.Text, at.Start), positionOf(at.File.Text, at.End)}
}

// touches reports whether two ranges share a place, if only an end.
func (r textRange) touches(o textRange) bool {
	return !r.End.before(o.Start) && !o.End.before(r.Start)
}

func (p position) before(o position) bool {
	return p.Line < o.Line || p.Line == o.Line && p.Character < o.Character
}
