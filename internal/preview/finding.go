package preview

import (
	"html/template"
	"strconv"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/report"
	"soknad/internal/source"
)

// A finding is a finding as a page shows it.
type finding struct {
	ID       string
	Severity string // said
	Class    string // error, warning or note
	Message  string
	Code     diag.Code
	Place    link
	Others   []remark // hints, and other places that took part
}

// A remark is a sentence that may speak of a place.
type remark struct {
	Label string // "hint:" or nothing
	Words string
	Place link
}

// A link leads to a place in a file; it is empty for nowhere.
type link struct {
	Words  string // file:line:column
	Source string // the page that shows the file
	// Editor opens an editor there, and Open says so; empty when none is known.
	Editor template.URL
	Open   string
}

// A lister makes what a page shows of findings, and numbers them.
type lister struct {
	site  *Site
	now   *shown
	found int
}

func (l *lister) say(format string, args ...any) string {
	return saying(l.site.options.Lang)(format, args...)
}

func (l *lister) findings(list diag.List) []finding {
	all := make([]finding, len(list))
	for i, d := range list {
		all[i] = l.finding(d)
	}
	return all
}

func (l *lister) finding(d *diag.Diagnostic) finding {
	lang := l.site.options.Lang
	l.found++
	f := finding{
		ID: "finding:" + strconv.Itoa(l.found), Severity: i18n.Msg(d.Severity.String()).In(lang), Class: d.Severity.String(),
		Message: printable(d.Message, lang), Code: d.Code, Place: l.link(d.Span),
	}
	for _, r := range d.Related {
		f.Others = append(f.Others, remark{"", printable(r.Message, lang), l.link(r.Span)})
	}
	for _, h := range d.Hints {
		f.Others = append(f.Others, remark{l.say("hint:"), printable(h.Message, lang), l.link(h.Span)})
	}
	return f
}

func printable(m i18n.Message, l i18n.Lang) string { return report.Printable(m.In(l)) }

// link leads to a place.
func (l *lister) link(at source.Span) link {
	if at.IsZero() {
		return link{}
	}
	first := at.First()
	made := link{
		Words:  report.Printable(at.String()),
		Source: "/source/" + pathOf(at.File.Name) + "#" + lineID(first.Line),
	}
	if open := l.site.options.Editor; open != nil {
		made.Editor, made.Open = template.URL(open(at.File.Name, first)), l.say("open in the editor")
	}
	return made
}

// lineID is the id of a line on the page of its file. It holds a colon, which
// no anchor of a heading does.
func lineID(line int) string { return "line:" + strconv.Itoa(line) }

// counted says how many findings of each severity there are.
type counted diag.List

// In says them in a language.
func (c counted) In(l i18n.Lang) string { return report.Counts(diag.List(c), l) }
