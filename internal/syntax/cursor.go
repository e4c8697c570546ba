package syntax

import (
	"bytes"
	"slices"
	"strings"

	"soknad/internal/lazyregexp"
)

// A Cursor is a place where somebody is writing, in a text that need not be
// whole yet.
type Cursor struct {
	// Path leads to the place from the top: keys, and "-" for an entry of a
	// list.
	Path []string
	// Key says that the word is, or can become, a key of the mapping at Path;
	// Value that it can be the value that stands there. Both can be true of a
	// word that begins a line.
	Key, Value bool
	// Start and End bound the word, in bytes.
	Start, End int
	// Beside are the keys that the mapping holds before the word.
	Beside []string
}

// CursorAt tells what is written at an offset, and whether it is anything that
// has a place: inside comments and longer texts nothing has. It looks only at
// what stands before, and goes by indentation, brackets and colons.
func CursorAt(text []byte, offset int) (Cursor, bool) {
	end := min(max(offset, 0), len(text))
	for end < len(text) && !bytes.ContainsRune(wordEnds, rune(text[end])) {
		end++
	}
	w := walker{block: -1}
	start := 0
	if bytes.HasPrefix(text, []byte("\ufeff")) {
		start = len("\ufeff")
	}
	for start <= end {
		length := bytes.IndexByte(text[start:end], '\n')
		if length < 0 {
			break
		}
		if whole := strings.TrimRight(string(text[start:start+length]), " \t\r"); whole != "" {
			w.line(whole, start)
		}
		start += length + 1
	}
	w.line(string(text[min(start, end):end]), start)
	return w.cursor(end, bytes.HasPrefix(text[end:], []byte(":")))
}

// wordEnds are the bytes that no word holds.
var wordEnds = []byte(" \t\r\n,[]{}:#\"'")

// A frame is a mapping or a list that the walker is in.
type frame struct {
	column int  // where its keys or hyphens stand; 0 in brackets
	list   bool // it is a list
	flow   bool // it stands in brackets
	key    string
	inside bool // in brackets: the value of the key is being written
	keys   []string
}

// A walker goes through a text line by line, and knows where it is.
type walker struct {
	frames []frame
	quote  byte // the quote that a text began with and has not ended with
	block  int  // the column of the key whose block of text this is, or -1

	word int  // where the word at hand begins, or -1
	key  bool // it can be a key
	val  bool // it can be a value
}

// writtenKey is a key in front of its value.
var writtenKey = lazyregexp.New(`^(?:"([^"]*)"|'([^']*)'|([^\s:#"'\[\]{},|>&*!-][^\s:#"'\[\]{},]*))[ \t]*:(?:[ \t]+|$)`)

// line goes through a line that begins at an offset.
func (w *walker) line(s string, at int) {
	w.word, w.key, w.val = -1, false, false
	column := len(s) - len(strings.TrimLeft(s, " "))
	rest := s[column:]
	if w.block >= 0 {
		if rest == "" || column > w.block {
			return
		}
		w.block = -1
	}
	w.abandon(column, rest)
	switch {
	case w.quote != 0:
		w.quoted(s, 0, at)
	case w.top().flow:
		w.begin(s, 0, at)
		w.flow(s, 0, at)
	default:
		w.entry(s, column, at)
	}
}

// abandon leaves brackets and quotes that were never closed: what goes on in
// them stands further in than the key before them.
func (w *walker) abandon(column int, rest string) {
	if !w.top().flow && w.quote == 0 || rest == "" || strings.ContainsAny(rest[:1], "]}") {
		return
	}
	outer := w.frames
	for len(outer) > 0 && outer[len(outer)-1].flow {
		outer = outer[:len(outer)-1]
	}
	if len(outer) > 0 && column <= outer[len(outer)-1].column {
		w.frames, w.quote = outer, 0
	}
}

// top returns the innermost frame.
func (w *walker) top() *frame {
	if len(w.frames) == 0 {
		return &frame{column: -1}
	}
	return &w.frames[len(w.frames)-1]
}

// leave leaves what stands further in than a column.
func (w *walker) leave(column int) {
	for len(w.frames) > 0 && w.top().column > column {
		w.frames = w.frames[:len(w.frames)-1]
	}
}

// leaveList leaves what stands further in than a column, and reports whether
// it has left a list whose hyphens stand there.
func (w *walker) leaveList(column int) bool {
	w.leave(column)
	ends := w.top().list && w.top().column == column
	if ends {
		w.frames = w.frames[:len(w.frames)-1]
	}
	return ends
}

// entry goes through a line outside brackets, from a column on: hyphens, a
// key, a value.
func (w *walker) entry(s string, column, at int) {
	rest := s[column:]
	m := writtenKey().FindStringSubmatch(rest)
	switch {
	case rest == "-" || strings.HasPrefix(rest, "- "):
		w.leave(column)
		if !w.top().list || w.top().column != column {
			w.frames = append(w.frames, frame{column: column, list: true})
		}
		if rest != "-" { // What an entry holds stands apart from its hyphen.
			w.entry(s, len(s)-len(strings.TrimLeft(rest[1:], " ")), at)
		}
	case m != nil:
		w.enter(column, m[1]+m[2]+m[3])
		if strings.HasSuffix(m[0], ":") {
			return // A value stands apart from the colon.
		}
		w.value(s, column+len(m[0]), at)
	case strings.HasPrefix(rest, "#"):
	default:
		w.loose(s, column, at)
	}
}

// enter enters the value of a key that stands at a column.
func (w *walker) enter(column int, key string) {
	w.leaveList(column)
	if len(w.frames) == 0 || w.top().column != column {
		w.frames = append(w.frames, frame{column: column})
	}
	f := w.top()
	f.key, f.keys = key, append(f.keys, key)
}

// loose takes note of a word that no colon follows yet. It begins a key, or
// it is the value of the key or the entry that it stands in.
func (w *walker) loose(s string, column, at int) {
	ended := w.leaveList(column)
	f := w.top()
	w.word, w.key, w.val = at+column, true, !ended && f.column < column
	if f.column == column {
		f.key = ""
	}
	if !w.val || s[column:] == "" {
		return
	}
	if quotes := `"'`; strings.Contains(quotes, s[column:column+1]) {
		w.key = false
		w.value(s, column, at)
	} else if strings.ContainsAny(s[column:column+1], "[{|>") {
		w.value(s, column, at)
	}
}

// value goes through what stands after a key, from an index on.
func (w *walker) value(s string, i, at int) {
	w.word, w.key, w.val = at+i, false, true
	if i == len(s) {
		return
	}
	switch s[i] {
	case '|', '>':
		w.word, w.block = -1, w.top().column
	case '[', '{':
		w.flow(s, i, at)
	case '"', '\'':
		w.quote = s[i]
		w.quoted(s, i+1, at)
	case '#', '&', '*', '!':
		w.word = -1
	default:
		if strings.Contains(s[i:], " #") {
			w.word = -1
		}
	}
}

// cursor tells where the walker has come to.
func (w *walker) cursor(end int, beforeColon bool) (Cursor, bool) {
	if w.word < 0 {
		return Cursor{}, false
	}
	c := Cursor{Path: []string{}, Key: w.key, Value: w.val && !(w.key && beforeColon), Start: min(w.word, end), End: end}
	for i, f := range w.frames {
		switch last := i == len(w.frames)-1; {
		case f.list:
			c.Path = append(c.Path, "-")
		case last && w.key && (f.flow || f.key == ""):
			c.Beside = slices.Clone(f.keys)
		default:
			c.Path = append(c.Path, f.key)
		}
	}
	return c, true
}
