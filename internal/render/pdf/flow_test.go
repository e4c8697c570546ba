package pdf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
	"soknad/internal/render/pdf"
)

// linesByPage counts the lines of a block on each page.
func linesByPage(l *pdf.Layout) map[ast.Node]map[int]int {
	counts := map[ast.Node]map[int]int{}
	for n := 1; n <= l.Pages(); n++ {
		seen := map[string]bool{}
		for _, item := range l.Page(n).Items {
			run, ok := item.Mark.(pdf.Run)
			if !ok || item.Owner == nil {
				continue
			}
			if at := fmt.Sprintf("%p %d", item.Owner, run.Y); !seen[at] {
				seen[at] = true
				if counts[item.Owner] == nil {
					counts[item.Owner] = map[int]int{}
				}
				counts[item.Owner][n]++
			}
		}
	}
	return counts
}

// TestWidowsAndOrphans moves paragraphs of every length over page ends: no
// page has a single line of a longer paragraph.
func TestWidowsAndOrphans(t *testing.T) {
	split := 0
	for lines := 1; lines <= 7; lines++ {
		for shift := range 44 {
			l := laid(t, body(filler(shift)+strings.Repeat(strings.Repeat("Ord ", 19*lines)+"\n\n", 12)))
			for _, pages := range linesByPage(l) {
				if len(pages) == 1 {
					continue
				}
				split++
				for n, count := range pages {
					if count < 2 {
						t.Fatalf("%d lines after %d paragraphs: page %d has one of them", lines, shift, n)
					}
				}
			}
		}
	}
	if split == 0 {
		t.Error("no paragraph was divided, so nothing was tested")
	}
}

// TestNoPageEndsInsideAWord moves long paragraphs over page ends.
func TestNoPageEndsInsideAWord(t *testing.T) {
	for shift := range 44 {
		l := laid(t, body(filler(shift)+strings.Repeat(long, 20)))
		for n := 1; n <= l.Pages(); n++ {
			all := runs(l.Page(n))
			if last := all[len(all)-1].Words; strings.HasSuffix(last, "\u00ad") {
				t.Fatalf("after %d paragraphs page %d ends with %q", shift, n, last)
			}
		}
	}
}

// TestHeadingsStayWithTheirText moves headings over page ends.
func TestHeadingsStayWithTheirText(t *testing.T) {
	turned := 0
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"## Kapittel\n\n### Avsnitt\n\n"+long+long))
		chapter, section, words := pageOf(l, "Kapittel"), pageOf(l, "Avsnitt"), pageOf(l, "Klyngen")
		if chapter != section || section != words {
			t.Fatalf("after %d paragraphs the headings are on pages %d and %d, the text on %d", shift, chapter, section, words)
		}
		if last := runs(l.Page(words)); strings.Contains(last[len(last)-1].Words, "Klyngen") {
			t.Fatalf("after %d paragraphs one line alone follows the headings", shift)
		}
		if chapter > 1 {
			turned++
		}
	}
	if turned == 0 {
		t.Error("no heading came to a new page, so nothing was tested")
	}
}

// TestIntroductionsStayWithWhatTheyIntroduce moves sentences that end in a
// colon over page ends.
func TestIntroductionsStayWithWhatTheyIntroduce(t *testing.T) {
	for name, follows := range map[string]string{
		"list":  "- Punkt\n- Punkt",
		"table": "| Punkt |\n|---|\n| Verdi |",
		"code":  "```\nPunkt\n```",
	} {
		for shift := range 60 {
			l := laid(t, body(filler(shift)+"Dette er punktene:\n\n"+follows+"\n\n"+filler(9)))
			if intro, point := pageOf(l, "Dette er"), pageOf(l, "Punkt"); intro != point {
				t.Fatalf("%s after %d paragraphs: introduced on page %d, begun on page %d", name, shift, intro, point)
			}
		}
	}
}

func TestCaptionsStayWithTheirFigures(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"![Bildetekst](figures/small.svg)\n\n"))
		if figure, caption := pageOf(l, "middle"), pageOf(l, "Bildetekst"); figure != caption {
			t.Fatalf("after %d paragraphs the figure is on page %d, its caption on %d", shift, figure, caption)
		}
	}
}

