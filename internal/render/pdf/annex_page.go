package pdf

import (
	"fmt"

	"soknad/internal/i18n"
	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// An Annex is a PDF whose pages follow the document's own.
type Annex struct {
	// Number is its number among the annexes, from 1.
	Number int
	// Title says what it is.
	Title string
	Data  []byte
}

// An annexed page is a page of an annex, to be painted on one of ours.
type annexed struct {
	source object.Dict // the page as it was read
	number int         // of its annex, from 1
	page   int         // within its annex, from 1
	alt    string      // what the page is, for those who cannot see it
	form   *object.Indirect
	title  string
}

// stampRoom is kept free at the top of an annex's page for its stamp.
const stampRoom = 34 * Point

// Append puts the pages of an annex after those of the document, each stamped
// with which page of which annex it is. An error is one that Inspect gives.
func (l *Layout) Append(a Annex) error {
	if _, err := Inspect(a.Data); err != nil {
		return err
	}
	file, err := object.Read(a.Data)
	if err != nil {
		return ErrDamaged
	}
	pages := pagesBelow(object.DictOf(file.Root)["Pages"], map[object.Object]bool{}, nil)
	if l.annexed == nil {
		l.annexed = map[int]*annexed{}
	}
	s := newSetter(l.doc, l.style)
	for i, source := range pages {
		words := fmt.Sprintf(annexWords(l.doc.Lang), a.Number, i+1, len(pages))
		l.pages = append(l.pages, Page{Items: s.stamp(words)})
		l.annexed[len(l.pages)] = &annexed{
			source: source, number: a.Number, page: i + 1, alt: words + ": " + a.Title, title: a.Title,
		}
	}
	if len(pages) > 0 {
		l.headings = append(l.headings, &heading{level: 2, words: s.clean(a.Title), page: len(l.pages) - len(pages) + 1})
	}
	return nil
}

// annexWords is the format of an annex's stamp.
func annexWords(l i18n.Lang) string {
	format, _ := i18n.Word("annex.stamp", l)
	return format
}

// pagesBelow lists the pages below a node of a page tree, each once.
func pagesBelow(node object.Object, seen map[object.Object]bool, pages []object.Dict) []object.Dict {
	at, ok := node.(*object.Indirect)
	dict := object.DictOf(node)
	if !ok || dict == nil || seen[at] {
		return pages
	}
	seen[at] = true
	if object.NameOf(dict["Type"]) == "Page" {
		return append(pages, dict)
	}
	for _, kid := range object.ArrayOf(dict["Kids"]) {
		pages = pagesBelow(kid, seen, pages)
	}
	return pages
}

// stamp sets words at the right of the header.
func (s *setter) stamp(words string) []Item {
	v := voice{face: fonts.Face{Family: s.Fonts.Display}, size: s.Notes.Size, color: s.Notes.Color}
	l := s.oneLine(s.plain(words, v), s.full().width)
	return artifacts(l.items(s.Margins.Left+s.full().width-l.width, stampRoom*2/3))
}

// annex paints the page of an annex on page n, if there is one: as a figure
// that says in words what it is.
func (p *painter) annex(n int) {
	a := p.annexed[n]
	if a == nil {
		return
	}
	if a.page == 1 || p.sect == nil {
		p.sect = p.marking.tree.Root.Add(&structure.Element{Type: structure.Sect})
	}
	e := p.sect.Add(&structure.Element{Type: structure.Figure, Alt: a.alt})
	p.marking.begin(&p.content, e)
	p.marking.frame(e, Box{W: p.style.Page.Width, H: p.style.Page.Height})
	form := newForm(a.source)
	a.form = &object.Indirect{Value: form.stream}
	scale, x := form.fit(points(p.style.Page.Width), points(p.style.Page.Height-stampRoom))
	p.content.buf = fmt.Appendf(p.content.buf, "q %.4f 0 0 %.4f %.2f 0 cm /Annex Do Q\n", scale, scale, x)
}

// objects enters the forms of the annexes' pages, and the applicant's images,
// into the resources of the pages that paint them.
func (f *finisher) objects() {
	for n, a := range f.annexed {
		paintWith(f.pages[n-1], object.Dict{"Annex": a.form})
	}
	for n, images := range f.photos.on {
		paintWith(f.pages[n-1], images)
	}
}
