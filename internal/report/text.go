// Package report writes findings for people and for machines.
package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// Text writes findings for people to read, each with the line it points at.
type Text struct {
	W    io.Writer
	Lang i18n.Lang
	// Color says whether to use the terminal's colours.
	Color bool
}

// Write writes the findings in the order given, and last how many there are.
func (t Text) Write(list diag.List) error {
	w := &textWriter{lang: t.Lang, color: t.Color}
	for _, d := range list[:min(len(list), maxShown)] {
		w.finding(d)
	}
	if more := len(list) - maxShown; more > 0 {
		fmt.Fprintf(&w.out, "%s\n\n", i18n.Msg("and %d more, which --report=json lists", more).In(w.lang))
	}
	w.summary(list)
	_, err := io.WriteString(t.W, w.out.String())
	return err
}

// maxShown is how many findings people are shown. More than that nobody reads,
// and most are then of one mistake; machines are given all of them.
const maxShown = 200

// A textWriter collects the report, so that it is written in one piece.
type textWriter struct {
	lang  i18n.Lang
	color bool
	out   strings.Builder
}

func (w *textWriter) finding(d *diag.Diagnostic) {
	fmt.Fprintf(&w.out, "%s: %s: %s %s\n",
		w.paint(bold, place(d.Span)),
		w.paint(colorOf(d.Severity), w.say(d.Severity.String())),
		w.paint(bold, w.message(d.Message)),
		w.paint(dim, "["+string(d.Code)+"]"))
	w.excerpt(d.Span, '^', colorOf(d.Severity))
	for _, r := range d.Related {
		fmt.Fprintf(&w.out, "  %s: %s\n", place(r.Span), w.message(r.Message))
		w.excerpt(r.Span, '-', blue)
	}
	for _, h := range d.Hints {
		w.hint(h)
	}
	w.out.WriteByte('\n')
}

func (w *textWriter) hint(h diag.Hint) {
	fmt.Fprintf(&w.out, "  %s %s", w.paint(green, w.say("hint:")), w.message(h.Message))
	if !h.Span.IsZero() {
		fmt.Fprintf(&w.out, " (%s)", place(h.Span))
	}
	w.out.WriteByte('\n')
}

// place shows a place as text that begins no command of a CI runner, whatever
// the file is called.
func place(s source.Span) string {
	shown := Printable(s.String())
	if strings.HasPrefix(strings.TrimSpace(shown), "::") {
		return "./" + shown
	}
	return shown
}

// excerpt writes the first line of a span with the span marked below it.
func (w *textWriter) excerpt(s source.Span, mark rune, color string) {
	if s.IsZero() || len(s.File.Text) == 0 {
		return
	}
	e := newExcerpt(s)
	fmt.Fprintf(&w.out, "  %s %s\n", w.paint(dim, fmt.Sprintf("%4d │", e.line)), e.text)
	fmt.Fprintf(&w.out, "  %s %s%s\n", w.paint(dim, "     │"), e.before,
		w.paint(color, strings.Repeat(string(mark), e.width)))
}

func (w *textWriter) summary(list diag.List) {
	if len(list) == 0 {
		fmt.Fprintln(&w.out, Counts(list, w.lang))
		return
	}
	fmt.Fprintln(&w.out, counts(list, w.lang, func(s diag.Severity, words string) string { return w.paint(colorOf(s), words) }))
	if kinds := byCode(list); len(list) > easy && len(kinds) > 1 {
		fmt.Fprintln(&w.out, w.say("by code:"), strings.Join(kinds, ", "))
	}
}

// easy is how many findings can be read at a glance. Of more than that, the
// report says in the end which kinds there are.
const easy = 20

// byCode counts findings by their codes, the most frequent first.
func byCode(list diag.List) []string {
	counts := map[diag.Code]int{}
	for _, d := range list {
		counts[d.Code]++
	}
	codes := slices.SortedFunc(maps.Keys(counts), func(a, b diag.Code) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = fmt.Sprintf("%s × %d", c, counts[c])
	}
	return words
}

// Counts says how many findings of each severity there are.
func Counts(list diag.List, l i18n.Lang) string {
	if len(list) == 0 {
		return i18n.Msg("Nothing is wrong.").In(l)
	}
	return counts(list, l, func(_ diag.Severity, words string) string { return words })
}

func counts(list diag.List, l i18n.Lang, paint func(diag.Severity, string) string) string {
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := list.Count(s); n > 0 {
			parts = append(parts, paint(s, count(s, n).In(l)))
		}
	}
	return i18n.List(parts, l)
}

func count(s diag.Severity, n int) i18n.Message {
	one, many := "1 error", "%d errors"
	switch s {
	case diag.Warning:
		one, many = "1 warning", "%d warnings"
	case diag.Note:
		one, many = "1 note", "%d notes"
	}
	if n == 1 {
		return i18n.Msg(one)
	}
	return i18n.Msg(many, n)
}

func (w *textWriter) say(words string) string { return i18n.Msg(words).In(w.lang) }

func (w *textWriter) message(m i18n.Message) string { return Printable(m.In(w.lang)) }

// The colours, as SGR parameters.
const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	green  = "32"
	yellow = "1;33"
	blue   = "34"
)

func colorOf(s diag.Severity) string {
	switch s {
	case diag.Error:
		return red
	case diag.Warning:
		return yellow
	default:
		return blue
	}
}

func (w *textWriter) paint(color, text string) string {
	if !w.color {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}
