package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"

	"soknad/internal/document"
	"soknad/internal/render/pdf/fonts"
)

// Paint writes the pages as a PDF. An error is fpdf's, or its panic.
func (l *Layout) Paint() (data []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			data, err = nil, fmt.Errorf("pdf: painting failed: %v", fault)
		}
	}()
	p := newPainter(l)
	p.describe(l)
	for i := range l.pages {
		p.page(i + 1)
	}
	p.register()
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return out.Bytes(), nil
}

// A painter paints one layout with one fpdf document.
type painter struct {
	*Layout
	pdf      *fpdf.Fpdf
	content  content
	fonts    map[fonts.Face]*fonts.Font
	runes    map[fonts.Face]map[rune]bool // used, for the embedded subsets
	face     fonts.Face                   // set last on the page
	size     Length
	links    map[string]int // fpdf's number of each heading's link
	level    int            // of the bookmark before
	bookmark int            // headings that have got one
}

func newPainter(l *Layout) *painter {
	size := fpdf.SizeType{Wd: points(l.style.Page.Width), Ht: points(l.style.Page.Height)}
	p := &painter{
		Layout: l,
		pdf:    fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size}),
		fonts:  map[fonts.Face]*fonts.Font{},
		runes:  map[fonts.Face]map[rune]bool{},
		links:  map[string]int{},
		level:  -1,
	}
	p.pdf.SetMargins(0, 0, 0)
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetCatalogSort(true)
	for _, f := range usedFaces(l.pages) {
		p.fonts[f] = fonts.Open(f)
		p.runes[f] = map[rune]bool{}
		p.pdf.AddUTF8FontFromBytes(f.Name(), styleOf(f), f.Data())
	}
	for _, h := range l.headings {
		id := p.pdf.AddLink()
		p.pdf.SetLink(id, points(p.top(h)), h.page)
		p.links["#"+h.anchor] = id
	}
	return p
}

// points returns a length as fpdf counts.
func points(l Length) float64 { return float64(l) / Point }

// above is how much of the page is shown over a heading that a link leads to.
const above = 8 * Point

func (p *painter) top(h *heading) Length {
	return max(p.style.Margins.Top+h.y-above, 0)
}

// styleOf returns fpdf's letters for a face.
func styleOf(f fonts.Face) string {
	style := ""
	if f.Bold {
		style += "B"
	}
	if f.Italic {
		style += "I"
	}
	return style
}

// describe sets the document's properties. Without a date of its own it is
// dated to 1970, never to today.
func (p *painter) describe(l *Layout) {
	date := dated(l.doc)
	p.pdf.SetCreationDate(date)
	p.pdf.SetModificationDate(date)
	p.pdf.SetTitle(l.title, true)
	p.pdf.SetSubject(l.subject, true)
	p.pdf.SetAuthor(l.author, true)
	p.pdf.SetProducer("soknad", true)
	p.pdf.SetLang(string(l.doc.Lang))
}

func dated(d *document.Document) time.Time {
	if d.Date.IsZero() {
		return time.Unix(0, 0).UTC()
	}
	return d.Date
}

// page paints page n.
func (p *painter) page(n int) {
	p.pdf.AddPage()
	p.content = content{height: p.style.Page.Height}
	p.face, p.size = fonts.Face{}, 0
	for _, item := range p.pages[n-1].Items {
		p.item(item)
	}
	p.flush()
	p.bookmarks(n)
}

// flush hands what has been written over to fpdf.
func (p *painter) flush() {
	if len(p.content.buf) > 0 {
		p.pdf.RawWriteStr(strings.TrimSuffix(string(p.content.buf), "\n"))
		p.content.buf = p.content.buf[:0]
	}
}

func (p *painter) item(item Item) {
	switch m := item.Mark.(type) {
	case Run:
		p.run(m)
	case Rect:
		p.content.rect(m)
	case Line:
		p.content.line(m)
	case Polygon:
		p.content.polygon(m)
	case Link:
		p.link(m)
	}
}

func (p *painter) run(r Run) {
	if r.Face != p.face || r.Size != p.size {
		p.flush()
		p.pdf.SetFont(r.Face.Name(), styleOf(r.Face), points(r.Size))
		p.face, p.size = r.Face, r.Size
	}
	for _, char := range r.Words {
		p.runes[r.Face][char] = true
	}
	p.content.run(r, p.fonts[r.Face])
}

func (p *painter) link(l Link) {
	x, y, w, h := points(l.X), points(l.Y), points(l.W), points(l.H)
	if id, ok := p.links[l.URI]; ok {
		p.pdf.Link(x, y, w, h, id)
	} else if !strings.HasPrefix(l.URI, "#") {
		p.pdf.LinkString(x, y, w, h, l.URI)
	}
}

// bookmarks enters the page's headings of levels 2 and 3 into the outline. A
// level is never skipped on the way down.
func (p *painter) bookmarks(page int) {
	for ; p.bookmark < len(p.headings) && p.headings[p.bookmark].page == page; p.bookmark++ {
		h := p.headings[p.bookmark]
		if h.level < 2 || h.level > 3 || h.words == "" {
			continue
		}
		p.level = min(h.level-2, p.level+1)
		p.pdf.Bookmark(h.words, p.level, points(p.top(h)))
	}
}

// register tells fpdf which characters were written past it, so that they
// are in the fonts it embeds. The template is never painted.
func (p *painter) register() {
	faces := usedFaces(p.pages)
	p.pdf.CreateTemplate(func(t *fpdf.Tpl) {
		for _, f := range faces {
			var used []rune
			for r := range p.runes[f] {
				used = append(used, r)
			}
			slices.Sort(used)
			t.SetFont(f.Name(), styleOf(f), 10)
			t.Text(0, 0, string(used))
		}
	})
}

// compareFaces orders faces by family, weight and posture.
func compareFaces(a, b fonts.Face) int {
	return cmp.Or(cmp.Compare(a.Family, b.Family), strings.Compare(styleOf(a), styleOf(b)))
}
