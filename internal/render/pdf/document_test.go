package pdf_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/render/pdf"
	"soknad/internal/source"
	"soknad/internal/style"
	"soknad/internal/syntax"
)

// A part is one section of a test's document.
type part struct {
	id       string
	markdown string
}

// role of a part by its id: "cover" and "contents" are the document's own.
func (p part) role() document.Role {
	switch p.id {
	case "cover":
		return document.Cover
	case "contents":
		return document.Contents
	default:
		return document.Body
	}
}

// assembled makes a document of parts, as package document does.
func assembled(parts ...part) *document.Document {
	d := &document.Document{
		Lang: i18n.NB, Title: "Mineralklynge Nord", Subject: "Søknad", Author: "Kunnskapsparken",
		Date: time.Date(2012, 3, 28, 0, 0, 0, 0, time.UTC), Figures: figures(),
	}
	for _, p := range parts {
		start := len(d.Text)
		d.Text = append(d.Text, p.markdown...)
		d.Sections = append(d.Sections, document.Section{ID: p.id, Role: p.role(), Start: start, End: len(d.Text)})
	}
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Footnote))
	d.Root = markdown.Parser().Parse(text.NewReader(d.Text))
	return d
}

// body makes a document of one section without cover.
func body(markdown string) *document.Document { return assembled(part{"body", markdown}) }

// figures are a small drawing with every shape and one as wide as two pages.
func figures() map[string]*figure.Figure {
	ink, red := figure.Color{}, figure.Color{R: 200}
	return map[string]*figure.Figure{
		"figures/small.svg": {Width: 200, Height: 60, Shapes: []figure.Shape{
			figure.Rect{X: 10, Y: 5, W: 80, H: 12, Fill: red, Radius: 3},
			figure.Rect{X: 10, Y: 20, W: 80, H: 12, Fill: red, Pattern: figure.Hatch, Stroke: &ink},
			figure.Rect{X: 100, Y: 5, W: 40, H: 12, Fill: red, Pattern: figure.Dots},
			figure.Rect{X: 100, Y: 20, W: 40, H: 12, Fill: red, Pattern: figure.Hollow},
			figure.Rect{X: 150, Y: 20, W: 40, H: 12, Fill: red, Pattern: figure.Hollow, Stroke: &ink},
			figure.Line{X1: 0, Y1: 40, X2: 200, Y2: 40, Width: 0.5, Color: ink, Dashed: true},
			figure.Polygon{Points: []figure.Point{{X: 5, Y: 45}, {X: 10, Y: 50}, {X: 5, Y: 55}}, Fill: red},
			figure.Text{X: 20, Y: 54, Size: 8, Words: "start", Color: ink},
			figure.Text{X: 100, Y: 54, Size: 8, Words: "middle", Anchor: figure.Middle, Bold: true, Color: ink},
			figure.Text{X: 200, Y: 54, Size: 8, Words: "end", Anchor: figure.End, Color: ink},
		}},
		"figures/wide.svg": {Width: 1000, Height: 400, Shapes: []figure.Shape{
			figure.Rect{W: 1000, H: 400, Fill: red},
			figure.Text{X: 500, Y: 200, Size: 20, Words: "wide", Anchor: figure.Middle, Color: ink},
		}},
		"figures/high.svg": {Width: 100, Height: 5000, Shapes: []figure.Shape{figure.Rect{W: 100, H: 5000, Fill: red}}},
	}
}

// standard is the style of applications that name none.
func standard(t testing.TB) pdf.Style {
	t.Helper()
	text, err := os.ReadFile("../../../templates/style/standard.yaml")
	if err != nil {
		t.Fatal(err)
	}
	root, list := syntax.Parse(source.NewFile("standard.yaml", text))
	s, found := style.Decode(root, nil)
	if list.Add(found...); len(list) > 0 {
		t.Fatal(golden.Story(list))
	}
	return s
}

// laid sets a document in the default style. What is said of it before must
// come true.
func laid(t testing.TB, d *document.Document) *pdf.Layout {
	t.Helper()
	r := &pdf.Renderer{Style: standard(t)}
	certain := r.ShowsAll(d)
	l, err := r.Layout(d)
	if err != nil {
		t.Fatal(err)
	}
	if lost := len(l.Missing()) + len(l.Unsupported()); certain && lost > 0 {
		t.Errorf("all was to be shown, and %v and %v are not", l.Missing(), l.Unsupported())
	}
	return l
}

// runs returns the words of a page that are the document's own, not the
// header's or footer's, in the order they are painted.
func runs(p pdf.Page) []pdf.Run {
	var all []pdf.Run
	for _, item := range p.Items {
		if run, ok := item.Mark.(pdf.Run); ok && item.Owner != nil {
			all = append(all, run)
		}
	}
	return all
}

// pageOf returns the page on which words are first said, or 0.
func pageOf(l *pdf.Layout, words string) int {
	for n := 1; n <= l.Pages(); n++ {
		for _, run := range runs(l.Page(n)) {
			if strings.Contains(run.Words, words) {
				return n
			}
		}
	}
	return 0
}

// filler returns a number of short paragraphs, one line each.
func filler(n int) string { return strings.Repeat("En linje.\n\n", n) }

// long is a sentence of several lines.
const long = "Klyngen skal gjøre mineralnæringen i nord i stand til å utvikle nye produkter, prosesser og " +
	"tjenester sammen med forskningsmiljøene, og den skal gi bedriftene tilgang til kompetanse som de ikke " +
	"kan bygge hver for seg, og gjøre det lettere å rekruttere ingeniører og fagarbeidere til landsdelen. "
