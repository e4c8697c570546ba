package diag_test

import (
	"testing"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

func TestNearest(t *testing.T) {
	ids := []string{"utvinning", "kompetanse", "berekraft", "mål", "a1", "a2"}
	for word, want := range map[string]string{
		"utvining":          "utvinning",
		"utvinnign":         "utvinning",
		"Utvinning":         "utvinning",
		"kompetansen":       "kompetanse",
		"bærekraft":         "berekraft",
		"ma\u030al":         "mål",
		"a3":                "a1",
		"noe helt annet":    "",
		"x":                 "",
		"utvinning-i-gruve": "",
	} {
		if got := diag.Nearest(word, ids); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := diag.Nearest("a", nil); got != "" {
		t.Errorf("without candidates: %q", got)
	}
}

func TestSortIsReadingOrderWithoutRepeats(t *testing.T) {
	a := source.NewFile("a.yaml", []byte("one\ntwo\n"))
	b := source.NewFile("b.yaml", []byte("one\n"))
	var l diag.List
	l.Add(
		diag.New("REF001", diag.Error, b.Span(0, 3), "last"),
		diag.New("GOA001", diag.Warning, a.Span(4, 7), "milder"),
		diag.New("REF001", diag.Error, a.Span(4, 7), "worse"),
		diag.New("REF001", diag.Error, a.Span(0, 3), "first"),
		diag.New("REF001", diag.Error, a.Span(0, 3), "first"),
	)
	l.Sort()
	want := []string{"first", "worse", "milder", "last"}
	if len(l) != len(want) {
		t.Fatalf("%d findings are left, want %d", len(l), len(want))
	}
	for i, d := range l {
		if got := d.Message.In(i18n.EN); got != want[i] {
			t.Errorf("finding %d is %q, want %q", i, got, want[i])
		}
	}
	if l.Worst() != diag.Error || l.Count(diag.Error) != 3 || l.Count(diag.Warning) != 1 {
		t.Errorf("Worst %v, errors %d, warnings %d", l.Worst(), l.Count(diag.Error), l.Count(diag.Warning))
	}
	if worst := (diag.List{}).Worst(); worst != 0 {
		t.Errorf("an empty list's worst is %v", worst)
	}
}

func TestParts(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("one two\n"))
	d := diag.New("REF001", diag.Error, f.Span(0, 3), "no %q", "one").
		Relate(f.Span(4, 7), "here").
		Hint("look").
		HintAt(f.Span(4, 7), "there").
		Fix(f.Span(0, 3), "two", "write %q", "two")
	if len(d.Related) != 1 || len(d.Hints) != 2 || len(d.Fixes) != 1 {
		t.Fatalf("parts are missing: %+v", d)
	}
	if !d.Hints[0].Span.IsZero() || d.Hints[1].Span.IsZero() {
		t.Error("a hint has a place only when it was given one")
	}
	if e := d.Fixes[0].Edits[0]; e.New != "two" || string(e.Span.Text()) != "one" {
		t.Errorf("the edit is %+v", e)
	}
}

func TestSeverityNames(t *testing.T) {
	for s, want := range map[diag.Severity]string{
		diag.Note: "note", diag.Warning: "warning", diag.Error: "error", 0: "invalid",
	} {
		if got := s.String(); got != want {
			t.Errorf("%d is %q, want %q", s, got, want)
		}
	}
	if got := len(diag.Severities()); got != 3 {
		t.Errorf("%d severities", got)
	}
}

func TestFixed(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("en to tre # merk\n"))
	g := source.NewFile("b.yaml", []byte("fire\n"))
	fix := func(at source.Span, text string) *diag.Diagnostic {
		return diag.New("REF001", diag.Error, at, "x").Fix(at, text, "write %q", text)
	}
	texts, applied := diag.Fixed(diag.List{
		fix(f.Span(3, 5), "2"),
		fix(f.Span(6, 9), "3"),
		fix(f.Span(4, 8), "x"), // touches the two before it
		fix(g.Span(0, 4), "4"),
		diag.New("REF001", diag.Error, g.Span(0, 1), "without a cure"),
	})
	if applied != 3 || string(texts["a.yaml"]) != "en 2 3 # merk\n" || string(texts["b.yaml"]) != "4\n" {
		t.Errorf("%d cures give %q and %q", applied, texts["a.yaml"], texts["b.yaml"])
	}
	if string(f.Text) != "en to tre # merk\n" {
		t.Error("the file itself has changed")
	}
}
