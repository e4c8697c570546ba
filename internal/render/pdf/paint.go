package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/go-pdf/fpdf"
	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// Paint writes the pages as a PDF, and holds it against the standards that it
// is to keep. An error is fpdf's.
func (l *Layout) Paint() (*Painted, error) {
	if l.emptied {
		return nil, errors.New("pdf: the layout is emptied")
	}
	p := newPainter(l)
	for i := range p.pages {
		p.page(i + 1)
	}
	p.forget()
	var drawn bytes.Buffer
	if err := p.pdf.Output(&drawn); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return p.finish(drawn.Bytes())
}

// A painter paints one layout with one fpdf document.
type painter struct {
	*Layout
	pdf     *fpdf.Fpdf
	content content
	written [][]byte    // the content of each page that is painted
	faces   []*typeface // in the order of their names
	byFace  map[fonts.Face]*typeface
	marking marking
	areas   []area             // of links
	sect    *structure.Element // of the annex at hand
	photos  photos
}

// forget lets go of the document's tree, of which nothing is left to paint.
func (p *painter) forget() {
	d := *p.doc
	d.Root = nil
	p.doc = &d
	p.marking.tags = &tags{tree: p.marking.tree}
}

// newPainter makes the painter of a layout, of which it has a copy of its own:
// what it forgets, others may still need.
func newPainter(whole *Layout) *painter {
	l := *whole
	l.pages = slices.Clone(whole.pages)
	size := fpdf.SizeType{Wd: points(l.style.Page.Width), Ht: points(l.style.Page.Height)}
	p := &painter{
		Layout:  &l,
		pdf:     fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size}),
		byFace:  map[fonts.Face]*typeface{},
		photos:  photos{objects: map[string]*object.Indirect{}, on: map[int]object.Dict{}},
		marking: marking{tags: newTags(l.doc, len(l.pages))},
	}
	p.pdf.SetMargins(0, 0, 0)
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetCatalogSort(true)
	p.pdf.SetCompression(false) // what is drawn is written anew, and compressed then
	date := dated(l.doc)
	p.pdf.SetCreationDate(date)
	p.pdf.SetModificationDate(date)
	for i, f := range usedFaces(l.pages) {
		p.byFace[f] = &typeface{Font: fonts.Open(f), name: object.Name(fmt.Sprintf("F%d", i+1))}
		p.faces = append(p.faces, p.byFace[f])
	}
	return p
}

// points returns a length as fpdf counts.
func points(l Length) float64 { return float64(l) / Point }

// dated returns the day a document speaks from. Without one it is 1970, never
// today.
func dated(d *document.Document) time.Time {
	if d.Date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return d.Date
}

// page paints page n.
func (p *painter) page(n int) {
	size := p.style.of(p.pages[n-1]).Page
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: points(size.Width), Ht: points(size.Height)})
	p.content = content{buf: p.content.buf[:0], height: size.Height}
	p.marking.height = size.Height
	p.marking.page = n - 1
	for _, item := range p.pages[n-1].Items {
		p.item(item)
	}
	p.annex(n)
	p.marking.leave(&p.content)
	p.pages[n-1].Items = nil
	p.written = append(p.written, slices.Concat(make([]byte, aheadRoom), p.content.buf))
}

// aheadRoom is kept free ahead of what is painted on a page, for what fpdf has
// written there by itself.
const aheadRoom = 16

func (p *painter) item(item Item) {
	if l, ok := item.Mark.(Link); ok {
		p.link(l, item.Owner)
		return
	}
	e := p.marking.enter(&p.content, item.Owner)
	p.marking.frame(e, item.Bounds())
	switch m := item.Mark.(type) {
	case Run:
		p.run(m)
	case Rect:
		p.content.rect(m)
	case Line:
		p.content.line(m)
	case Polygon:
		p.content.polygon(m)
	case Photo:
		p.photo(m)
	}
}

func (p *painter) run(r Run) {
	t := p.byFace[r.Face]
	t.use(r.Words)
	p.content.run(r, t)
}

// link remembers the area of a link, which is a part of the link's element.
func (p *painter) link(l Link, owner ast.Node) {
	e := p.marking.element(owner)
	if e == nil {
		return
	}
	p.marking.tree.Annotate(e, p.marking.page)
	p.areas = append(p.areas, area{Link: l, page: p.marking.page, words: document.PlainText(owner, p.doc.Text)})
}
