package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Harmless returns a writer of text for people, on its way to a terminal or to
// the log of a CI run: every character is Printable, and no line begins a
// command to a runner, whatever the text says.
func Harmless(w io.Writer) io.Writer {
	return &harmless{w: w, bracket: " [", escape: func(r rune) string { return fmt.Sprintf("<U+%04X>", r) }}
}

// HarmlessJSON returns a writer of JSON that says the same, and does no more to
// a terminal or a runner than Harmless lets text do.
func HarmlessJSON(w io.Writer) io.Writer {
	return &harmless{w: w, bracket: `\u005b`, escape: func(r rune) string {
		var escapes strings.Builder
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&escapes, `\u%04x`, unit)
		}
		return escapes.String()
	}}
}

// HarmlessXML does the same for XML.
func HarmlessXML(w io.Writer) io.Writer {
	return &harmless{w: w, bracket: "&#91;", escape: func(r rune) string { return fmt.Sprintf("&#x%X;", r) }}
}

// A harmless writes on what it is given, a character at a time. GitHub's runner
// obeys lines that begin with :: behind any spaces, and ##[ wherever it stands.
type harmless struct {
	w       io.Writer
	bracket string            // written in the place of the [ behind ##
	escape  func(rune) string // writes what is not Printable
	rest    []byte            // the first bytes of a character that is not whole yet
	begun   bool              // the line has more than spaces
	last    [2]rune
}

// Write writes text, and says that all of it is written.
func (h *harmless) Write(text []byte) (int, error) {
	var out strings.Builder
	h.rest = append(h.rest, text...)
	for len(h.rest) > 0 && utf8.FullRune(h.rest) {
		r, size := utf8.DecodeRune(h.rest)
		h.rest = h.rest[size:]
		out.WriteString(h.next(r))
	}
	if _, err := io.WriteString(h.w, out.String()); err != nil {
		return 0, err
	}
	return len(text), nil
}

// next returns what is written for a character.
func (h *harmless) next(r rune) string {
	before := h.last
	h.last = [2]rune{before[1], r}
	switch {
	case r == '\n':
		h.begun = false
		return "\n"
	case r == ' ' || r == '\t':
		return string(r)
	case r == ':' && before[1] == ':' && !h.begun:
		h.begun = true
		return " :"
	case r == '[' && before == [2]rune{'#', '#'}:
		return h.bracket
	case unsafe(r):
		h.begun = true
		return h.escape(r)
	}
	h.begun = h.begun || r != ':'
	return string(r)
}
