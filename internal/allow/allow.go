// Package allow lets a person silence a finding, with a reason and for a
// while:
//
//	# soknad: allow REF001 until 2012-03-20 because the partner joins on Monday
//
// At the end of a line it speaks of that line; on a line of its own, of the
// block that begins on the next one. In Markdown it stands in a comment,
// <!-- soknad: allow … -->. A silence without a reason, past its day, or with
// nothing to silence is itself a finding.
package allow

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/lazyregexp"
	"soknad/internal/source"
)

// The codes of findings about silences.
const (
	codeMalformed diag.Code = "ALW001" // not written as it must be
	codeReason    diag.Code = "ALW002" // without a reason
	codeExpired   diag.Code = "ALW003" // past its day
	codeUnused    diag.Code = "ALW004" // silences nothing
)

// An Allowance silences findings of some codes on some lines of a file.
type Allowance struct {
	Codes  []diag.Code
	Until  time.Time // the last day it holds, zero for ever
	Reason string
	// Span is where it is written.
	Span source.Span
	// First and Last are the lines it speaks of, counted from 1.
	First, Last int
}

// What begins a silence is looked for as plain text first, so that none of
// these is compiled for a description without one.
var (
	opening   = lazyregexp.New(`^(?:#|<!--)\s*soknad:\s*(.*?)\s*(?:-->)?$`)
	statement = lazyregexp.New(`^allow\s+([A-Z]{3}[0-9]{3}(?:\s*,\s*[A-Z]{3}[0-9]{3})*)(?:\s+until\s+(\S+))?(?:\s+because(?:\s+(.*))?)?$`)
	markdown  = lazyregexp.New(`<!--\s*soknad:.*?-->`)
)

// mark is what every silence holds.
const mark = "soknad:"

// InComments finds the allowances among the comments of a YAML file.
func InComments(comments []source.Span) ([]Allowance, diag.List) {
	var all []Allowance
	var list diag.List
	blocks := blocks{above: map[int]int{}, ends: map[int]int{}}
	for _, c := range comments {
		a, d := read(c)
		if d != nil {
			list.Add(d)
		}
		if a != nil {
			a.First, a.Last = blocks.lines(c)
			all = append(all, *a)
		}
	}
	return all, list
}

// MayStandIn reports whether a text can hold a silence; without that nobody
// need look for its comments.
func MayStandIn(text []byte) bool { return bytes.Contains(text, []byte(mark)) }

// InMarkdown finds the allowances in a Markdown file; they speak of their own
// line, or of the paragraph that follows.
func InMarkdown(f *source.File) ([]Allowance, diag.List) {
	var comments []source.Span
	if !MayStandIn(f.Text) {
		return nil, nil
	}
	for _, m := range markdown().FindAllIndex(f.Text, -1) {
		comments = append(comments, f.Span(m[0], m[1]))
	}
	return InComments(comments)
}

// read reads one comment: nothing when it is a comment like any other.
func read(c source.Span) (*Allowance, *diag.Diagnostic) {
	if !bytes.Contains(c.Text(), []byte(mark)) {
		return nil, nil
	}
	said := opening().FindSubmatch(c.Text())
	if said == nil {
		return nil, nil
	}
	m := statement().FindSubmatch(said[1])
	if m == nil {
		return nil, malformed(c)
	}
	a := &Allowance{Span: c, Reason: strings.TrimSpace(string(m[3]))}
	for _, code := range strings.Split(string(m[1]), ",") {
		a.Codes = append(a.Codes, diag.Code(strings.TrimSpace(code)))
	}
	if len(m[2]) > 0 {
		day, err := time.Parse(time.DateOnly, string(m[2]))
		if err != nil {
			return nil, malformed(c)
		}
		a.Until = day
	}
	if a.Reason == "" {
		return nil, diag.New(codeReason, diag.Error, c, "this silence gives no reason, and silences nothing").
			Hint("add \"because\" and the reason")
	}
	return a, nil
}

func malformed(c source.Span) *diag.Diagnostic {
	return diag.New(codeMalformed, diag.Error, c, "this is not how a finding is silenced").
		Hint("write it like this: soknad: allow REF001 until 2012-03-20 because the partner joins on Monday")
}

