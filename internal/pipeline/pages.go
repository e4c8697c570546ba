package pipeline

import (
	"soknad/internal/document"
	"soknad/internal/render/pdf"
	"soknad/internal/rules"
)

// paginate makes the pages of the document.
func (r *Result) paginate() (err error) {
	if r.Layout, err = r.layout(r.Document); err == nil {
		r.pages = pagesOf(r.Layout)
	}
	return err
}

// paginateInDoubt makes the pages of the document, unless it is certain without
// them what they would tell the rules: that all can be shown, and how many there
// are of a section where no limit asks for it.
func (r *Result) paginateInDoubt() error {
	if r.Call.LimitsPages() || !(&pdf.Renderer{Style: r.style}).ShowsAll(r.Document) {
		return r.paginate()
	}
	r.pages = &rules.Pages{}
	return nil
}

// layout sets a document in the application's style.
func (r *Result) layout(d *document.Document) (*pdf.Layout, error) {
	return (&pdf.Renderer{Style: r.style}).Layout(d)
}

// pagesOf tells the rules what they may know of the layout.
func pagesOf(l *pdf.Layout) *rules.Pages {
	p := &rules.Pages{Extents: l.Extents()}
	for _, m := range l.Missing() {
		p.Missing = append(p.Missing, m.Rune)
	}
	for _, u := range l.Unsupported() {
		p.Unsupported = append(p.Unsupported, rules.Unsupported{Kind: u.Kind, Offset: u.Offset})
	}
	return p
}

// paint paints the pages, and keeps of them and of the document only what is
// still to be known.
func (r *Result) paint() (*pdf.Painted, error) {
	layout, d := r.Layout, *r.Document
	d.Root = nil
	r.Layout, r.Document = layout.Emptied(), &d
	return layout.Paint()
}
