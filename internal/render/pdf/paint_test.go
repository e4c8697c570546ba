package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"soknad/internal/document"
	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

func painted(t testing.TB, d *document.Document) []byte {
	t.Helper()
	made, err := laid(t, d).Paint()
	if err != nil {
		t.Fatal(err)
	}
	return made.Data
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
				if got, err := l.Paint(); err != nil || !bytes.Equal(got.Data, want) {
					t.Errorf("another %d bytes came out, want %d (%v)", len(got.Data), len(want), err)
				}
			}
		})
	}
	group.Wait()
}

// read reads a PDF that was painted.
func read(t *testing.T, data []byte) *object.File {
	t.Helper()
	f, err := object.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// pagesOf lists the pages of a file, in order.
func pagesOf(f *object.File) []object.Dict {
	var all []object.Dict
	for _, kid := range object.ArrayOf(object.DictOf(object.DictOf(f.Root)["Pages"])["Kids"]) {
		all = append(all, object.DictOf(kid))
	}
	return all
}

// streams returns the content of the pages of a PDF.
func streams(t *testing.T, data []byte) []string {
	t.Helper()
	var all []string
	for _, page := range pagesOf(read(t, data)) {
		all = append(all, string(object.StreamOf(page["Contents"]).Data))
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
	made, err := l.Paint()
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, made.Data); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the PDF shows %q, want %q", got, want)
	}
}

// TestProperties holds what the PDF says of itself.
func TestProperties(t *testing.T) {
	d := everything()
	f := read(t, painted(t, d))
	root, info := object.DictOf(f.Root), object.DictOf(f.Info)
	if got := root["Lang"]; got != object.String("nb") {
		t.Errorf("the language is %v", got)
	}
	for key, want := range map[object.Name]string{
		"Title": "Mineralklynge Nord", "Subject": "Søknad", "Author": "Kunnskapsparken",
		"CreationDate": "D:20120328000000+00'00'", "ModDate": "D:20120328000000+00'00'",
	} {
		if info[key] != structure.Text(want) {
			t.Errorf("%s is %q, want %q", key, info[key], want)
		}
	}
	if got := strings.Join(titles(root["Outlines"]), "|"); got != "Innhold|1 Første|1.1 Andre" {
		t.Errorf("the outline is %s", got)
	}
	d.Date = time.Time{}
	if got := object.DictOf(read(t, painted(t, d)).Info)["ModDate"]; got != object.String("D:19700101000000+00'00'") {
		t.Errorf("a document without a date is dated %v", got)
	}
}

// TestLinkAreas holds where the links of the pages lead.
func TestLinkAreas(t *testing.T) {
	var got []string
	for _, page := range pagesOf(read(t, painted(t, everything()))) {
		for _, a := range object.ArrayOf(page["Annots"]) {
			area := object.DictOf(a)
			got = append(got, fmt.Sprint(area["Dest"], object.DictOf(area["A"])["URI"]))
		}
	}
	if want := "1-første<nil>|<nil>https://x.no/%C3%A5"; strings.Join(got, "|") != want {
		t.Errorf("the links lead to %q, want %q", got, want)
	}
}

// titles lists the entries below a part of the outline, in order.
func titles(parent object.Object) []string {
	var all []string
	for at := object.DictOf(object.DictOf(parent)["First"]); at != nil; at = object.DictOf(at["Next"]) {
		title, _ := at["Title"].(object.String)
		all = append(all, structure.Plain(title))
		all = append(all, titles(at)...)
	}
	return all
}

// TestOutlineSkipsNoLevel holds that headings in any order make a tree.
func TestOutlineSkipsNoLevel(t *testing.T) {
	f := read(t, painted(t, body("### Tre\n\n## To\n\n### Tre igjen\n\n## 😀\n\n### Sist\n")))
	if got := strings.Join(titles(object.DictOf(f.Root)["Outlines"]), "|"); got != "Tre|To|Tre igjen|?|Sist" {
		t.Errorf("the outline is %s", got)
	}
}

// faces counts the fonts that a PDF holds.
func faces(t *testing.T, data []byte) int {
	t.Helper()
	n := 0
	for _, o := range read(t, data).Objects {
		if object.NameOf(object.DictOf(o)["Type"]) == "FontDescriptor" {
			n++
		}
	}
	return n
}

// TestOnlyUsedFacesAreEmbedded keeps small documents small.
func TestOnlyUsedFacesAreEmbedded(t *testing.T) {
	if n := faces(t, painted(t, body("Tekst"))); n != 2 {
		t.Errorf("%d faces for one paragraph and the header, want 2", n)
	}
	if n := faces(t, painted(t, body("Tekst *kursiv* `kode`"))); n != 4 {
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
