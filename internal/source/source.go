// Package source holds files as they were read and turns byte offsets into
// the lines and columns that people and editors use.
//
// Everything above speaks of places as half-open byte spans; a line and a
// column are computed only when they are shown.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

// bom is the UTF-8 byte order mark, which editors hide and do not count.
var bom = []byte("\xef\xbb\xbf")

// A File is a named text that does not change after NewFile.
type File struct {
	// Name is the slash-separated path that people are shown, relative to
	// the application's folder.
	Name string
	// Text is the file's content, byte for byte, a byte order mark included.
	Text []byte

	shown *File  // whose places are shown, when it is another
	lines []int  // offset of the first byte of each line
	marks []mark // places on the way, in a text with very long lines
}

// A mark is how many characters there are before an offset.
type mark struct{ offset, characters int }

// apart is how many bytes lie between two marks, at least. A column is counted
// from the mark before it, so that many places on one long line take no time.
const apart = 4096

// NewFile indexes the lines of text. The caller must not change text later.
func NewFile(name string, text []byte) *File {
	f := &File{Name: name, Text: text, lines: []int{0}}
	for i, b := range text {
		if b == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	if f.hasLongLine() {
		f.mark()
	}
	return f
}

// With returns the file as it is read where some of its bytes are taken for
// others. The text is as long as the file's own, and people are shown places in
// the file's own.
func (f *File) With(text []byte) *File { return &File{Name: f.Name, Text: text, shown: f} }

func (f *File) hasLongLine() bool {
	for i, start := range f.lines[1:] {
		if start-f.lines[i] > apart {
			return true
		}
	}
	return len(f.Text)-f.lines[len(f.lines)-1] > apart
}

func (f *File) mark() {
	m := mark{}
	for at := 0; at < len(f.Text); m.characters++ {
		if at-m.offset >= apart {
			m.offset = at
			f.marks = append(f.marks, m)
		}
		_, size := utf8.DecodeRune(f.Text[at:])
		at += size
	}
}

// characters counts those from one offset to another.
func (f *File) characters(from, to int) int {
	first := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].offset >= from })
	last := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].offset > to }) - 1
	if last < first {
		return utf8.RuneCount(f.Text[from:to])
	}
	a, b := f.marks[first], f.marks[last]
	return utf8.RuneCount(f.Text[from:a.offset]) + b.characters - a.characters + utf8.RuneCount(f.Text[b.offset:to])
}

// A Position is a place as people count it: line and column from 1, columns
// in characters (Unicode code points), so that å is one.
type Position struct{ Line, Column int }

// String returns "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Position returns the line and column of a byte offset. Offsets outside the
// file are moved to its nearest end.
func (f *File) Position(offset int) Position {
	if f.shown != nil {
		return f.shown.Position(offset)
	}
	offset = min(max(offset, 0), len(f.Text))
	line := sort.SearchInts(f.lines, offset+1)
	start := min(f.lineStart(line), offset)
	return Position{Line: line, Column: 1 + f.characters(start, offset)}
}

// CodeUnits returns the line and column of a byte offset as machines count
// them: from 1, columns in UTF-16 code units, of which a character outside
// the basic plane takes two.
func (f *File) CodeUnits(offset int) Position {
	if f.shown != nil {
		return f.shown.CodeUnits(offset)
	}
	p := f.Position(offset)
	before := []rune(string(f.Line(p.Line)))
	for _, r := range before[:min(p.Column-1, len(before))] {
		p.Column += utf16.RuneLen(r) - 1
	}
	return p
}

// Offset returns the byte offset of a position. A column beyond the end of
// its line is moved to the end of the line, a line beyond the file to its end.
func (f *File) Offset(p Position) int {
	if f.shown != nil {
		return f.shown.Offset(p)
	}
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(f.lines) {
		return len(f.Text)
	}
	offset := f.lineStart(p.Line)
	line := f.Line(p.Line)
	for column := 1; column < p.Column && len(line) > 0; column++ {
		_, size := utf8.DecodeRune(line)
		line, offset = line[size:], offset+size
	}
	return offset
}

// Lines returns the number of lines; a text that ends in a line break has an
// empty last line.
func (f *File) Lines() int {
	if f.shown != nil {
		return f.shown.Lines()
	}
	return len(f.lines)
}

// Line returns line n (from 1) without its line break and without a byte
// order mark. A line outside the file is empty.
func (f *File) Line(n int) []byte {
	if f.shown != nil {
		return f.shown.Line(n)
	}
	if n < 1 || n > len(f.lines) {
		return nil
	}
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return bytes.TrimSuffix(f.Text[f.lineStart(n):end], []byte("\r"))
}

// Span returns the half-open span from start to end, both in bytes.
func (f *File) Span(start, end int) Span { return Span{File: f, Start: start, End: end} }

func (f *File) lineStart(line int) int {
	start := f.lines[line-1]
	if line == 1 && bytes.HasPrefix(f.Text, bom) {
		return len(bom)
	}
	return start
}
