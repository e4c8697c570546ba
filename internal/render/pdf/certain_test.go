package pdf_test

import (
	"testing"

	"soknad/internal/figure"
	"soknad/internal/render/pdf"
)

// TestShowsAll holds of what it is certain, without pages, that all is shown.
// The function laid holds, for every document of the tests, that it is so.
func TestShowsAll(t *testing.T) {
	for _, tt := range []struct {
		markdown string
		want     bool
	}{
		{"# Mål\n\nEn *viktig* **sak** – på `norsk` … ≥ 5 €[^1].\n\n[^1]: En note.\n", true},
		{"| a | b |\n|---|--:|\n| 1 | 2 |\n\n- en\n- to\n\n1. tre\n\n> sagt\n\n    kode\n\n---\n", true},
		{"<!-- til oss selv -->\n\nOrd <!-- og --> ord.\n", true},
		{"Vi sier <span lang=\"en\">stronger together</span> her.\n", true},
		{"Vi sier </span> her.\n", false},
		{"Vi sier <span lang=\"en\">stronger\n\ntogether</span> her.\n", false},
		{"<b>Ord</b>\n", false},
		{"<div>\nOrd\n</div>\n", false},
		{"# Mål\n\n[Hit](#mål), [dit](https://example.org) og ola@example.org\n", true},
		{"[Hit](#borte)\n", false},
		{"[Hit](javascript:alert)\n", false},
		{"![Plan](gantt)\n", true},
		{"**![Plan](gantt)**\n", false},
		{"![Plan](borte.png)\n", false},
		{"| a |\n|---|\n| ![Plan](gantt) |\n", false},
		{"Prosjektet er 🚀.\n", false},
		{"Prosjektet er &#x1F680;.\n", false},
		{"Prosjektet er &ge; 5.\n", true},
		{"שלום\n", false},
		{"u\u0301nder\n", false},
		{"\u212bngstrøm\n", false},
		{"\xf8re\n", false},
	} {
		d := body(tt.markdown)
		d.Figures = map[string]*figure.Figure{"gantt": {Width: 100, Height: 50}}
		if got := (&pdf.Renderer{Style: standard(t)}).ShowsAll(d); got != tt.want {
			t.Errorf("%q: certain %t, want %t", tt.markdown, got, tt.want)
		}
		laid(t, d)
	}
	words := body("Ord\n")
	words.Figures = map[string]*figure.Figure{"gantt": {Width: 100, Height: 50, Shapes: []figure.Shape{figure.Text{Words: "🚀"}}}}
	titled := body("Ord\n")
	titled.Title = "🚀"
	r := &pdf.Renderer{Style: standard(t)}
	if r.ShowsAll(words) || r.ShowsAll(titled) || r.ShowsAll(nil) || (&pdf.Renderer{}).ShowsAll(body("Ord\n")) {
		t.Error("it is certain of a figure or a title with a character that is missing, of no document, or where there is no room")
	}
}
