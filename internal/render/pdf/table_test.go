package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/object"
)

func rows(n int, row string) string { return strings.Repeat(row+"\n", n) }

// TestHeadersAreRepeated holds that every page of a long table begins with
// its header, which belongs to the text only the first time.
func TestHeadersAreRepeated(t *testing.T) {
	l := laid(t, body(filler(20)+"| Partner | Bidrag |\n|---|--:|\n"+rows(90, "| Rana Gruber | 25 000 |")))
	if l.Pages() < 3 {
		t.Fatalf("the table takes %d pages", l.Pages())
	}
	for n := 1; n <= l.Pages(); n++ {
		owned, artifacts := 0, 0
		for _, item := range l.Page(n).Items {
			run, ok := item.Mark.(pdf.Run)
			switch {
			case !ok || run.Words != "Partner":
			case item.Owner == nil:
				artifacts++
			default:
				owned++
			}
		}
		if n == 1 && (owned != 1 || artifacts != 0) || n > 1 && (owned != 0 || artifacts != 1) {
			t.Errorf("page %d has %d headers of the text and %d repeated", n, owned, artifacts)
		}
	}
}

// TestTableRowsKeepTogether moves a table over page ends: neither its header
// nor its last row stands alone.
func TestTableRowsKeepTogether(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"| Hode |\n|---|\n| Første |\n"+rows(30, "| Rad |")+"| Nest sist |\n| Sist |"))
		if head, first := pageOf(l, "Hode"), pageOf(l, "Første"); head != first {
			t.Fatalf("after %d paragraphs the header is on page %d, the first row on %d", shift, head, first)
		}
		if before, last := pageOf(l, "Nest sist"), pageOf(l, "Sist"); before != last {
			t.Fatalf("after %d paragraphs the last row stands alone on page %d", shift, last)
		}
	}
}

// TestSmallTablesStayWhole moves a small table over page ends.
func TestSmallTablesStayWhole(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"| Hode |\n|---|\n| Første |\n"+rows(4, "| Rad |")+"| Sist |"))
		if first, last := pageOf(l, "Hode"), pageOf(l, "Sist"); first != last {
			t.Fatalf("after %d paragraphs the table is on pages %d and %d", shift, first, last)
		}
	}
}

// TestTallRowsAreSplit holds that only a row that takes a good part of a page
// goes on over its end.
func TestTallRowsAreSplit(t *testing.T) {
	for repeat, want := range map[int]int{2: 1, 40: 2} {
		l := laid(t, body(filler(25)+"| A | B |\n|---|---|\n| x | y |\n| "+strings.Repeat(long, repeat)+" | kort |\n"))
		pages := map[int]bool{}
		for n := 1; n <= l.Pages(); n++ {
			for _, run := range runs(l.Page(n)) {
				if strings.Contains(run.Words, "mineral") {
					pages[n] = true
				}
			}
		}
		if len(pages) < want || want == 1 && len(pages) != 1 {
			t.Errorf("a row of %d sentences is on %d pages, want %d", repeat, len(pages), want)
		}
	}
}

// TestTablesFitThePage holds that no number of columns and no length of words
// makes a table reach over the margins, and that letters shrink before words
// break.
func TestTablesFitThePage(t *testing.T) {
	style := standard(t)
	word := "leverandørutviklingsprogrammet"
	for _, columns := range []int{1, 2, 4, 6, 9, 16, 40, 1500} {
		row := strings.Repeat("| "+word+" ", columns) + "|\n"
		l := laid(t, body(row+strings.Repeat("|---", columns)+"|\n"+row))
		smallest := style.Table.Size
		edge := style.Page.Width - style.Margins.Right
		if l.Page(1).Turned {
			edge = style.Page.Height - style.Margins.Right
		}
		if l.Page(1).Turned != (columns == 16) {
			t.Errorf("%d columns: the page is turned: %t", columns, l.Page(1).Turned)
		}
		for _, run := range runs(l.Page(1)) {
			smallest = min(smallest, run.Size)
			if end := run.X + run.Width; end > edge+10 || run.X < style.Margins.Left {
				t.Fatalf("%d columns: %q reaches from %s to %s", columns, run.Words, run.X, end)
			}
		}
		if shrunk := smallest < style.Table.Size; shrunk != (columns >= 4) {
			t.Errorf("%d columns: the smallest letters are %s points", columns, smallest)
		}
	}
}

// TestWideTablesTurnThePage holds that a table too wide for an upright page
// stands on one that is turned, with its heading, and what follows does not.
func TestWideTablesTurnThePage(t *testing.T) {
	wide := strings.Repeat("| 1\u00a0250\u00a0000 ", 13) + "|\n"
	l := laid(t, body("Før.\n\n## 1 Bred\n\n"+wide+strings.Repeat("|---", 13)+"|\n"+strings.Repeat(wide, 50)+"\n[Etter](#1-bred).\n"))
	var got []string
	for n := 1; n <= l.Pages(); n++ {
		p := l.Page(n)
		words := runs(p)
		got = append(got, fmt.Sprintf("%t %s–%s", p.Turned, words[0].Words, words[len(words)-1].Words))
	}
	const word = "1\u00a0250\u00a0000"
	want := "false Før.–Før.|true 1–" + word + strings.Repeat("|true "+word+"–"+word, 2) + "|false Etter–."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("the pages are\n%s, want\n%s", s, want)
	}
	made, err := l.Paint()
	if err != nil || len(made.Faults) > 0 {
		t.Fatalf("the error is %v, the faults %+v", err, made.Faults)
	}
	for n, page := range pagesOf(read(t, made.Data)) {
		box := object.ArrayOf(page["MediaBox"])
		if wide := fmt.Sprint(box) == "[0 0 841.89 595.28]"; wide != l.Page(n+1).Turned {
			t.Errorf("page %d is %v", n+1, box)
		}
	}
}

