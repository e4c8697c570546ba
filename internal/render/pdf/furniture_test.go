package pdf_test

import (
	"strings"
	"testing"

	"soknad/internal/render/pdf"
)

// artifacts returns the runs of a page's header and footer.
func artifacts(p pdf.Page) []pdf.Run {
	var all []pdf.Run
	for _, item := range p.Items {
		if run, ok := item.Mark.(pdf.Run); ok && item.Owner == nil {
			all = append(all, run)
		}
	}
	return all
}

func TestFurniture(t *testing.T) {
	d := assembled(part{"cover", "# Tittel\n\n"}, part{"text", filler(40)})
	d.Mark = "Utkast"
	l := laid(t, d)
	want := []string{"Utkast", "Utkast Mineralklynge Nord Side 2 av 3", "Utkast Mineralklynge Nord Side 3 av 3"}
	for n := 1; n <= l.Pages(); n++ {
		var words []string
		for _, run := range artifacts(l.Page(n)) {
			words = append(words, run.Words)
		}
		if got := strings.Join(words, " "); got != want[n-1] {
			t.Errorf("page %d has %q, want %q", n, got, want[n-1])
		}
	}
	d.Lang, d.Mark = "en", ""
	if got := artifacts(laid(t, d).Page(2)); len(got) != 2 || got[1].Words != "Page 2 of 3" {
		t.Errorf("in English, without a mark: %v", got)
	}
}

// TestLongTitlesAreShortened holds that the running title never reaches the
// mark, however long both are.
func TestLongTitlesAreShortened(t *testing.T) {
	for _, title := range []string{strings.Repeat("Mineralklynge ", 40), strings.Repeat("m", 500), strings.Repeat("☐ x ", 200), ""} {
		d := body("Tekst")
		d.Title, d.Mark = title, title
		l := laid(t, d)
		inside(t, l)
		all := artifacts(l.Page(1))
		if title == "" {
			if len(all) != 1 {
				t.Errorf("without a title the page has %v", all)
			}
			continue
		}
		var mark, running []pdf.Run
		for _, run := range all {
			switch {
			case strings.HasPrefix(run.Words, "Side"):
			case run.Face.Bold:
				mark = append(mark, run)
			default:
				running = append(running, run)
			}
		}
		for _, words := range [][]pdf.Run{mark, running} {
			if last := words[len(words)-1]; !strings.HasSuffix(last.Words, "…") {
				t.Errorf("%q is not shortened", last.Words)
			}
		}
		if last := running[len(running)-1]; last.X+last.Width > mark[0].X {
			t.Errorf("the title ends at %s, the mark begins at %s", last.X+last.Width, mark[0].X)
		}
	}
}

// TestCoversWithMoreThanFacts holds that only a table of labels and values is
// set as facts, and that facts beyond the page go on on the next.
func TestCoversWithMoreThanFacts(t *testing.T) {
	rules := func(markdown string) int {
		n := 0
		for _, item := range laid(t, assembled(part{"cover", markdown})).Page(1).Items {
			if _, ok := item.Mark.(pdf.Line); ok {
				n++
			}
		}
		return n
	}
	if got := rules("# T\n\n| | |\n|---|---|\n| a | b |\n| c | d |\n"); got != 1 {
		t.Errorf("facts have %d rules, want the one over them", got)
	}
	if got := rules("# T\n\n| h | |\n|---|---|\n| a | b |\n"); got != 3 {
		t.Errorf("a table with a header has %d rules, want 3", got)
	}
	if got := rules("# T\n\n| | | |\n|---|---|---|\n| a | b | c |\n"); got != 2 {
		t.Errorf("a table of three columns has %d rules, want 2", got)
	}
	below := laid(t, assembled(part{"cover", "# T\n\nS\n\n| | |\n|---|---|\n| a | b |\n\nUnder\n\n"}, part{"text", "Tekst"}))
	style := standard(t)
	foot := style.Page.Height - style.Margins.Bottom
	if all := runs(below.Page(1)); all[len(all)-1].Words != "Under" || foot-all[len(all)-1].Y > style.Body.Leading {
		t.Errorf("what follows the facts is not at the foot of the cover: %v", all)
	}
	long := laid(t, assembled(part{"cover", "# T\n\n| | |\n|---|---|\n" + rows(60, "| a | b |") + "\n"}, part{"text", "Tekst"}))
	if got := pageOf(long, "Tekst"); got != 4 {
		t.Errorf("sixty facts end before page %d, want 4", got)
	}
}