// TestFiguresAreScaledDownOnly holds that a small figure keeps its size, and
// that others fit the page's width or height.
func TestFiguresAreScaledDownOnly(t *testing.T) {
	size := func(name string) pdf.Box {
		l := laid(t, body("![]("+name+")"))
		for _, item := range l.Page(1).Items {
			if item.Owner != nil {
				return item.Bounds()
			}
		}
		return pdf.Box{}
	}
	if got := size("figures/small.svg"); got.W != 80*pdf.Point {
		t.Errorf("a small figure's bar is %s points wide, want 80", got.W)
	}
	style := standard(t)
	if got, want := size("figures/wide.svg").W, style.Page.Width-style.Margins.Left-style.Margins.Right; got != want {
		t.Errorf("a wide figure is %s points wide, want %s", got, want)
	}
	if got, room := size("figures/high.svg").H, style.Page.Height-style.Margins.Top-style.Margins.Bottom; got > room || got < room*9/10 {
		t.Errorf("a high figure is %s points high on a page of %s", got, room)
	}
}

// TestHeadingsMakeRoom holds that words and number of a heading do not overlap
// in a style whose text stands at the margin.
func TestHeadingsMakeRoom(t *testing.T) {
	style := standard(t)
	style.Indent = 0
	l, err := (&pdf.Renderer{Style: style}).Layout(assembled(
		part{"contents", "## Innhold\n\n- [12 Andre del](#12-andre-del)\n\n"}, part{"b", "## 12 Andre del\n\n### 12.10 Tredje\n\nOrd."}))
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= l.Pages(); n++ {
		var last pdf.Box
		for _, item := range l.Page(n).Items {
			if _, ok := item.Mark.(pdf.Run); !ok || item.Owner == nil {
				continue
			}
			if b := item.Bounds(); b.Y == last.Y && b.X < last.X+last.W {
				t.Errorf("on page %d something begins at %s, where what is before it ends at %s", n, b.X, last.X+last.W)
			} else {
				last = b
			}
		}
	}
}

func TestExtents(t *testing.T) {
	l := laid(t, assembled(
		part{"cover", "# Tittel\n\n"},
		part{"contents", "## Innhold\n\n- [A](#a)\n\n"},
		part{"a", "## A\n\n" + filler(50)},
		part{"empty", ""},
		part{"b", filler(60)},
	))
	want := []document.Extent{
		{Section: "cover", FirstPage: 1, LastPage: 1},
		{Section: "contents", FirstPage: 2, LastPage: 2},
		{Section: "a", FirstPage: 3, LastPage: 4},
		{Section: "empty", FirstPage: 4, LastPage: 4},
		{Section: "b", FirstPage: 4, LastPage: 6},
	}
	if got := l.Extents(); !slices.Equal(got, want) {
		t.Errorf("extents are %v, want %v", got, want)
	}
	if l.Pages() != 6 {
		t.Errorf("%d pages, want 6", l.Pages())
	}
}

func TestDocumentWithoutText(t *testing.T) {
	for name, d := range map[string]*document.Document{"no sections": assembled(), "an empty one": body(""), "an empty cover": assembled(part{"cover", ""})} {
		if l := laid(t, d); l.Pages() != 1 {
			t.Errorf("%s: %d pages, want 1", name, l.Pages())
		}
	}
	if _, err := (&pdf.Renderer{Style: standard(t)}).Layout(&document.Document{}); err == nil {
		t.Error("a document without a tree is set")
	}
	if _, err := (&pdf.Renderer{}).Layout(body("Tekst")); err == nil {
		t.Error("a style without a page is accepted")
	}
}

// TestNothingIsLost holds that every word of the text is on the pages, in
// order, whatever page and line breaks did to it.
func TestNothingIsLost(t *testing.T) {
	text := strings.Repeat(long, 30)
	l := laid(t, body(strings.Repeat(text+"\n\n", 3)))
	var said strings.Builder
	for n := 1; n <= l.Pages(); n++ {
		for _, run := range runs(l.Page(n)) {
			said.WriteString(run.Words)
			if !strings.HasSuffix(run.Words, " ") && !strings.HasSuffix(run.Words, "\u00ad") {
				said.WriteString(" ") // the end of a paragraph
			}
		}
	}
	got := strings.Fields(strings.ReplaceAll(said.String(), "\u00ad", ""))
	if want := strings.Fields(strings.Repeat(text, 3)); !slices.Equal(got, want) {
		t.Errorf("%d words became %d", len(want), len(got))
	}
}

