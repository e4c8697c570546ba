package figure_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"soknad/internal/figure"
)

// labelLines returns the lines in the column of labels, from the top down.
func labelLines(f *figure.Figure) []string {
	left, _ := grid(f)
	var lines []string
	for _, s := range texts(f) {
		if s.X < left-20 && s.Anchor == figure.Start {
			lines = append(lines, s.Words)
		}
	}
	return lines
}

// drawn returns the lines of one label of a plan.
func drawn(t *testing.T, label string) []string {
	t.Helper()
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{{Label: label, Start: month(1), End: month(2)}}}))
	left, _ := grid(f)
	for _, s := range texts(f) {
		if s.Anchor == figure.Start && frameOf(s).x2 > left {
			t.Errorf("%q runs into the calendar at %.1f", s.Words, left)
		}
	}
	return labelLines(f)[1:]
}

func TestLabelsWrapWithoutLoss(t *testing.T) {
	for _, label := range []string{
		"Kurs",
		"Kartlegging av felles behov i gruver, oppredningsverk og tunneldrift",
		"Masteremne i mineralteknologi sammen med NTNU og Høgskolen i Narvik – forprosjekt for 2013/2014",
	} {
		lines := drawn(t, label)
		if got := strings.Join(lines, " "); got != label {
			t.Errorf("%q became %q", label, got)
		}
		if len(lines) > 3 || len(label) > 60 && len(lines) < 2 {
			t.Errorf("%q has %d lines", label, len(lines))
		}
	}
}

func TestLinesOfALabelAreEven(t *testing.T) {
	lines := drawn(t, "Fjernstyring og overvåking av maskiner under jord")
	if len(lines) != 2 || lines[0] != "Fjernstyring og overvåking" {
		t.Errorf("the lines are %q", lines)
	}
}

func TestLabelsBreakInsideWords(t *testing.T) {
	for label, want := range map[string]string{
		// At a soft hyphen, which is not drawn where the line goes on.
		"Kompetanse\u00adutviklings\u00adprogram for bergverksindustriens\u00adunderleverandørnettverksmøte": "Kompetanseutviklingsprogram|for bergverksindustriens-|underleverandørnettverksmøte",
		// After a hyphen, a slash or a dash, but not before a number.
		"Universitetet i det teknisk-naturvitenskapelige nord":       "Universitetet i det teknisk-|naturvitenskapelige nord",
		"Kunnskapsparken/Mo industripark-Svolvær og temperatur −5 °": "Kunnskapsparken/Mo industripark-|Svolvær og temperatur −5 °",
	} {
		if got := strings.Join(drawn(t, label), "|"); got != want {
			t.Errorf("%q became\n%q, want\n%q", label, got, want)
		}
	}
}

func TestAWordLongerThanALineIsCut(t *testing.T) {
	word := "Minoritetsladningsbærerdiffusjonskoeffisientmålingsapparatur"
	lines := drawn(t, word)
	if len(lines) != 2 || !strings.HasSuffix(lines[0], "-") {
		t.Fatalf("the lines are %q", lines)
	}
	if got := strings.Replace(strings.Join(lines, ""), "-", "", 1); got != word {
		t.Errorf("%q became %q", word, got)
	}
}

func TestEndlessLabelsEndInAnEllipsis(t *testing.T) {
	for name, label := range map[string]string{
		"words": strings.Repeat("enda flere ord ", 40),
		"word":  strings.Repeat("ord", 300),
		"dash":  strings.Repeat("ni ti- – ", 60),
	} {
		lines := drawn(t, label)
		if len(lines) != 3 || !strings.HasSuffix(lines[2], "…") {
			t.Errorf("%s: the lines are %q", name, lines)
		}
		if body := strings.TrimSuffix(lines[2], "…"); strings.TrimRight(body, " -–") != body {
			t.Errorf("%s: %q has a loose end", name, lines[2])
		}
	}
}

func TestWhatCannotBeSeenIsNotDrawn(t *testing.T) {
	lines := drawn(t, " \tA\u0000b\n\nc\u202e d\u200b\xff\u2028e\u00a0f ")
	if got, want := strings.Join(lines, "|"), "Ab c d e\u00a0f"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if lines := drawn(t, " \n "); len(lines) != 0 {
		t.Errorf("blank became %q", lines)
	}
}

func TestShortLabelsLeaveRoomForTheCalendar(t *testing.T) {
	f := one(t, plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("Kort", 1, 2)}}))
	if left, _ := grid(f); left > 100 {
		t.Errorf("the calendar begins at %.1f", left)
	}
	f = one(t, plan(busy("Lang", 3)))
	if left, _ := grid(f); left > 0.38*f.Width+0.01 {
		t.Errorf("the calendar begins at %.1f of %.1f", left, f.Width)
	}
}

func TestHeaderNamesYearsAndQuarters(t *testing.T) {
	f := one(t, plan(busy("A", 3)))
	s := said(f)
	for year := 2012; year <= 2015; year++ {
		if strings.Count(s, fmt.Sprint(year)) != 1 {
			t.Errorf("%d is not named once in %q", year, s)
		}
	}
	// Three whole years, with one month of a third quarter before them, whose
	// name begins to the left of it, and two after them.
	for name, want := range map[string]int{"K1": 3, "K2": 3, "K3": 4, "K4": 3} {
		if n := strings.Count(s, name); n != want {
			t.Errorf("%s is named %d times, want %d", name, n, want)
		}
	}
	first := frameOf(find(t, f, "K3"))
	for _, l := range only[figure.Line](f) {
		if bounds(l).meets(first) {
			t.Errorf("a line runs through the first quarter's name")
		}
	}
}

func TestPeriods(t *testing.T) {
	for name, p := range map[string]struct {
		from, to time.Time
		want     []string
		not      string
	}{
		"one month":    {month(10), monthEnd(10), []string{"2013", "K2"}, "K1"},
		"one day":      {month(10), month(10), []string{"2013", "K2"}, "K1"},
		"backwards":    {month(10), month(3), []string{"2013", "K2"}, "K1"},
		"twelve years": {month(1), monthEnd(144), []string{"2013", "2020"}, "K1"},
		"an age":       {month(1), day(9999, 12, 31), nil, "20"},
		"not given":    {time.Time{}, time.Time{}, nil, "20"},
	} {
		g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("x", 10, 10)}})
		g.From, g.To = p.from, p.to
		s := said(one(t, g))
		for _, want := range p.want {
			if !strings.Contains(s, want) {
				t.Errorf("%s: %q does not say %s", name, s, want)
			}
		}
		if strings.Contains(s, p.not) {
			t.Errorf("%s: %q says %s", name, s, p.not)
		}
	}
}

func TestOneMonthIsFilledByItsActivity(t *testing.T) {
	g := plan(figure.GanttGroup{Title: "A", Rows: []figure.GanttRow{row("x", 10, 10)}})
	g.From, g.To = month(10), monthEnd(10)
	f := one(t, g)
	left, right := grid(f)
	if b := bars(f)[0]; !near(b.X, left) || !near(b.X+b.W, right) {
		t.Errorf("the bar is %v, the month %.2f–%.2f", b, left, right)
	}
}
