package pdf

import (
	"strconv"

	"soknad/internal/document"
)

// layout makes pages of the flow.
func (s *setter) layout() *Layout {
	sheets := paginate(s.flow.strips, s.Style)
	l := &Layout{doc: s.doc, style: s.Style, pages: make([]Page, len(sheets))}
	l.headings = s.headings
	for i, sheet := range sheets {
		l.pages[i].Turned = sheet.turned
		for _, p := range sheet.placed {
			l.pages[i].Items = append(l.pages[i].Items, s.onPage(p)...)
		}
		for j, p := range sheet.foot {
			if j == 0 {
				l.pages[i].Items = append(l.pages[i].Items, s.noteRule(p.y))
			}
			l.pages[i].Items = append(l.pages[i].Items, s.onPage(p)...)
		}
	}
	s.countPages(l)
	s.furniture(l.pages, sheets)
	l.extents = s.extents(sheets)
	l.title, l.subject, l.author = s.clean(s.doc.Title), s.clean(s.doc.Subject), s.clean(s.doc.Author)
	l.missing, l.unsupported = s.sortedMissing(), s.sortedUnsupported()
	return l
}

// onPage moves the items of a placed strip to where they are on the page.
func (s *setter) onPage(p placed) []Item {
	items := make([]Item, len(p.items))
	for i, item := range p.items {
		items[i] = Item{item.moved(s.Margins.Left, s.Margins.Top+p.y), item.Owner}
	}
	return items
}

// countPages puts numbers in the place of folios, now that it is known which
// page each heading stands on.
func (s *setter) countPages(l *Layout) {
	pages := map[string]int{}
	for _, h := range l.headings {
		pages[h.anchor] = h.page
	}
	for _, page := range l.pages {
		for i, item := range page.Items {
			if f, ok := item.Mark.(folio); ok {
				page.Items[i].Mark = s.numbered(f, pages[f.anchor])
			}
		}
	}
}

func (s *setter) numbered(f folio, page int) Run {
	run := f.Run
	run.Words = strconv.Itoa(page)
	run.Width = em(measured(s.font(run.Face), run.Words, nil).widest, run.Size)
	run.X -= run.Width
	return run
}

// extents returns the pages of every section. A section without strips is
// where the one before it ends.
func (s *setter) extents(sheets []sheet) []document.Extent {
	extents := make([]document.Extent, len(s.doc.Sections))
	for i := range extents {
		extents[i].Section = s.doc.Sections[i].ID
	}
	for i, sheet := range sheets {
		for _, p := range sheet.placed {
			if p.section < len(extents) {
				reach(&extents[p.section], i+1)
			}
		}
	}
	return filled(extents)
}

// reach extends an extent to a page.
func reach(e *document.Extent, page int) {
	if e.FirstPage == 0 {
		e.FirstPage = page
	}
	e.LastPage = page
}

// filled gives sections without a page the last page before them.
func filled(extents []document.Extent) []document.Extent {
	page := 1
	for i := range extents {
		if extents[i].FirstPage == 0 {
			extents[i].FirstPage, extents[i].LastPage = page, page
		}
		page = extents[i].LastPage
	}
	return extents
}
