package document

import (
	"io/fs"
	"strings"
	"time"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/figure"
	"soknad/internal/fill"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/picture"
)

// Input is what a document is made from.
type Input struct {
	Project *model.Project
	Call    *call.Call
	// Templates are looked through in order for a section's template,
	// sections/<name>.md.tmpl.
	Templates []Folder
	Variant   Variant
	// Date is the day the document speaks from; when it is zero, the planned
	// submission is.
	Date time.Time
	// PictureOf reads the image that a text names, such as images/map.png;
	// nil when there are none.
	PictureOf func(destination string) (*picture.Picture, error)
	// Described is how many bytes the description has: templates may do more
	// with a large one.
	Described int
	// Draft says that the document is not to be sent: every page says so, and
	// Open is listed at its end.
	Draft bool
	Open  diag.List
}

// A Folder holds templates.
type Folder struct {
	Name  string // what people are shown before the names of its files
	Files fs.FS
}

// Assemble makes the document. The findings are about templates; the error is
// about reading them.
func Assemble(in Input) (*Document, diag.List, error) {
	lang, ok := i18n.ParseLang(in.Project.Application.Language)
	if !ok {
		lang = i18n.NB
	}
	a := &assembler{
		view:    newView(in, lang),
		input:   in,
		figures: map[string]*figure.Figure{}, footnotes: footnotes{},
		data: nil, meter: fill.Meter{Described: in.Described},
	}
	a.data = a.view.fields()
	a.data["draft"] = in.Draft
	parts, err := a.parts()
	if err != nil {
		return nil, nil, err
	}
	return a.whole(parts), a.list, nil
}

// An assembler makes the sections of one document.
type assembler struct {
	view    *view
	input   Input
	data    fields
	figures map[string]*figure.Figure
	footnotes
	meter fill.Meter
	list  diag.List
}

// A part is a section before it has its place in the text.
type part struct {
	id, title string
	role      Role
	filled
}

// A filled is what a template makes, and the plain text of the headings in it as
// they are expected: the tree of the whole document tells for sure.
type filled struct {
	body     string
	headings []string
}

// plainly is what no template makes.
func plainly(markdown string) filled { return filled{markdown, expectedHeadings(markdown)} }

// parts makes every section that has something to say: the cover, the
// contents, those of the call, and what is open or left out.
func (a *assembler) parts() ([]part, error) {
	cover, err := a.fill("cover", nil)
	if err != nil {
		return nil, err
	}
	sections, err := a.sections()
	if err != nil {
		return nil, err
	}
	sections = append(sections, a.closing()...)
	contents := part{id: "contents", role: Contents, title: a.view.word("contents"), filled: filled{body: a.contentsOf(sections)}}
	return append([]part{{id: "cover", role: Cover, filled: cover}, contents}, sections...), nil
}

// closing makes the sections that say of the document what it is: what is
// open in a draft, which can quote anything, or what is left out of a public
// document.
func (a *assembler) closing() []part {
	switch {
	case a.input.Variant == Public:
		return []part{a.leftOut()}
	case a.input.Draft && len(a.input.Open) > 0:
		return []part{a.openFindings()}
	default:
		return nil
	}
}

// sections makes the call's sections and numbers those that are not empty:
// 1, 2, 3 …, and the appendices A, B, C ….
func (a *assembler) sections() ([]part, error) {
	var all []part
	number, letter := 0, 'A'-1
	for i := range a.input.Call.Sections {
		s := &a.input.Call.Sections[i]
		made, err := a.fill(s.TemplateName(), s)
		if err != nil {
			return nil, err
		}
		if made.body == "" {
			continue
		}
		title := s.Title.In(a.view.lang)
		if s.Appendix {
			letter++
			title = a.view.word("appendix") + " " + string(letter) + " " + title
		} else {
			number++
			title = i18n.Number(int64(number), a.view.lang) + " " + title
		}
		all = append(all, part{id: s.ID, title: title, filled: made})
	}
	return all, nil
}

// contentsOf lists links to the sections. Every heading of the document is
// named in its order, since the second of two alike has another anchor.
func (a *assembler) contentsOf(sections []part) string {
	anchors := NewAnchors()
	anchors.Next(a.view.title())
	anchors.Next(a.view.word("contents"))
	var b strings.Builder
	for _, s := range sections {
		b.WriteString("- [" + escape(s.title) + "](#" + anchors.Next(s.title) + ")\n")
		for _, title := range s.headings {
			anchors.Next(title)
		}
	}
	return strings.TrimSpace(b.String())
}

// openFindings lists what a draft still has to cure.
func (a *assembler) openFindings() part {
	const most = 500
	var b strings.Builder
	for i, d := range a.input.Open {
		if i == most {
			b.WriteString("- " + escape(i18n.Msg("and %d more", len(a.input.Open)-most).In(a.view.lang)) + "\n")
			break
		}
		b.WriteString("- " + escape(d.Span.String()) + ": " + escape(d.Message.In(a.view.lang)) + " (" + string(d.Code) + ")\n")
	}
	return part{id: "findings", title: a.view.word("open-findings"), filled: plainly(strings.TrimSpace(b.String()))}
}

// withoutGaps leaves one empty line where a text has several.
func withoutGaps(text string) string {
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return text
}

// document joins the parts to one text.
func (a *assembler) document(parts []part) *Document {
	var text strings.Builder
	sections := make([]Section, 0, len(parts))
	for i, p := range parts {
		start := text.Len()
		if i > 0 {
			text.WriteString("\n")
		}
		if p.title != "" {
			text.WriteString("## " + escape(p.title) + "\n\n")
		}
		text.WriteString(withoutGaps(p.body) + "\n")
		sections = append(sections, Section{ID: p.id, Title: p.title, Role: p.role, Start: start, End: text.Len()})
	}
	app := &a.input.Project.Application
	d := &Document{
		Lang: a.view.lang, Title: a.view.title(), Subject: a.input.Call.About.Document.In(a.view.lang),
		Variant: a.input.Variant, Author: a.author(), Date: a.date(), Text: []byte(text.String()), Sections: sections, Figures: a.placed(text.String()),
		Hyphenation: app.Hyphenation, unfilled: len(a.list) > 0,
	}
	if a.input.Draft {
		d.Mark = a.view.word("draft")
	}
	d.Root, _ = parseWhole(d.Text) // Its parts are within the bounds.
	d.Pictures = a.pictures(d)
	return d
}

// author is the body that signs, or the person to ask.
func (a *assembler) author() string {
	app := &a.input.Project.Application
	if q, ok := a.input.Project.Participant(app.ContractPartner); ok {
		return q.Name
	}
	return app.Contact.Name
}

// date returns the day that the document speaks from: the one that was asked
// for, the planned submission, the project's start, or the first day of the
// call's year.
func (a *assembler) date() time.Time {
	app := &a.input.Project.Application
	for _, t := range []time.Time{a.input.Date, app.Submission.Planned, app.Period.Start} {
		if !t.IsZero() {
			return t
		}
	}
	return time.Date(a.input.Call.About.Year, time.January, 1, 0, 0, 0, 0, time.UTC)
}
