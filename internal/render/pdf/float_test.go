package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf"
)

// heightOf returns how far down its page words are first said.
func heightOf(t *testing.T, l *pdf.Layout, words string) pdf.Length {
	t.Helper()
	for _, run := range runs(l.Page(pageOf(l, words))) {
		if strings.Contains(run.Words, words) {
			return run.Y
		}
	}
	t.Fatalf("nothing says %q", words)
	return 0
}

const wideFigure = "![Bildetekst](figures/wide.svg)\n\n"

// TestFiguresFloat moves a figure over page ends: the text after it fills the
// page that it does not fit on, and it stands first on the next.
func TestFiguresFloat(t *testing.T) {
	floated := 0
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"Like før.\n\n"+wideFigure+filler(40)+"Sist."))
		before, figure := pageOf(l, "Like før."), pageOf(l, "Bildetekst")
		if figure == before {
			continue
		}
		floated++
		if figure != before+1 {
			t.Fatalf("after %d paragraphs the figure stands on page %d, what comes before it on %d", shift, figure, before)
		}
		if first := runs(l.Page(figure))[0].Words; first != "wide" {
			t.Fatalf("after %d paragraphs its page begins with %q", shift, first)
		}
		last := runs(l.Page(before))
		style := standard(t)
		if bottom := style.Page.Height - style.Margins.Bottom; last[len(last)-1].Y < bottom-4*style.Body.Leading {
			t.Fatalf("after %d paragraphs page %d ends at %s", shift, before, last[len(last)-1].Y)
		}
		if gap := runs(l.Page(figure))[2].Y - heightOf(t, l, "Bildetekst"); gap < style.BlockSpace {
			t.Fatalf("after %d paragraphs the text stands %s below the caption", shift, gap)
		}
	}
	if floated == 0 {
		t.Error("no figure floated, so nothing was tested")
	}
}

// TestFiguresStayInTheirSection moves figures and the next section over page
// ends.
func TestFiguresStayInTheirSection(t *testing.T) {
	for shift := range 60 {
		l := laid(t, assembled(part{"a", filler(shift) + wideFigure + "Etter.\n\n"}, part{"b", "## Neste\n\n" + filler(9)}))
		figure, next := pageOf(l, "Bildetekst"), pageOf(l, "Neste")
		if next < figure || next == figure && heightOf(t, l, "Neste") < heightOf(t, l, "Bildetekst") {
			t.Fatalf("after %d paragraphs the figure stands on page %d, the next section on %d", shift, figure, next)
		}
	}
}

// TestFiguresKeepTheirOrder holds that no figure passes another.
func TestFiguresKeepTheirOrder(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+wideFigure+"![Den lille](figures/small.svg)\n\n"+filler(30)))
		large, small := pageOf(l, "Bildetekst"), pageOf(l, "Den lille")
		if small < large || small == large && heightOf(t, l, "Den lille") < heightOf(t, l, "Bildetekst") {
			t.Fatalf("after %d paragraphs the figures are on pages %d and %d", shift, large, small)
		}
	}
}

// TestFiguresStayWithTheirHeadings moves a heading with a figure right below
// it over page ends.
func TestFiguresStayWithTheirHeadings(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"### Overskrift\n\n"+wideFigure+filler(30)))
		if heading, figure := pageOf(l, "Overskrift"), pageOf(l, "Bildetekst"); heading != figure {
			t.Fatalf("after %d paragraphs the heading is on page %d, its figure on %d", shift, heading, figure)
		}
	}
}

// TestHeadersAreRepeatedBelowFigures holds that a table goes on with its
// header where a figure stands above it.
func TestHeadersAreRepeatedBelowFigures(t *testing.T) {
	l := laid(t, body(filler(28)+wideFigure+"| Partner |\n|---|\n"+rows(60, "| Rana Gruber |")))
	page := l.Page(pageOf(l, "Bildetekst"))
	var words []string
	for _, item := range page.Items {
		if run, ok := item.Mark.(pdf.Run); ok {
			words = append(words, run.Words)
		}
	}
	if all := strings.Join(words, "|"); !strings.Contains(all, "wide|Bildetekst|Partner|Rana Gruber") {
		t.Errorf("the page says %s", all)
	}
}

// TestFloatsEndTheDocument holds that many figures in a row all get a page.
func TestFloatsEndTheDocument(t *testing.T) {
	var text strings.Builder
	for i := range 7 {
		fmt.Fprintf(&text, "![Figur %d](figures/high.svg)\n\nTekst %d.\n\n", i, i)
	}
	l := laid(t, body("Først.\n\n"+text.String()))
	last := 0
	for i := range 7 {
		page := pageOf(l, fmt.Sprintf("Figur %d", i))
		if page <= last {
			t.Errorf("figure %d is on page %d, the one before on %d", i, page, last)
		}
		last = page
		if pageOf(l, fmt.Sprintf("Tekst %d.", i)) == 0 {
			t.Errorf("text %d is lost", i)
		}
	}
}
