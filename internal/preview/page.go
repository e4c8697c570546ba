package preview

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"slices"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/i18n"
	"soknad/internal/render/html"
	"soknad/internal/report"
	"soknad/internal/status"
)

//go:embed pages
var pages embed.FS

// templates returns the pages. They say no words of their own.
func templates() (*template.Template, error) { return template.ParseFS(pages, "pages/*.tmpl") }

// A layout is what all pages have in common.
type layout struct {
	Lang    i18n.Lang
	Version string
	Title   string
	Say     words
	// News is what a reader should know of the state at once.
	News    string
	Broken  bool
	Side    bool // it has contents and a status
	Content template.HTML
}

// serveLayout writes a page around its content.
func (s *Site) serveLayout(w http.ResponseWriter, now *shown, c rendered) {
	say := saying(s.options.Lang)
	page, err := s.execute("layout.tmpl", layout{
		Lang: s.options.Lang, Version: now.version, Title: titleOf(now.state), Say: wordsIn(say),
		News: newsOf(now.state, say), Broken: isBroken(now.state), Side: c.side, Content: template.HTML(c.html),
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	resource{"text/html; charset=utf-8", page}.serve(w)
}

func (s *Site) execute(name string, data any) ([]byte, error) {
	var out bytes.Buffer
	err := s.pages.ExecuteTemplate(&out, name, data)
	return out.Bytes(), err
}

// A rendered is the content of a page.
type rendered struct {
	html []byte
	side bool // there are contents and a status
}

// A content is what the page of the document shows.
type content struct {
	Say       words
	Lang      i18n.Lang // of the document
	Title     string
	Counted   string // how many findings there are
	Elsewhere []finding
	Shown     bool // there is a document
	Sections  []section
	Contents  []entry
	Counting  bool // nobody knows yet on which pages the sections stand
	Status    []part
}

// A section is a section of the document in rows.
type section struct {
	Anchor  string
	Cover   bool
	Version string // differs when anything in it does
	Rows    template.HTML
}

// rows are the rows of a section.
type rows struct {
	Spoken i18n.Lang // by the page, as opposed to the document
	Rows   []row
}

// A row is a piece of the document, and beside it the findings that are about
// its beginning.
type row struct {
	HTML     template.HTML
	Findings []finding
}

// An entry of the contents, with how many findings stand beside it.
type entry struct {
	Title, Anchor, Pages, Found string
}

// A part of the status; what is most looked at is open.
type part struct {
	status.Table
	Open bool
}

// content makes what the page of the document shows.
func (s *Site) content(now *shown) (rendered, error) {
	say := saying(s.options.Lang)
	c := content{
		Say: wordsIn(say), Title: titleOf(now.state), Counted: report.Counts(now.state.Findings, s.options.Lang),
		Status: s.parts(now.state),
	}
	l := lister{site: s, now: now}
	var sections []html.Section
	if d := now.state.Document; d != nil {
		c.Shown, c.Lang, c.Counting = true, d.Lang, now.state.Extents == nil
		sections = html.Render(d, func(name string) string { return now.images[name].address(name) })
	}
	placed := place(now.state, sections)
	c.Elsewhere = l.findings(placed[nowhere()])
	if err := l.sections(&c, sections, placed); err != nil {
		return rendered{}, err
	}
	page, err := s.execute("content.tmpl", c)
	return rendered{page, true}, err
}

// sections makes the sections of the page, and the contents that lead to them.
func (l *lister) sections(c *content, sections []html.Section, placed map[spot]diag.List) error {
	for i, from := range sections {
		if from.Role == document.Contents {
			continue // The page has contents of its own.
		}
		made, err := l.section(from, i, placed)
		if err != nil {
			return err
		}
		c.Sections = append(c.Sections, made)
		if from.Anchor != "" && from.Role == document.Body {
			c.Contents = append(c.Contents, l.entry(from, i, placed))
		}
	}
	return nil
}

// section makes a section of the page.
func (l *lister) section(s html.Section, i int, placed map[spot]diag.List) (section, error) {
	inside, err := l.site.execute("rows.tmpl", rows{l.site.options.Lang, l.rows(s, i, placed)})
	return section{s.Anchor, s.Role == document.Cover, sumOf(inside), template.HTML(inside)}, err
}

// rows puts a section into rows: a new one begins where there are findings.
func (l *lister) rows(s html.Section, i int, placed map[spot]diag.List) []row {
	var rows []row
	for j, b := range s.Blocks {
		found := l.findings(placed[spot{i, j}])
		if j == 0 || len(found) > 0 {
			rows = append(rows, row{Findings: found})
		}
		last := &rows[len(rows)-1]
		last.HTML += template.HTML(b.HTML)
	}
	return rows
}

// entry makes the entry of a section in the contents.
func (l *lister) entry(s html.Section, i int, placed map[spot]diag.List) entry {
	e := entry{Title: s.Title, Anchor: s.Anchor}
	var found diag.List
	for j := range s.Blocks {
		found = append(found, placed[spot{i, j}]...)
	}
	if len(found) > 0 {
		e.Found = report.Counts(found, l.site.options.Lang)
	}
	extents := l.now.state.Extents
	at := slices.IndexFunc(extents, func(e document.Extent) bool { return e.Section == s.ID })
	switch {
	case at < 0:
	case extents[at].FirstPage == extents[at].LastPage:
		e.Pages = l.say("page %d", extents[at].FirstPage)
	default:
		e.Pages = l.say("pages %d–%d", extents[at].FirstPage, extents[at].LastPage)
	}
	return e
}

// parts are the parts of the status. While the description cannot be read, only
// the verdict is worth anything.
func (s *Site) parts(state State) []part {
	if state.Status == nil {
		return nil
	}
	tables := state.Status.Tables(s.options.Lang)
	if state.Old {
		tables = tables[:1]
	}
	parts := make([]part, len(tables))
	for i, t := range tables {
		parts[i] = part{t, i == 0 || i == len(tables)-1}
	}
	return parts
}

func titleOf(s State) string {
	switch {
	case s.Document != nil:
		return s.Document.Title
	case s.Project != nil:
		return s.Project.Application.Title
	default:
		return ""
	}
}

// isBroken reports whether what the page shows is not what stands in the files.
func isBroken(s State) bool { return s.Old || s.Partial || s.Document == nil || !s.Failed.IsZero() }

// newsOf says in what state the application is.
func newsOf(s State, say sayer) string {
	switch {
	case !s.Failed.IsZero() && s.Document != nil:
		return say("The folder cannot be read (%s). What stands below is from before.", s.Failed)
	case !s.Failed.IsZero():
		return say("The folder cannot be read: %s", s.Failed)
	case s.Old:
		return say("The files cannot be read as they stand now (%s). The document below is from before.", counted(s.Findings))
	case s.Partial:
		return say("The files cannot be read as they stand now (%s). The document below lacks what cannot be read.", counted(s.Findings))
	case s.Document == nil:
		return say("There is no document yet: %s", counted(s.Findings))
	default:
		return say("The document is as the files are: %s", counted(s.Findings))
	}
}
