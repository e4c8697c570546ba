package syntax

import "strings"

// flow goes through brackets, from an index on.
func (w *walker) flow(s string, i, at int) {
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '[' || c == '{':
			w.frames = append(w.frames, frame{column: w.top().column, flow: true, list: c == '['})
			w.begin(s, i+1, at)
		case c == ']' || c == '}':
			w.frames, w.word = w.frames[:len(w.frames)-1], -1
			if !w.top().flow {
				return
			}
		case c == ',':
			w.top().inside = false
			w.begin(s, i+1, at)
		case c == ':' && w.colon(s, i, at):
			w.begin(s, i+1, at)
		case c == '#' && (i == 0 || s[i-1] == ' '):
			w.word = -1
			return
		case (c == '"' || c == '\'') && at+i == w.word:
			w.quote = c
			w.quoted(s, i+1, at)
			return
		}
	}
}

// begin takes note that a word begins after the spaces from an index on.
func (w *walker) begin(s string, i, at int) {
	f := w.top()
	w.word = at + len(s) - len(strings.TrimLeft(s[i:], " "))
	w.key, w.val = !f.list && !f.inside, f.list || f.inside
}

// colon takes note of the key before a colon, and reports whether there is
// one.
func (w *walker) colon(s string, i, at int) bool {
	f := w.top()
	if f.list || f.inside || w.word < at || i+1 < len(s) && s[i+1] != ' ' && s[w.word-at] != '"' {
		return false
	}
	f.key, f.inside = strings.Trim(s[w.word-at:i], ` "'`), true
	f.keys = append(f.keys, f.key)
	return true
}

// quoted goes through a text in quotes, from an index on, and what stands
// after it. A word in quotes begins after the quote.
func (w *walker) quoted(s string, i, at int) {
	begun := w.word
	if w.word >= 0 {
		w.word = at + i
	}
	for ; i < len(s); i++ {
		switch {
		case s[i] == '\\' && w.quote == '"':
			i++
		case s[i] == w.quote:
			w.quote = 0
			w.word = begun
			w.afterQuote(s, i+1, at)
			return
		}
	}
}

// afterQuote goes on after a text in quotes, which may have been a key.
func (w *walker) afterQuote(s string, i, at int) {
	if !w.top().flow {
		w.word = -1
		return
	}
	i = len(s) - len(strings.TrimLeft(s[i:], " "))
	if strings.HasPrefix(s[i:], ":") && w.colon(s, i, at) {
		i++
		w.begin(s, i, at)
	} else {
		w.word = -1
	}
	w.flow(s, i, at)
}
