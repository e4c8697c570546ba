package pdf_test

import (
	"slices"
	"strings"
	"testing"

	"soknad/internal/figure"
	"soknad/internal/render/pdf"
)

// said joins the words of a layout's first page.
func said(l *pdf.Layout) string {
	var b strings.Builder
	for _, run := range runs(l.Page(1)) {
		b.WriteString(run.Words)
	}
	return b.String()
}

func TestText(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"decomposed letters are joined", "Bla\u030aba\u0308r", "Blåbär"},
		{"composed text is left alone", "Ŋuorra – «sámi»", "Ŋuorra – «sámi»"},
		{"a mark that joins nothing stays", "q\u0303x", "q\u0303x"},
		{"escapes and references", `\*a\* &amp; &#229; &oslash; \q & &x; &nei;`, `*a* & å ø \q & &x; &nei;`},
		{"code is literal", "`\\* &amp;`", `\* &amp;`},
		{"controls and zero widths vanish", "a\u200bb\u200dc\ufeffd\u0007e\u202ef\ufe0f", "abcdef"},
		{"odd spaces", "a\u2003b\u202f1\u2009000\u3000c", "a b\u00a01\u00a0000 c"},
		{"no-break hyphens are hyphens", "e\u2011post", "e-post"},
		{"soft hyphens show only where they break", "a\u00adb", "ab"},
		{"spaces are single", "a   b \n  c", "a b c"},
		{"another face stands in", "☐ ✓", "☐ ✓"},
		{"Greek and Cyrillic", "αβγ Жук", "αβγ Жук"},
	}
	for _, tt := range tests {
		l := laid(t, body(tt.markdown))
		if got := said(l); got != tt.want || len(l.Missing()) > 0 {
			t.Errorf("%s: %q, missing %v, want %q", tt.name, got, l.Missing(), tt.want)
		}
	}
}

// TestNoBreakHyphensStayInTheirFace holds that one is drawn as a hyphen where
// the face has no glyph of its own for it.
func TestNoBreakHyphensStayInTheirFace(t *testing.T) {
	if all := runs(laid(t, body("`e\u2011post`")).Page(1)); len(all) != 1 {
		t.Errorf("a word of code is set in %d faces", len(all))
	}
}

func TestMissing(t *testing.T) {
	tests := []struct {
		name, markdown, want string
		missing              []pdf.Missing
	}{
		{"an emoji", "på 😀 og 😀", "på ? og ?", []pdf.Missing{{Rune: '😀', Offset: 4}}},
		{"right to left", "אב", "??", []pdf.Missing{{Rune: 'א', Offset: 0}, {Rune: 'ב', Offset: 2}}},
		{"Indic", "नि", "??", []pdf.Missing{{Rune: 'न', Offset: 0}, {Rune: 'ि', Offset: 3}}},
		{"Thai", "ก", "?", []pdf.Missing{{Rune: 'ก', Offset: 0}}},
		{"Chinese", "a中", "a?", []pdf.Missing{{Rune: '中', Offset: 1}}},
		{"not UTF-8", "ab\xffc", "ab?c", []pdf.Missing{{Rune: '\uFFFD', Offset: 2}}},
		{"cut short", "ab\xe2\x80", "ab??", []pdf.Missing{{Rune: '\uFFFD', Offset: 2}}},
		{"after an escape", `\* &amp; 中`, "* & ?", []pdf.Missing{{Rune: '中', Offset: 9}}},
		{"a reference", `a &#x1F600;`, "a ?", []pdf.Missing{{Rune: '😀', Offset: 2}}},
		{"after a joined letter", "a\u030a中", "å?", []pdf.Missing{{Rune: '中', Offset: 3}}},
		{"in code", "`中`", "?", []pdf.Missing{{Rune: '中', Offset: 1}}},
		{"in indented code", "    a\t中\n", "a    ?", []pdf.Missing{{Rune: '中', Offset: 6}}},
		{"in a table", "| 中 |\n|---|\n| 国 |", "??", []pdf.Missing{{Rune: '中', Offset: 2}, {Rune: '国', Offset: 16}}},
	}
	for _, tt := range tests {
		l := laid(t, body(tt.markdown))
		if got := said(l); got != tt.want || !slices.Equal(l.Missing(), tt.missing) {
			t.Errorf("%s: %q, missing %v, want %q, %v", tt.name, got, l.Missing(), tt.want, tt.missing)
		}
	}
}

// TestMissingOutsideTheText holds that a character of the title, the mark or
// a figure has no place, unless it is in the text too.
func TestMissingOutsideTheText(t *testing.T) {
	d := body("![](figures/small.svg) og 😀")
	d.Title, d.Mark = "中 😀", "国"
	d.Figures["figures/small.svg"].Shapes = append(d.Figures["figures/small.svg"].Shapes, figure.Text{Words: "字", Size: 8})
	got := laid(t, d).Missing()
	want := []pdf.Missing{{'中', -1}, {'国', -1}, {'字', -1}, {'😀', strings.Index(string(d.Text), "😀")}}
	if !slices.Equal(got, want) {
		t.Errorf("missing %v, want %v", got, want)
	}
}