// blocks remembers of one file which blocks comments speak of, since very many
// of them can stand above one.
type blocks struct {
	above map[int]int // the first line of the block below a line without content
	ends  map[int]int // the last line of the block that begins on a line
}

// lines returns the lines that a comment speaks of: its own when something
// else stands there, or else the block that begins below.
func (b *blocks) lines(c source.Span) (first, last int) {
	own := c.First().Line
	line := c.File.Line(own)
	alone := bytes.TrimSpace(bytes.Replace(line, c.Text(), nil, 1))
	if len(alone) > 0 {
		return own, own
	}
	first = b.below(c.File, own)
	last, ok := b.ends[first]
	if !ok {
		last = end(c, first)
		b.ends[first] = last
	}
	return first, last
}

// below returns the first line with content below a line.
func (b *blocks) below(f *source.File, own int) int {
	if first := b.above[own]; first > 0 {
		return first
	}
	first := own + 1
	for first < f.Lines() && isSilent(f.Line(first)) {
		first++
	}
	for line := own; line < first; line++ {
		b.above[line] = first
	}
	return first
}

// end returns the last line of the block that begins on a line below a comment.
func end(c source.Span, first int) int {
	goesOn := inBlock
	if bytes.HasPrefix(c.Text(), []byte("<!--")) {
		goesOn = inParagraph
	}
	last := first
	for last < c.File.Lines() && goesOn(c.File.Line(first), c.File.Line(last+1)) {
		last++
	}
	return last
}

// isSilent reports lines without content of their own.
func isSilent(line []byte) bool {
	t := bytes.TrimSpace(line)
	return len(t) == 0 || t[0] == '#' || bytes.HasPrefix(t, []byte("<!--"))
}

// inBlock reports whether a line goes on with the YAML block that another
// begins: it is empty, indented deeper, or an entry of the list that a key
// opens.
func inBlock(first, next []byte) bool {
	t := bytes.TrimSpace(next)
	if len(t) == 0 || indentation(next) > indentation(first) {
		return true
	}
	opens := bytes.HasSuffix(bytes.TrimSpace(first), []byte(":"))
	return opens && indentation(next) == indentation(first) && bytes.HasPrefix(t, []byte("- "))
}

// inParagraph reports whether a line of Markdown goes on with a paragraph.
func inParagraph(_, next []byte) bool { return len(bytes.TrimSpace(next)) > 0 }

func indentation(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

// Apply takes what is silenced out of a list, and adds what is wrong with the
// silences themselves. A zero today leaves their days unchecked; undecided says
// of which codes it is not known whether there would be findings, so that
// nothing is said of a silence that was not used. It returns the list and how
// many findings were silenced.
func Apply(list diag.List, allowances []Allowance, today time.Time, undecided func(diag.Code) bool) (diag.List, int) {
	var kept diag.List
	used := make([]bool, len(allowances))
	for _, d := range list {
		if i := slices.IndexFunc(allowances, func(a Allowance) bool { return a.silences(d) && !a.expired(today) }); i >= 0 {
			used[i] = true
			continue
		}
		kept.Add(d)
	}
	silenced := len(list) - len(kept)
	for i, a := range allowances {
		switch {
		case a.expired(today):
			kept.Add(diag.New(codeExpired, diag.Warning, a.Span, "this silence ended on %s", i18n.Date(a.Until)).
				Hint("cure what it silenced, or give it a later day"))
		case !used[i] && !slices.ContainsFunc(a.Codes, undecided):
			kept.Add(diag.New(codeUnused, diag.Warning, a.Span, "there is nothing here to silence").
				Hint("delete it"))
		}
	}
	return kept, silenced
}

func (a Allowance) silences(d *diag.Diagnostic) bool {
	if d.Span.File != a.Span.File || !slices.Contains(a.Codes, d.Code) {
		return false
	}
	line := d.Span.First().Line
	return a.First <= line && line <= a.Last
}

func (a Allowance) expired(today time.Time) bool {
	return !a.Until.IsZero() && !today.IsZero() && today.After(a.Until)
}
