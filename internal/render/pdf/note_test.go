package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/render/pdf"
)

// linesOf returns the words of each line of a page with its place, from the
// top down, without header and footer.
func linesOf(p pdf.Page) (words []string, at []pdf.Length) {
	for _, run := range runs(p) {
		if n := len(at) - 1; n >= 0 && at[n] == run.Y {
			words[n] += run.Words
			continue
		}
		words, at = append(words, run.Words), append(at, run.Y)
	}
	return words, at
}

// TestNotesStandAtTheFoot holds that a note stands at the foot of the page that
// refers to it, the last line at the margin, and is a part of the structure.
func TestNotesStandAtTheFoot(t *testing.T) {
	l := laid(t, body("Fjell[^a] og fjord[^b], fjell igjen[^a].\n\n[^b]: Vann.\n[^a]: Stein\n"))
	words, at := linesOf(l.Page(1))
	if got := strings.Join(words, "|"); got != "Fjell¹ og fjord², fjell igjen¹.|¹Stein|²Vann." {
		t.Errorf("the page reads %q", got)
	}
	style := standard(t)
	foot := style.Page.Height - style.Margins.Bottom
	if last := at[len(at)-1]; last > foot || last < foot-style.Notes.Leading {
		t.Errorf("the last line stands at %s, the margin at %s", last, foot)
	}
	made, err := l.Paint()
	if err != nil || len(made.Faults) > 0 {
		t.Fatalf("the error is %v, the faults %+v", err, made.Faults)
	}
}

// TestNotesFollowTheirLine fills pages with lines of which each has a note, and
// holds that each stands on the page of its line, that nothing overlaps, and
// that no page is left half empty.
func TestNotesFollowTheirLine(t *testing.T) {
	var text, notes strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "Linje %d.[^%d]\n\n", i, i)
		fmt.Fprintf(&notes, "[^%d]: Note til %d.\n", i, i)
	}
	l := laid(t, body(text.String()+notes.String()))
	for n := 1; n <= l.Pages(); n++ {
		words, at := linesOf(l.Page(n))
		var lines, noted []string
		for i, w := range words {
			if i > 0 && at[i] <= at[i-1] {
				t.Errorf("on page %d %q stands on or above what is before it", n, w)
			}
			number := strings.Trim(w[strings.LastIndexByte(w, ' ')+1:], ".⁰¹²³⁴⁵⁶⁷⁸⁹")
			if strings.HasPrefix(w, "Linje") {
				lines = append(lines, number)
			} else {
				noted = append(noted, number)
			}
		}
		if strings.Join(lines, " ") != strings.Join(noted, " ") {
			t.Errorf("page %d has the lines %v and the notes %v", n, lines, noted)
		}
		if n < l.Pages() && len(lines) < 15 {
			t.Errorf("page %d has %d lines only", n, len(lines))
		}
	}
}

// TestLongNotesGoOn holds that a note higher than a page goes on at the foot of
// the next, without losing a word.
func TestLongNotesGoOn(t *testing.T) {
	l := laid(t, body("Ord.[^1]\n\n[^1]: "+strings.Repeat("Langt og lenger enn langt. ", 500)+"\n"))
	count := 0
	style := standard(t)
	for n := 1; n <= l.Pages(); n++ {
		for _, run := range runs(l.Page(n)) {
			count += strings.Count(run.Words, "enn")
			if run.Y > style.Page.Height-style.Margins.Bottom {
				t.Errorf("page %d: %q stands below the margin", n, run.Words)
			}
		}
	}
	if count != 500 || l.Pages() < 3 {
		t.Errorf("%d of 500 times on %d pages", count, l.Pages())
	}
}
