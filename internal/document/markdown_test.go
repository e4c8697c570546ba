package document

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// TestEscape holds that plain text stands for itself wherever it is put: the
// tree of the escaped text has the same words and no markup.
func TestEscape(t *testing.T) {
	for _, plain := range []string{
		"Berg & Stein AS", "a_b*c", "1. juni", "12) x", "- a", "+ b", "# x", "#x", "> sitat", "---", "===", "~~~", "`kode`",
		"[x](y)", "<b>", "&amp; &#35;", `a\b`, "x|y", "to\nlinjer  her", "07.100", "2012. ", "https://berg.example/a_b", "![x](y)", "* x", "",
	} {
		source := []byte(escape(plain) + "\n")
		want := strings.Join(strings.Fields(plain), " ")
		root := parseMarkdown(source)
		p, ok := root.FirstChild().(*ast.Paragraph)
		if !ok {
			if plain != "" {
				t.Errorf("%q becomes %q, which is no paragraph", plain, source)
			}
			continue
		}
		if got := PlainText(p, source); got != want {
			t.Errorf("%q becomes %q, which reads %q", plain, source, got)
		}
		table := []byte("| a |\n|---|\n| " + cell(escape(plain)) + " |\n")
		if got := PlainText(parseMarkdown(table).FirstChild().LastChild(), table); got != want {
			t.Errorf("in a table %q reads %q", plain, got)
		}
	}
}

// TestPlainCode holds what is told by plain code against the patterns that say
// the same.
func TestPlainCode(t *testing.T) {
	lineStart := regexp.MustCompile(`^([#+-]+|[0-9]+[.)])( |$)|^(>|[=~-]+$|~~~)`)
	blanks, gaps := regexp.MustCompile(`[ \t\r\n]+`), regexp.MustCompile(`\n{3,}`)
	random, opened := rand.New(rand.NewPCG(1, 2012)), 0
	for range 20000 {
		letters := make([]rune, random.IntN(6))
		for i := range letters {
			letters[i] = []rune("##+--~~==>12.)  \n\n\n\tå\u00a0a")[random.IntN(22)]
		}
		text, want := string(letters), -1
		if m := lineStart.FindStringSubmatchIndex(text); m != nil {
			want = max(m[3], m[7]) - 1
			opened++
		}
		if got := opener(text); got != want {
			t.Fatalf("%q opens at %d, want %d", text, got, want)
		}
		if got, want := oneLine(text), strings.Trim(blanks.ReplaceAllString(text, " "), " "); got != want {
			t.Fatalf("%q on one line is %q, want %q", text, got, want)
		}
		if got, want := withoutGaps(text), gaps.ReplaceAllString(text, "\n\n"); got != want {
			t.Fatalf("%q without gaps is %q, want %q", text, got, want)
		}
	}
	if opened < 2000 {
		t.Errorf("only %d texts open something", opened)
	}
}

func TestShiftHeadings(t *testing.T) {
	for text, want := range map[string]string{
		"# A\n\ntekst\n\n## B ##\nmer\n":                 "### A\n\ntekst\n\n#### B\nmer\n",
		"Tittel\n======\n\nUnder *to*\n---\nx\n":         "### Tittel\n\n#### Under *to*\nx\n",
		"ingen\n":                                        "ingen\n",
		"##   Luft  \n\n- # i liste\n\n```\n# kode\n```": "### Luft\n\n- # i liste\n\n```\n# kode\n```",
		"#### Dyp\n##### Dypere\n###### Dypest":          "### Dyp\n#### Dypere\n##### Dypest\n",
		"# A\n###### F\n":                                "### A\n###### F\n",
		"#\n\nx\n":                                       "#\n\nx\n",
	} {
		if got := shiftHeadings(text, 3); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestCell(t *testing.T) {
	for text, want := range map[string]string{
		"en\n\nto  linjer\n": "en to linjer",
		"a | b":              `a \| b`,
		`a \| b \* c`:        `a \| b \* c`,
	} {
		if got := cell(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// FuzzEscape holds that escaped text never becomes markup in a cell.
func FuzzEscape(f *testing.F) {
	f.Add("a_b|c\\d")
	f.Add("1. <b>&amp;")
	f.Fuzz(func(t *testing.T, plain string) {
		table := []byte("| a |\n|---|\n| x" + cell(escape(plain)) + " |\n")
		row := parseMarkdown(table).FirstChild().LastChild()
		if row.ChildCount() != 1 || row.Kind().String() != "TableRow" {
			t.Fatalf("%q breaks the table: %q", plain, table)
		}
		for n := row.FirstChild().FirstChild(); n != nil; n = n.NextSibling() {
			if k := n.Kind(); k != ast.KindText && k != ast.KindString && k != ast.KindAutoLink {
				t.Fatalf("%q becomes a %s: %q", plain, k, table)
			}
		}
	})
}
