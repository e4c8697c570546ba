package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"soknad/internal/document"
	"soknad/internal/render/pdf"
)

func painted(t testing.TB, d *document.Document) []byte {
	t.Helper()
	data, err := laid(t, d).Paint()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// everything is a document with every kind of block.
func everything() *document.Document {
	return assembled(
		part{"cover", "# Tittel (1) \\\\ æøå\n\nUndertittel\n\n| | |\n|---|---|\n| Dato | 2012 |\n\n"},
		part{"contents", "## Innhold\n\n- [1 Første](#1-første)\n\n"},
		part{"text", "## 1 Første\n\n" + strings.Repeat(long, 9) + "\n\n### 1.1 Andre\n\n![Figur](figures/small.svg)\n\n" +
			"- *a* **b** ***c*** `d`\n\n> [x](https://x.no/å)\n\n```\nkode ☐\n```\n\n| A | B |\n|---|--:|\n| *c* | **1** |\n\n##### Dypt\n\n"},
	)
}

// TestTwoRendersAreEqual paints one document many times at once.
func TestTwoRendersAreEqual(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	want := painted(t, everything())
	runtime.GOMAXPROCS(8)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			l := laid(t, everything())
			for range 2 {
				if got, err := l.Paint(); err != nil || !bytes.Equal(got, want) {
					t.Errorf("another %d bytes came out, want %d (%v)", len(got), len(want), err)
				}
			}
		})
	}
	group.Wait()
}

// streams returns the inflated streams of a PDF.
func streams(t *testing.T, data []byte) []string {
	t.Helper()
	var all []string
	for _, part := range bytes.Split(data, []byte("stream\n"))[1:] {
		r, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue // not compressed
		}
		if content, err := io.ReadAll(r); err == nil {
			all = append(all, string(content))
		}
	}
	return all
}

// shown returns the text that the pages of a PDF show, run by run.
func shown(t *testing.T, data []byte) []string {
	t.Helper()
	var all []string
	array := regexp.MustCompile(`(?s)Td \[(.*?)\] TJ ET`)
	between := regexp.MustCompile(`(?s)\)-?\d+\(`)
	for _, content := range streams(t, data) {
		for _, m := range array.FindAllStringSubmatch(content, -1) {
			raw := between.ReplaceAllString(m[1], "")
			all = append(all, unescaped(raw[1:len(raw)-1]))
		}
	}
	return all
}

// unescaped turns the bytes of a PDF string into text.
func unescaped(raw string) string {
	var plain []byte
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' {
			i++
			if raw[i] == 'r' {
				plain = append(plain, '\r')
				continue
			}
		}
		plain = append(plain, raw[i])
	}
	var units []uint16
	for i := 0; i+1 < len(plain); i += 2 {
		units = append(units, uint16(plain[i])<<8|uint16(plain[i+1]))
	}
	return string(utf16.Decode(units))
}

// TestPaintShowsThePages holds that the PDF's text is that of the layout,
// through escapes and kerning.
func TestPaintShowsThePages(t *testing.T) {
	d := everything()
	d.Text = append(d.Text, "Parenteser (), \\\\, č og ą, Ŝ i ord."...)
	d = assembled(part{"text", string(d.Text)})
	l := laid(t, d)
	var want []string
	for n := 1; n <= l.Pages(); n++ {
		for _, item := range l.Page(n).Items {
			if run, ok := item.Mark.(pdf.Run); ok {
				want = append(want, run.Words)
			}
		}
	}
	data, err := l.Paint()
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, data); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the PDF shows %q, want %q", got, want)
	}
}

func utf16Title(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// TestProperties holds what the PDF says of itself.
func TestProperties(t *testing.T) {
	d := everything()
	data := painted(t, d)
	for _, want := range []string{"/Lang (nb)", "D:20120328000000", "/Outlines", "/URI (https://x.no/%C3%A5)"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the PDF does not say %s", want)
		}
	}
	for _, want := range []string{"Mineralklynge Nord", "Søknad", "Kunnskapsparken", "1 Første", "1.1 Andre"} {
		if !bytes.Contains(data, utf16Title(want)) {
			t.Errorf("the PDF does not say %q", want)
		}
	}
	if bytes.Contains(data, utf16Title("Dypt")) {
		t.Error("a heading of level 5 is in the outline")
	}
	d.Date = time.Time{}
	if data := painted(t, d); !bytes.Contains(data, []byte("D:19700101000000")) {
		t.Error("a document without a date is not dated to 1970")
	}
}

// TestOutlineSkipsNoLevel holds that headings in any order make a tree.
func TestOutlineSkipsNoLevel(t *testing.T) {
	data := painted(t, body("### Tre\n\n## To\n\n### Tre igjen\n\n## 😀\n\n### Sist\n"))
	if n := bytes.Count(data, []byte("/Title")); n != 6 { // five headings and the document
		t.Errorf("%d titles, want 6", n)
	}
	for _, m := range regexp.MustCompile(`(?s)(\d+) 0 obj\n<</Title.*?/Parent (\d+) 0 R`).FindAllSubmatch(data, -1) {
		if bytes.Equal(m[1], m[2]) {
			t.Errorf("bookmark %s is its own parent", m[1])
		}
	}
}

// TestOnlyUsedFacesAreEmbedded keeps small documents small.
func TestOnlyUsedFacesAreEmbedded(t *testing.T) {
	if n := bytes.Count(painted(t, body("Tekst")), []byte("/Type /FontDescriptor")); n != 2 {
		t.Errorf("%d faces for one paragraph and the header, want 2", n)
	}
	if n := bytes.Count(painted(t, body("Tekst *kursiv* `kode`")), []byte("/Type /FontDescriptor")); n != 4 {
		t.Errorf("%d faces, want 4", n)
	}
}

// TestPatterns holds that each of a figure's shapes reaches the page.
func TestPatterns(t *testing.T) {
	content := strings.Join(streams(t, painted(t, body("![](figures/small.svg)"))), "")
	for name, operators := range map[string]string{
		"a fill":          "0.784 0 0 rg",
		"round corners":   " c\n",
		"a clip":          "W n",
		"white patterns":  "1 G",
		"round dots":      "1 J",
		"dashes":          "[2 1.5] 0 d",
		"a polygon":       "h f",
		"an area's edge":  "0.6 w",
		"a hollow's edge": "1 w\n" + "100",
	} {
		if operators = strings.TrimSuffix(operators, "100"); !strings.Contains(content, operators) {
			t.Errorf("%s is not painted: no %q", name, operators)
		}
	}
}
