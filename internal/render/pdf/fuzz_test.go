package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/document"
	"soknad/internal/render/pdf"
)

// FuzzLayout holds that no Markdown makes the layout panic or reach over the
// edge of the page, and that what is laid out can be painted.
func FuzzLayout(f *testing.F) {
	for _, seed := range []string{
		"# Tittel\n\n" + long, "- a\n  - b\n    1. c\n", "| a | b |\n|--|:-:|\n| **c** | d |", "> `x`\n\n```\ny\n```",
		"![a](figures/wide.svg) [b](#c) <x@y.no>", "😀 \xff אב &amp; \\* a\u00adb\u0301",
		strings.Repeat("> ", 40) + "dypt", strings.Repeat("- ", 40) + "dypt", strings.Repeat("|a", 300) + "\n" + strings.Repeat("|-", 300),
		strings.Repeat("ordutenslutt", 200), "## " + strings.Repeat("Lang overskrift ", 90), "***\n#\n-\n\n\t\n",
		"a\\\nb  \nc", "[x](" + strings.Repeat("y", 900) + ")", "`" + strings.Repeat("a b.", 300) + "`",
	} {
		f.Add([]byte(seed), uint8(len(seed)))
	}
	f.Fuzz(func(t *testing.T, markdown []byte, id uint8) {
		if len(markdown) > 4000 {
			return
		}
		d := assembled(part{[]string{"cover", "contents", "body"}[id%3], string(markdown)}, part{"end", "## Slutt\n"})
		l := laid(t, d)
		inside(t, l)
		painted, err := l.Paint()
		if err != nil {
			t.Fatalf("not painted: %v", err)
		}
		for _, f := range painted.Faults {
			if f.Clause != "PDF/UA-1 7.3-1" { // An image without words is the applicant's, and a finding: TXT010.
				t.Errorf("%+v", f)
			}
		}
	})
}

// inside holds that every item is on its page, but for rounding and for the
// thickness of strokes.
func inside(t *testing.T, l *pdf.Layout) {
	t.Helper()
	const rounding = pdf.Point
	page := standard(t).Page
	for n := 1; n <= l.Pages(); n++ {
		page := page
		if l.Page(n).Turned {
			page.Width, page.Height = page.Height, page.Width
		}
		for _, item := range l.Page(n).Items {
			b := item.Bounds()
			if b.X < -rounding || b.Y < -rounding || b.X+b.W > page.Width+rounding || b.Y+b.H > page.Height+rounding {
				t.Fatalf("page %d: %s is outside", n, described(item.Mark))
			}
		}
	}
}

// written is a document of about thirty pages.
func written() *document.Document {
	words := strings.Fields(long)
	var text strings.Builder
	for chapter := range 18 {
		fmt.Fprintf(&text, "## %d Kapittel\n\n", chapter+1)
		for n := range 5 {
			turn := (chapter*5 + n) % len(words)
			turned := strings.Join(append(append([]string{}, words[turn:]...), words[:turn]...), " ")
			text.WriteString(strings.Repeat(turned+" ", 3) + "\n\n- Punkt\n\n")
		}
		text.WriteString("| Partner | Rolle | Beløp |\n|---|---|--:|\n" + rows(9, "| Rana Gruber AS | Kjernebedrift | 25 000 |") + "\n")
	}
	return body(text.String())
}

func BenchmarkLayout(b *testing.B) {
	d, pages := written(), 0
	for b.Loop() {
		pages = laid(b, d).Pages()
	}
	b.ReportMetric(float64(pages), "pages")
}

func BenchmarkPaint(b *testing.B) {
	l := laid(b, written())
	for b.Loop() {
		if _, err := l.Paint(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(l.Pages()), "pages")
}
