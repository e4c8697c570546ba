package report_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/report"
	"soknad/internal/source"
)

// list is one finding of every form: related places, hints with and without
// a place, wide characters, tabs, long lines, several lines, no text at all.
func list() diag.List {
	a := source.NewFile("activities.yaml", []byte(
		"activities:\n  - id: a-bergmek\n    focus_area: utvining\n    title: 漢字 og 😀 her\n"+
			"\tx: 1\n    text: |\n      en\n      to\n"+strings.Repeat("ord ", 40)+"feil"+strings.Repeat(" mer", 40)+"\n"))
	b := source.NewFile("focus-areas.yaml", []byte("focus_areas:\n  - id: utvinning\n"))
	empty := source.NewFile("empty.yaml", nil)
	at := func(f *source.File, words string) source.Span {
		i := bytes.Index(f.Text, []byte(words))
		return f.Span(i, i+len(words))
	}
	return diag.List{
		diag.New("REF001", diag.Error, at(a, "utvining"), "there is no focus area %q", "utvining").
			Relate(at(b, "utvinning"), "the nearest is here").
			HintAt(at(b, "utvinning"), "did you mean %q?", "utvinning").
			Hint("write it as it stands there"),
		diag.New("TXT001", diag.Warning, at(a, "her"), "columns are counted as the terminal shows them"),
		diag.New("TXT001", diag.Warning, at(a, "x: 1"), "a tab stays a tab"),
		diag.New("TXT001", diag.Note, at(a, "|\n      en\n      to"), "only the first line of several is shown"),
		diag.New("TXT001", diag.Note, at(a, "feil"), "a long line is cut around the place"),
		diag.New("YML001", diag.Error, empty.Span(0, 0), "an empty file shows no line: %s", "\x1b[31m\u202e::set-output ##[error]"),
	}
}

func TestText(t *testing.T) {
	tests := []struct {
		golden string
		color  bool
		list   diag.List
	}{
		{"testdata/plain.txt", false, list()},
		{"testdata/color.txt", true, list()},
		{"testdata/none.txt", false, nil},
		{"testdata/one.txt", false, list()[:1]},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			var out bytes.Buffer
			if err := (report.Text{W: &out, Lang: i18n.EN, Color: tt.color}).Write(tt.list); err != nil {
				t.Fatal(err)
			}
			golden.File(t, tt.golden, out.Bytes())
		})
	}
}

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"æøå «–» \u00a0\t":       "æøå «–» \u00a0\t",
		"a\nb\r\x1b[0m":          "a<U+000A>b<U+000D><U+001B>[0m",
		"\u202e\u200b\u2028\xff": "<U+202E><U+200B><U+2028><U+FFFD>",
		"##[group]":              "## [group]",
	} {
		if got := report.Printable(text); got != want {
			t.Errorf("Printable(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestLongLines holds that a long line is shown around what is marked in it.
func TestLongLines(t *testing.T) {
	text := strings.Repeat("å ", 20000) + "utvining" + strings.Repeat(" 中", 20000)
	f := source.NewFile("a.yaml", []byte(text))
	start := strings.Index(text, "utvining")
	list := diag.List{diag.New("REF001", diag.Error, f.Span(start, start+8), "no")}
	var out bytes.Buffer
	if err := (report.Text{W: &out, Lang: i18n.EN}).Write(list); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if !strings.Contains(lines[1], "…") || !strings.HasSuffix(lines[1], "…") || len([]rune(lines[1])) > 120 {
		t.Errorf("the line is shown as %q", lines[1])
	}
	if at := strings.Index(lines[2], "^"); []rune(lines[1])[len([]rune(lines[2][:at]))] != 'u' {
		t.Errorf("the mark stands below another letter:\n%s\n%s", lines[1], lines[2])
	}
}

// TestHarmless holds what is written of texts that come in pieces.
func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"æøå: x\n\ty\n":              "æøå: x\n\ty\n",
		"::error::x\n  ::error::x\n": ": :error::x\n  : :error::x\n",
		":a:: b\n: :\na ::b\n":       ":a:: b\n: :\na ::b\n",
		"\x1b[0m\u202e\xff\n":        "<U+001B>[0m<U+202E><U+FFFD>\n",
		"a ##[group]\n###[b]\n":      "a ## [group]\n### [b]\n",
	} {
		var out, pieces bytes.Buffer
		if _, err := report.Harmless(&out).Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		w := report.Harmless(&pieces)
		for i := range len(text) {
			if n, err := w.Write([]byte(text[i : i+1])); n != 1 || err != nil {
				t.Fatal(n, err)
			}
		}
		if out.String() != want || pieces.String() != want {
			t.Errorf("%q is written %q, and in pieces %q, want %q", text, out.String(), pieces.String(), want)
		}
	}
	var out bytes.Buffer
	if _, err := report.HarmlessJSON(&out).Write([]byte("{\"a\": \"##[x]\u061c\U000e0041\"}")); err != nil || out.String() != `{"a": "##\u005bx]\u061c\udb40\udc41"}` {
		t.Errorf("JSON is written %s (%v)", out.String(), err)
	}
	out.Reset()
	if _, err := report.HarmlessXML(&out).Write([]byte("<a>##[x]\u061c</a>")); err != nil || out.String() != "<a>##&#91;x]&#x61C;</a>" {
		t.Errorf("XML is written %s (%v)", out.String(), err)
	}
	if _, err := report.Harmless(broken{}).Write([]byte("x")); !errors.Is(err, errBroken) {
		t.Errorf("the error is %v", err)
	}
}

// TestTextIsBounded holds that people are shown the first of very many
// findings, and told how many there are.
func TestTextIsBounded(t *testing.T) {
	f := source.NewFile("a.yaml", []byte("x\n"))
	var many diag.List
	for i := range 1000 {
		many.Add(diag.New("TXT001", diag.Warning, f.Span(0, 1), "finding %d", i+1))
	}
	var out bytes.Buffer
	if err := (report.Text{W: &out, Lang: i18n.EN}).Write(many); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if !strings.Contains(got, "finding 200 ") || strings.Contains(got, "finding 201 ") {
		t.Error("not the first 200 are shown")
	}
	if want := "and 800 more, which --report=json lists\n\n1000 warnings\n"; !strings.HasSuffix(got, want) {
		t.Errorf("it ends %q, want %q", got[len(got)-100:], want)
	}
}