// TestHyphenation holds that words are divided by the document's language and
// at the author's own soft hyphens, and that codes and acronyms are not.
func TestHyphenation(t *testing.T) {
	tests := []struct {
		lang, word string
		ends       []string // of first lines
	}{
		{"nb", "gjennomføringsevnene", []string{"gjen", "gjennom", "gjennomfø", "gjennomførings", "gjennomføringsev"}},
		{"en", "administrationally", []string{"ad", "admin", "adminis", "administra", "administration"}},
		{"nb", "gjennomfø\u00adringsevnene", []string{"gjennomfø"}},
		{"nb", "A1gjennomføringsevne", nil},
		{"nb", "GJENNOMFØRINGSEVNE", nil},
		{"nb", "`gjennomføringsevne`", nil},
	}
	for _, tt := range tests {
		d := body("")
		var ends []string
		for fill := range 25 {
			d = body(almostFull(fill) + tt.word + strings.Repeat(" i", 80))
			d.Lang = "nb"
			if tt.lang == "en" {
				d.Lang = "en"
			}
			ends = append(ends, hyphenated(laid(t, d))...)
		}
		slices.Sort(ends)
		if ends = slices.Compact(ends); !slices.Equal(subset(ends, tt.ends), ends) || (len(ends) == 0) != (tt.ends == nil) {
			t.Errorf("%s is divided after %q, want %q", tt.word, ends, tt.ends)
		}
	}
}

// almostFull is letters without a place to break that leave room for less and
// less of a word after them, so that the word must be broken somewhere.
func almostFull(fill int) string { return strings.Repeat("i\u00a0", 36+fill) + "i " }

// hyphenated returns the parts of words that lines end with.
func hyphenated(l *pdf.Layout) []string {
	var ends []string
	for _, run := range runs(l.Page(1)) {
		if words, ok := strings.CutSuffix(run.Words, "\u00ad"); ok {
			ends = append(ends, words[strings.LastIndexByte(words, ' ')+1:])
		}
	}
	return ends
}

// subset returns those of some that are among all.
func subset(some, all []string) []string {
	var both []string
	for _, s := range some {
		if slices.Contains(all, s) {
			both = append(both, s)
		}
	}
	return both
}

// TestNoBreak holds that no line ends inside a number, a date or a range, nor
// with a hyphen that somebody wrote, but that dashes and slashes of words may
// end one.
func TestNoBreak(t *testing.T) {
	for _, whole := range []string{"150\u00a0000\u00a0kr", "2012-03-31", "e\u2011post", "1/2", "-5", "–5", "S-tog"} {
		for fill := range 25 {
			l := laid(t, body(almostFull(fill)+whole+strings.Repeat(" i", 60)))
			for _, run := range runs(l.Page(1)) {
				words := strings.ReplaceAll(whole, "\u2011", "-")
				if strings.Contains(run.Words, words) {
					goto found
				}
			}
			t.Errorf("%q is broken after %d letters", whole, fill)
		found:
		}
	}
	for _, open := range []string{"gruve/oppredning", "2012–2015tallene"} {
		broken := false
		for fill := range 25 {
			l := laid(t, body(almostFull(fill)+open+strings.Repeat(" i", 60)))
			broken = broken || len(hyphenated(l)) == 0 && splitsInside(l, open)
		}
		if !broken {
			t.Errorf("%q is never broken", open)
		}
	}
}

// TestHangingHyphen holds that a line seldom ends with the hyphen of
// "drifts- og", which would look like that of a divided word.
func TestHangingHyphen(t *testing.T) {
	broken := 0
	for fill := range 25 {
		if splitsInside(laid(t, body(almostFull(fill)+"drifts- og"+strings.Repeat(" i", 60))), "drifts- og") {
			broken++
		}
	}
	if broken > 4 {
		t.Errorf("%d of 25 lines end with a hanging hyphen", broken)
	}
}

// splitsInside reports whether no run holds the whole word.
func splitsInside(l *pdf.Layout, word string) bool {
	for _, run := range runs(l.Page(1)) {
		if strings.Contains(run.Words, word) {
			return false
		}
	}
	return true
}

// TestPathsBreakInside holds that a long path in a line of text breaks after
// its marks, so that the line before it is not stretched, and that what is no
// path does not.
func TestPathsBreakInside(t *testing.T) {
	const path = "annexes/tilsagn-fra-fylkeskommunen-for-hele-perioden.pdf"
	for shift := range 7 {
		l := laid(t, body(strings.Repeat("ord ", 12+shift)+"("+path+")."))
		var lines []string
		for _, run := range runs(l.Page(1)) {
			lines = append(lines, strings.TrimSpace(run.Words))
		}
		if all := strings.Join(lines, ""); !strings.Contains(all, "("+path+").") {
			t.Fatalf("the path became %q", all)
		}
		if first := lines[0]; !strings.HasSuffix(first, "-") && !strings.HasSuffix(first, "/") {
			t.Errorf("after %d words the line ends with %q", 12+shift, first)
		}
	}
	for _, words := range []string{"og/eller", "km/t.", "1/2.5", "/cv.pdf", "steam-drevet.pdf"} {
		for shift := range 90 {
			l := laid(t, body(strings.Repeat("o", shift)+" "+strings.Repeat("ord ", 12)+words+" "+strings.Repeat("ord ", 12)))
			for _, run := range runs(l.Page(1)) {
				if strings.HasSuffix(run.Words, "-") || strings.HasSuffix(run.Words, ".") {
					t.Fatalf("%s is broken: %q", words, run.Words)
				}
			}
		}
	}
}
