package model

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"soknad/internal/diag"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// Acknowledge returns the edits after which the record says what is answered
// now. A record that is there keeps the inputs it names, and loses what is no
// longer answered; a new one holds everything. It is not ok when the record
// was written in a way that cannot be read.
func (a *Answering) Acknowledge() (edits []diag.Edit, ok bool) {
	record := a.Node(recordKey)
	switch {
	case record == nil:
		return []diag.Edit{a.newRecord()}, true
	case record.Kind != syntax.Mapping || record.Truncated:
		return nil, false
	}
	r := recordEdit{Node: record, file: record.Span().File}
	if len(record.Fields) == 0 && !r.inBraces() {
		return nil, false // What it holds has keys that are none.
	}
	for i := range record.Fields {
		if answer := a.answer(record.Fields[i].Key.Value); answer != nil {
			r.refresh(i, answer.Fingerprint)
		} else {
			r.remove(i)
		}
	}
	if r.kept == 0 {
		return []diag.Edit{{Span: record.Span(), New: r.text(entries(a.Answers))}}, true
	}
	for _, s := range a.Suspects() {
		if s.Doubt == Added {
			r.added = append(r.added, entry(*s.Answer))
		}
	}
	r.add()
	return r.edits, true
}

// newRecord writes a record beside the field that says what is answered.
func (a *Answering) newRecord() diag.Edit {
	field, whole := a.Node(a.anchor), a.Whole()
	if whole.Text()[0] == '{' {
		return diag.Edit{Span: after(field.Span()), New: fmt.Sprintf(", %s: {%s}", recordKey, strings.Join(entries(a.Answers), ", "))}
	}
	line := lineOf(field.Span())
	indent := margin(a.Key(a.anchor).Span())
	text := line.breaks + indent + recordKey + ":"
	for _, e := range entries(a.Answers) {
		text += line.breaks + indent + "  " + e
	}
	return diag.Edit{Span: line.end, New: text}
}

// entries writes answers as a record holds them.
func entries(answers []Answer) []string {
	var all []string
	for _, a := range answers {
		all = append(all, entry(a))
	}
	return all
}

// entry writes an answer as a record holds it. The quotes keep a fingerprint
// of digits alone from being read as a number.
func entry(a Answer) string { return fmt.Sprintf("%s: %q", a.ID, a.Fingerprint) }

// A recordEdit is a record with the edits that bring it up to date.
type recordEdit struct {
	*syntax.Node
	file  *source.File
	edits []diag.Edit
	added []string
	kept  int // how many fields stay
	last  int // the last of them
}

func (r *recordEdit) inBraces() bool { return r.Span().Text()[0] == '{' }

func (r *recordEdit) refresh(i int, fingerprint string) {
	r.kept, r.last = r.kept+1, i
	if value := r.Fields[i].Value; value.Value != fingerprint {
		r.edits = append(r.edits, diag.Edit{Span: value.Span(), New: fmt.Sprintf("%q", fingerprint)})
	}
}

// remove takes a field out: its lines, or in braces the field with the comma
// that parts it from what stays.
func (r *recordEdit) remove(i int) {
	key, value := r.Fields[i].Key.Span(), r.Fields[i].Value.Span()
	gone := r.file.Span(key.Start, value.End)
	switch {
	case !r.inBraces():
		gone.Start = key.Start - len(margin(key))
		gone.End = lineOf(value).next
	case r.kept > 0:
		gone.Start = r.Fields[i-1].Value.Span().End
	case i+1 < len(r.Fields):
		gone.End = r.Fields[i+1].Key.Span().Start
	}
	r.edits = append(r.edits, diag.Edit{Span: gone})
}

// add writes what the record lacks after the last field that stays.
func (r *recordEdit) add() {
	if len(r.added) == 0 {
		return
	}
	last := r.Fields[r.last]
	if r.inBraces() {
		r.edits = append(r.edits, diag.Edit{Span: after(last.Value.Span()), New: ", " + strings.Join(r.added, ", ")})
		return
	}
	line := lineOf(last.Value.Span())
	parting := line.breaks + margin(last.Key.Span())
	r.edits = append(r.edits, diag.Edit{Span: line.end, New: parting + strings.Join(r.added, parting)})
}

// text writes a whole record in the place of one of which nothing stays.
func (r *recordEdit) text(fields []string) string {
	if r.inBraces() {
		return "{" + strings.Join(fields, ", ") + "}"
	}
	line := lineOf(r.Fields[0].Key.Span())
	return strings.Join(fields, line.breaks+margin(r.Fields[0].Key.Span()))
}

// after returns the empty span just after another.
func after(s source.Span) source.Span { return s.File.Span(s.End, s.End) }

// A line is where the line ends on which something ends.
type line struct {
	end    source.Span // empty, before the line break
	next   int         // where the next line begins
	breaks string      // how the file breaks its lines, or some of them
}

func lineOf(s source.Span) line {
	rest := s.File.Text[s.End:]
	l := line{end: s.File.Span(len(s.File.Text), len(s.File.Text)), next: len(s.File.Text), breaks: "\n"}
	if n := bytes.IndexByte(rest, '\n'); n >= 0 {
		l.end, l.next = s.File.Span(s.End+n, s.End+n), s.End+n+1
	}
	if bytes.Contains(s.File.Text, []byte("\r\n")) {
		l.breaks = "\r\n"
		if bytes.HasSuffix(s.File.Text[:l.end.End], []byte("\r")) {
			l.end = s.File.Span(l.end.End-1, l.end.End-1)
		}
	}
	return l
}

// margin returns what stands before a key on its line, as spaces: the dash of
// a list counts as one.
func margin(key source.Span) string {
	start := bytes.LastIndexByte(key.File.Text[:key.Start], '\n') + 1
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\ufeff':
			return -1
		case unicode.IsSpace(r):
			return r
		}
		return ' '
	}, string(key.File.Text[start:key.Start]))
}