// TestJustifiedLinesEndTogether holds that all lines of a paragraph but the
// last reach the right margin, to a hundredth of a point.
func TestJustifiedLinesEndTogether(t *testing.T) {
	style := standard(t)
	edge := style.Page.Width - style.Margins.Right
	all := runs(laid(t, body(strings.Repeat(long, 5))).Page(1))
	for _, run := range all[:len(all)-1] {
		if end := run.X + run.Width; end < edge-10 || end > edge+10 {
			t.Errorf("%q ends at %s, the column at %s", run.Words, end, edge)
		}
	}
}

// TestNumbersHangBesideHeadings holds what counts as a heading's number.
func TestNumbersHangBesideHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"1 Mål": "1", "2.1 Mål": "2.1", "3. Mål": "3.", "10.11.12 Mål": "10.11.12",
		"2012 i tall": "2012 i tall", "1.. Mål": "1.. Mål", "1a Mål": "1a Mål", "7": "7", "1 ": "1", "Mål 1": "Mål 1",
	} {
		if got := runs(laid(t, body("## "+heading)).Page(1))[0].Words; got != want {
			t.Errorf("%q begins with %q, want %q", heading, got, want)
		}
	}
}

// TestHeadingsStayWithMoreThanOneLine moves a heading with a paragraph of one
// line over page ends: what follows that line is on its page too.
func TestHeadingsStayWithMoreThanOneLine(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"### Navn\n\nEn bedrift\n\nInteresse\n\n"+filler(5)))
		if heading, second := pageOf(l, "Navn"), pageOf(l, "Interesse"); heading != second {
			t.Fatalf("after %d paragraphs the heading is on page %d, the second line on %d", shift, heading, second)
		}
	}
}

// TestLooseLinesStayShort holds that a line with too few words to fill it is
// not torn apart.
func TestLooseLinesStayShort(t *testing.T) {
	line := runs(laid(t, body("aaa bbb "+strings.Repeat("i\u00a0", 59)+" slutt")).Page(1))[0]
	if line.Words != "aaa bbb " || line.Extra != 0 {
		t.Errorf("%q is stretched by %s points", line.Words, line.Extra)
	}
}

// TestLastLinesAreSeldomShort holds that few paragraphs end in one short word.
func TestLastLinesAreSeldomShort(t *testing.T) {
	words := strings.Fields(strings.Repeat(long, 6))
	short := 0
	for n := range 150 {
		all := runs(laid(t, body(strings.Join(words[n%40:len(words)-n], " "))).Page(1))
		if last := all[len(all)-1]; last.Width < 30*pdf.Point {
			short++
		}
	}
	if short > 2 {
		t.Errorf("%d of 150 paragraphs end in a short word", short)
	}
}

// TestDeepListsHaveNoLabelsOverText holds that lists nested so deep that they
// are not indented any more have no labels.
func TestDeepListsHaveNoLabelsOverText(t *testing.T) {
	var markdown strings.Builder
	for depth := range 30 {
		markdown.WriteString(strings.Repeat("  ", depth) + "- ord\n")
	}
	all := runs(laid(t, body(markdown.String())).Page(1))
	for i, run := range all {
		if run.Words != "ord" && run.X+run.Width > all[i+1].X {
			t.Fatalf("%q reaches from %s to %s over %q", run.Words, run.X, run.X+run.Width, all[i+1].Words)
		}
	}
	if labels := len(all) - 30; labels < 5 || labels > 25 {
		t.Errorf("%d labels for 30 items", labels)
	}
}

// TestWordsOfSeveralFaces holds that a word that goes on from one face to
// another is broken if it must be, in justified and in ragged text.
func TestWordsOfSeveralFaces(t *testing.T) {
	style := standard(t)
	edge := style.Page.Width - style.Margins.Right
	for letters := range 80 {
		word := strings.Repeat("m", letters) + "*" + strings.Repeat("n", 12) + "*`kode`"
		for _, run := range runs(laid(t, body("# "+word+"\n\n"+word)).Page(1)) {
			if run.X+run.Width > edge+10 {
				t.Fatalf("%d letters: %q ends at %s, the column at %s", letters, run.Words, run.X+run.Width, edge)
			}
		}
	}
}
