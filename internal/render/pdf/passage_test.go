package pdf_test

import (
	"strings"
	"testing"

	"soknad/internal/render/pdf/object"
)

// TestPassagesHaveTheirLanguage holds that a passage in another language is
// said to be, and is shown like the text around it.
func TestPassagesHaveTheirLanguage(t *testing.T) {
	l := laid(t, body("Gruva heter <span lang=\"se\">Čáhppes **Várri**</span> nå, <b>ikke</b> før.\n"))
	if got := len(l.Unsupported()); got != 2 {
		t.Errorf("%d tags are refused, want those of <b>", got)
	}
	words, _ := linesOf(l.Page(1))
	if got := strings.Join(words, "|"); got != "Gruva heter Čáhppes Várri nå, ikke før." {
		t.Errorf("the page reads %q", got)
	}
	made, err := l.Paint()
	if err != nil || len(made.Faults) > 0 {
		t.Fatalf("the error is %v, the faults %+v", err, made.Faults)
	}
	found := 0
	for _, o := range read(t, made.Data).Objects {
		if dict := object.DictOf(o); object.NameOf(dict["S"]) == "Span" && object.Resolve(dict["Lang"]) == object.String("se") {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d passages are in Northern Sámi, want one", found)
	}
}

// TestOwnHyphenation holds that the applicant's word on where a word divides
// is the last one.
func TestOwnHyphenation(t *testing.T) {
	d := body(strings.Repeat("Mineralutvinningsselskapene ", 60) + "\n")
	d.Hyphenation = []string{"mineral-utvinningsselskapene"}
	words, _ := linesOf(laid(t, d).Page(1))
	divided := 0
	for _, w := range words {
		if strings.HasSuffix(w, "\u00ad") {
			divided++
			if !strings.HasSuffix(w, "Mineral\u00ad") {
				t.Errorf("a line ends in %q", w)
			}
		}
	}
	if divided == 0 {
		t.Error("nothing is divided")
	}
}
