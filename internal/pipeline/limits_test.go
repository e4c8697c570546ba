package pipeline_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/templates"
)

// TestTooManyFiles holds that a folder is not looked through without an end.
func TestTooManyFiles(t *testing.T) {
	from := files("application.yaml", "application: {title: Berg, call: arena-2012, language: nb}\n")
	for i := range 20_001 {
		from[fmt.Sprintf("notater/%05d.txt", i)] = from["application.yaml"]
	}
	want := "notater/19998.txt:1:1-1 error YML008 there are more than 20000 files in the folder\n"
	if got := golden.Story(check(t, from).Findings); !strings.Contains(got, want) || strings.Count(got, "YML008") != 1 {
		t.Errorf("the findings are\n%.2000s", got)
	}
}

// TestTooLargeTogether holds that files which are small enough one by one are
// not read without an end.
func TestTooLargeTogether(t *testing.T) {
	from := files("application.yaml", "application: {title: Berg, call: arena-2012, language: nb}\n")
	large := files("x", "# "+strings.Repeat("x", 1_000_000)+"\n")["x"]
	for i := range 40 {
		from[fmt.Sprintf("b/%02d.yaml", i)] = large
	}
	want := "b/33.yaml:1:1-1 error YML008 the files of the description are larger than 32 MB together\n"
	if got := golden.Story(check(t, from).Findings); !strings.Contains(got, want) || strings.Count(got, "YML008") != 1 {
		t.Errorf("the findings are\n%.2000s", got)
	}
}

// TestLargeAnnex holds that an annex that is left out, because it is too large
// or has too many pages, is told.
func TestLargeAnnex(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string][]byte{
		"application.yaml": []byte("application: {title: Berg, call: arena-2012, language: nb}\nannexes:\n" +
			"  - {id: stor, kind: other, title: Stor, file: stor.xlsx}\n  - {id: lang, kind: other, title: Lang, file: lang.pdf}\n" +
			"  - {id: kort, kind: other, title: Kort, file: kort.pdf}\n"),
		"stor.xlsx": []byte("x"), "lang.pdf": pages(2001), "kort.pdf": pages(2000),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(filepath.Join(dir, "stor.xlsx"), 100<<20+1); err != nil {
		t.Fatal(err)
	}
	r, err := pipeline.CheckDescription(pipeline.Job{Files: os.DirFS(dir), Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	var got diag.List
	for _, d := range r.Findings {
		if d.Code == "ANX003" {
			got.Add(d)
		}
	}
	want := `application.yaml:3:48-57 error ANX003 the file "stor.xlsx" is larger than 100 MB, the most that is looked into
	hint: save it smaller, with images of 300 dots an inch, or divide it
application.yaml:4:48-56 error ANX003 the file "lang.pdf" has more than 2000 pages
	hint: send what the funder is to read of it
`
	if story := golden.Story(got); story != want {
		t.Errorf("the findings are\n%s", story)
	}
}

// pages makes a PDF of empty pages.
func pages(n int) []byte {
	var out bytes.Buffer
	var kids strings.Builder
	at := make([]int, n+3)
	object := func(i int, text string) {
		at[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i, text)
	}
	out.WriteString("%PDF-1.4\n")
	object(1, "<</Type /Catalog /Pages 2 0 R>>")
	for i := range n {
		object(i+3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>")
		fmt.Fprintf(&kids, "%d 0 R ", i+3)
	}
	object(2, fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", n, kids.String()))
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", n+3)
	for _, offset := range at[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", n+3, start)
	return out.Bytes()
}