// TestNumbersEndTogether holds that the cells of a right-aligned column end
// on one edge.
func TestNumbersEndTogether(t *testing.T) {
	l := laid(t, body("| Post | Kroner |\n|---|--:|\n| A | 7 |\n| B | 1 250 000 |\n| **Sum** | **1 250 007** |\n"))
	ends := map[pdf.Length]bool{}
	for i, run := range runs(l.Page(1)) {
		if i%2 == 1 {
			ends[run.X+run.Width] = true
		}
	}
	if len(ends) != 1 {
		t.Errorf("the numbers end at %v", ends)
	}
}

// TestTotalsHaveARule holds that a row of totals is told from other rows by a
// rule as dark as the header's.
func TestTotalsHaveARule(t *testing.T) {
	style := standard(t)
	count := func(last string) int {
		l := laid(t, body(fmt.Sprintf("| Post | Kroner |\n|---|--:|\n| A | 7 |\n| %s | 7 |\n", last)))
		dark := 0
		for _, item := range l.Page(1).Items {
			if line, ok := item.Mark.(pdf.Line); ok && line.Color == style.Rule {
				dark++
			}
		}
		return dark
	}
	if plain, total := count("Sum"), count("**Sum**"); plain != 3 || total != 4 {
		t.Errorf("%d dark rules without totals and %d with, want 3 and 4", plain, total)
	}
}

// TestRowHeadersAreNoTotals holds that rows which all begin in bold have no
// rules of totals.
func TestRowHeadersAreNoTotals(t *testing.T) {
	style := standard(t)
	l := laid(t, body("| | |\n|---|---|\n| **Søker** | a |\n| **Dato** | b |\n| **Sted** | c |\n"))
	dark := 0
	for _, item := range l.Page(1).Items {
		if line, ok := item.Mark.(pdf.Line); ok && line.Color == style.Rule {
			dark++
		}
	}
	if dark != 2 {
		t.Errorf("%d dark rules, want those above and below the table", dark)
	}
}

// TestFirstRowsStayTogether moves a table over page ends: a header with one
// low row does not stand alone.
func TestFirstRowsStayTogether(t *testing.T) {
	for shift := range 60 {
		l := laid(t, body(filler(shift)+"| Hode |\n|---|\n| Første |\n| Andre |\n"+rows(30, "| Rad |")))
		if first, second := pageOf(l, "Første"), pageOf(l, "Andre"); first != second {
			t.Fatalf("after %d paragraphs the first row is on page %d, the second on %d", shift, first, second)
		}
	}
}

// TestTablesTakeTheRoomTheyNeed holds that a table of few columns breaks a
// line before it leaves the column of the text, and that others do not.
func TestTablesTakeTheRoomTheyNeed(t *testing.T) {
	style := standard(t)
	text := style.Margins.Left + style.Indent
	sentence := strings.Repeat("ord ", 22)
	for markdown, want := range map[string]pdf.Length{
		"| A | B |\n|---|---|\n| " + sentence + " | 12. mars 2012 |\n":                     text,
		"| A | B |\n|---|---|\n| " + strings.Repeat(sentence, 3) + " | 12. mars 2012 |\n":  style.Margins.Left,
		"| A | B | C | D |\n|---|---|---|---|\n| " + sentence + " | 12 | 13 | 14 mars |\n": style.Margins.Left,
		"| A | B | C | D |\n|---|---|---|---|\n| 11 | 12 | 13 | 14 |\n":                    text,
	} {
		if got := runs(laid(t, body(markdown)).Page(1))[0].X; got != want {
			t.Errorf("%q begins at %s, want %s", markdown, got, want)
		}
	}
}

// TestNarrowColumnsKeepTheirWordsWhole holds that of a table too crowded for
// its words, the longest are broken and the others not.
func TestNarrowColumnsKeepTheirWordsWhole(t *testing.T) {
	row := strings.Repeat("| Kjernebedrift i nord og sør ", 7) + "| Leverandørutviklingsprogrammene " + strings.Repeat("og ", 60) + "|\n"
	l := laid(t, body(row+strings.Repeat("|---", 8)+"|\n"+row))
	whole := 0
	for _, run := range runs(l.Page(1)) {
		if strings.HasPrefix(run.Words, "Kjernebedrift") {
			whole++
		}
	}
	if whole != 14 {
		t.Errorf("%d short words are whole, want 14", whole)
	}
}

// TestLongTextsGetTheRoom holds that a column of long texts is not as narrow
// as its neighbours ask for: the table is as low as it can be.
func TestLongTextsGetTheRoom(t *testing.T) {
	l := laid(t, body("| Nr. | Innspill | Fra | Samling | Beslutning |\n|---|---|---|---|---|\n"+
		rows(3, "| 1 | "+long[:200]+" | Miljøorganisasjonen Fjord og vidde | Åpningssamling for hele verdikjeden | Tatt inn i: Effektiv drift |")))
	lines := map[pdf.Length]bool{}
	for _, run := range runs(l.Page(1)) {
		lines[run.Y] = true
	}
	if len(lines) > 19 {
		t.Errorf("the table has %d lines, want 19", len(lines))
	}
}
