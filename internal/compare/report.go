package compare

import (
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// A report is the changes as people read them, before it is known how they
// are written.
type report struct {
	lang   i18n.Lang
	blocks []block
}

// A block is the changes of one kind.
type block struct {
	title   string
	entries []entry
}

// An entry is one thing that changed, with a line for each of its fields.
type entry struct {
	head  string
	lines [][]span
}

// A span is a part of a line.
type span struct {
	text   string
	change Change // Added, Removed, or "" for what is the same
}

func (c *Changes) report(l i18n.Lang) *report {
	r := &report{lang: l}
	for _, g := range c.groups() {
		r.group(g)
	}
	r.money(&c.Money)
	r.findings(r.say("Findings that appeared"), c.Appeared)
	r.findings(r.say("Findings that vanished"), c.Vanished)
	return r
}

func (r *report) say(format string, args ...any) string { return i18n.Msg(format, args...).In(r.lang) }

// block adds a block, unless nothing is in it.
func (r *report) block(title string, entries []entry) {
	if len(entries) > 0 {
		r.blocks = append(r.blocks, block{title, entries})
	}
}

func (r *report) group(g group) {
	var entries []entry
	for _, e := range g.entities {
		head := e.ID
		if e.Title != "" {
			head += " – " + text(e.Title).In(r.lang)
		}
		switch e.Change {
		case Added:
			head = g.added.In(r.lang) + ": " + head
		case Removed:
			head = g.removed.In(r.lang) + ": " + head
		}
		entries = append(entries, entry{head: head, lines: r.fields(e.Fields)})
	}
	r.block(g.title.In(r.lang), entries)
}

func (r *report) fields(all []Field) [][]span {
	var lines [][]span
	for _, f := range all {
		label := word(f.Name).In(r.lang)
		if f.Of != "" {
			label += " (" + named{f.Of, f.Called}.In(r.lang) + ")"
		}
		lines = append(lines, append([]span{{text: label + ": "}}, r.difference(f)...))
	}
	return lines
}

// difference shows what a field was and is.
func (r *report) difference(f Field) []span {
	switch {
	case f.Words != nil:
		return shortened(f.Words)
	case f.Old == nil:
		return []span{{f.New.In(r.lang), Added}}
	case f.New == nil:
		return []span{{f.Old.In(r.lang), Removed}}
	}
	said := f.Old.In(r.lang) + " → " + f.New.In(r.lang)
	if f.Months != 0 {
		said += " (" + r.moved(f.Months) + ")"
	}
	return []span{{text: said}}
}

func (r *report) moved(months int) string {
	switch {
	case months == 1:
		return r.say("1 month later")
	case months == -1:
		return r.say("1 month earlier")
	case months < 0:
		return r.say("%d months earlier", -months)
	default:
		return r.say("%d months later", months)
	}
}

// around is how many words that did not change are shown on each side of
// those that did.
const around = 5

// shortened shows the words that changed with a few around them.
func shortened(all []Words) []span {
	var spans []span
	for i, w := range all {
		said := w.Text
		if w.Change == "" {
			said = few(strings.Fields(said), i > 0, i < len(all)-1)
		}
		if i > 0 {
			spans = append(spans, span{text: " "})
		}
		spans = append(spans, span{said, w.Change})
	}
	return spans
}

// few keeps the words next to a change: those at the start when one stands
// before, and those at the end when one follows.
func few(words []string, before, after bool) string {
	var start, end int // how many are kept at each end
	if before {
		start = around
	}
	if after {
		end = around
	}
	if len(words) <= start+end+1 {
		return strings.Join(words, " ")
	}
	kept := append(append(words[:start:start], "…"), words[len(words)-end:]...)
	return strings.Join(kept, " ")
}

func (r *report) money(m *Money) {
	var totals []entry
	for _, a := range []Amount{m.Costs, m.Financing} {
		if a.differs() {
			totals = append(totals, r.amount(a))
		}
	}
	r.block(r.say("Money in all"), totals)
	r.block(r.say("Money by activity"), r.amounts(m.Activities))
	r.block(r.say("Money by category"), r.amounts(m.Categories))
	r.block(r.say("Money by source"), r.amounts(m.Sources))
}

func (r *report) amounts(all []Amount) []entry {
	var entries []entry
	for _, a := range all {
		entries = append(entries, r.amount(a))
	}
	return entries
}

// amount says what an amount was and is, and the difference.
func (r *report) amount(a Amount) entry {
	change := (a.New - a.Old).In(r.lang)
	if a.New > a.Old {
		change = "+" + change
	}
	return entry{head: a.Title.In(r.lang) + ": " + a.Old.In(r.lang) + " → " + a.New.In(r.lang) + " (" + change + ")"}
}

func (r *report) findings(title string, list diag.List) {
	var entries []entry
	for _, d := range list {
		entries = append(entries, entry{head: d.Span.String() + ": " + word(d.Severity.String()).In(r.lang) + ": " + d.Message.In(r.lang) + " [" + string(d.Code) + "]"})
	}
	r.block(title, entries)
}
