package pdf_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"soknad/internal/render/pdf"
)

func links(l *pdf.Layout) []string {
	var all []string
	for n := 1; n <= l.Pages(); n++ {
		for _, item := range l.Page(n).Items {
			if link, ok := item.Mark.(pdf.Link); ok {
				all = append(all, link.URI)
			}
		}
	}
	return all
}

func TestLinks(t *testing.T) {
	tests := []struct {
		markdown string
		want     []string
		refused  int
	}{
		{"[a](https://x.no/å?b=(c))", []string{"https://x.no/%C3%A5?b=(c)"}, 0},
		{"[a](HTTP://x.no)", []string{"HTTP://x.no"}, 0},
		{"www.x.no og post@x.no", []string{"http://www.x.no", "mailto:post@x.no"}, 0},
		{"<post@x.no>", []string{"mailto:post@x.no"}, 0},
		{"[a](javascript:alert(1))", nil, 1},
		{"[a](file:///etc/passwd)", nil, 1},
		{"[a](//x.no)", nil, 1},
		{"<ftp://x.no>", nil, 1},
		{"[a](vedlegg.pdf)", nil, 1},
		{"[a](#ingen)", nil, 1},
		{"[a](#%zz)", nil, 1},
		{"[a](#mål-og-mening)\n\n## Mål og mening!", []string{"#mål-og-mening"}, 0},
		{"[a](#m%C3%A5l)\n\n### *Mål*", []string{"#mål"}, 0},
		{"[a](#x) [b](#x-1) [c](#x-2)\n\n## x\n\n## X\n\n## x.", []string{"#x", "#x-1", "#x-2"}, 0},
		{"[a](#x-1) [b](#x-1-1)\n\n## x\n\n## x-1\n\n## x\n\n## x-1", []string{"#x-1", "#x-1-1"}, 0},
		{"[a](#se-e_f-1a)\n\n## Se `e_f` &amp; 1\\*a", nil, 1},
		{"[a](#se-e_f--1a)\n\n## Se `e_f` &amp; 1\\*a", []string{"#se-e_f--1a"}, 0},
	}
	for _, tt := range tests {
		l := laid(t, body(tt.markdown))
		if got := links(l); !slices.Equal(got, tt.want) || len(l.Unsupported()) != tt.refused {
			t.Errorf("%s: links %q, refused %v", tt.markdown, got, l.Unsupported())
		}
	}
}

// TestContentsSayTheRightPages holds that every number of the contents is
// that of the page on which its heading stands.
func TestContentsSayTheRightPages(t *testing.T) {
	var contents, text strings.Builder
	contents.WriteString("## Innhold\n\n")
	for n := range 40 {
		fmt.Fprintf(&contents, "- [%d Kapittel-%c](#%d-kapittel-%c)\n", n+1, 'a'+n%26, n+1, 'a'+n%26)
		fmt.Fprintf(&text, "## %d Kapittel-%c\n\n%s", n+1, 'a'+n%26, filler(9+n))
	}
	l := laid(t, assembled(part{"cover", "# Tittel\n\n"}, part{"contents", contents.String() + "\n"}, part{"text", text.String()}))
	want := map[string]int{}
	for n := 4; n <= l.Pages(); n++ {
		for _, run := range runs(l.Page(n)) {
			if strings.HasPrefix(run.Words, "Kapittel") || strings.Trim(run.Words, "0123456789") == "" {
				want[run.Words] = n
			}
		}
	}
	checked := 0
	for n := 2; n <= 3; n++ {
		all := runs(l.Page(n))
		for i := 0; i+2 < len(all); i++ {
			if !strings.HasPrefix(all[i+1].Words, "Kapittel") {
				continue
			}
			number, page := all[i].Words, all[i+2].Words
			if strconv.Itoa(want[number]) != page {
				t.Errorf("chapter %s is said to be on page %s and is on page %d", number, page, want[number])
			}
			checked++
		}
	}
	if checked != 40 {
		t.Errorf("%d chapters checked, want 40", checked)
	}
}

// TestContentsWithOtherThanLinks holds that a list of other things in the
// contents is set as a list.
func TestContentsWithOtherThanLinks(t *testing.T) {
	for _, markdown := range []string{
		"- [A](#a) og mer\n",
		"- [A](https://x.no)\n",
		"- [A](#a)\n\n  Et avsnitt.\n",
		"- [A](#a)\n  - tekst\n",
		"-\n",
		"Et avsnitt.\n",
	} {
		l := laid(t, assembled(part{"contents", markdown + "\n"}, part{"text", "## A\n"}))
		for _, item := range l.Page(1).Items {
			if isDot(item) {
				t.Errorf("%q has leaders", markdown)
				break
			}
		}
	}
}

// TestContentsGoOnOverPages holds that entries fill a page that has other
// text before them.
func TestContentsGoOnOverPages(t *testing.T) {
	entries := strings.Repeat("- [Kapittel](#a)\n", 40)
	l := laid(t, assembled(part{"contents", filler(10) + entries + "\n"}, part{"text", "## A\n"}))
	if got := pageOf(l, "Kapittel"); got != 1 {
		t.Errorf("the entries begin on page %d", got)
	}
}
