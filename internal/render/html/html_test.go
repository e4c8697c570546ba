package html_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/golden"
	"soknad/internal/picture"
	"soknad/internal/render/html"
)

// documentOf makes a document of a text, with a cover up to its second heading
// and one section after that.
func documentOf(markdown string) *document.Document {
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Footnote))
	cover := strings.Index(markdown, "\n## ") + 1
	return &document.Document{
		Text: []byte(markdown), Root: md.Parser().Parse(text.NewReader([]byte(markdown))),
		Sections: []document.Section{
			{ID: "cover", Role: document.Cover, End: cover},
			{ID: "links", Title: "1 Links", Start: cover, End: len(markdown)},
		},
		Figures:  map[string]*figure.Figure{"figures/chart.svg": {Alt: `Bars "by" year`, Width: 100.4, Height: 50}},
		Pictures: map[string]*picture.Picture{"images/map.png": {Width: 3, Height: 2}},
	}
}

func render(markdown string) []html.Section {
	return html.Render(documentOf(markdown), func(name string) string { return "/" + name })
}

func everything(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "everything.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func whole(sections []html.Section) string {
	var out strings.Builder
	for _, s := range sections {
		fmt.Fprintf(&out, "<!-- %s %q %q -->\n", s.ID, s.Title, s.Anchor)
		for _, b := range s.Blocks {
			out.WriteString(b.HTML + "\n")
		}
	}
	return out.String()
}

// TestGolden holds what becomes of everything that Markdown can say.
func TestGolden(t *testing.T) {
	golden.File(t, filepath.Join("testdata", "everything.html"), []byte(whole(render(everything(t)))))
}

var (
	tag       = regexp.MustCompile(`<(/?)([a-z0-9]*)([^>]*)>`)
	attribute = regexp.MustCompile(`^(?: ([a-z]+)="([^"<>]*)")*$`)
	name      = regexp.MustCompile(` ([a-z]+)="`)
)

// checkTags holds that only elements and attributes that do nothing stand in a
// page, that each element is closed where it was opened, and that links lead
// where they may.
func checkTags(t *testing.T, page string) {
	t.Helper()
	elements := strings.Fields("h1 h2 h3 h4 h5 h6 p ul ol li blockquote pre code hr br div table thead tbody tr th td em strong a span sup figure figcaption img")
	attributes := strings.Fields("id class role scope start href lang src alt width height")
	var open []string
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		if !slices.Contains(elements, m[2]) || !attribute.MatchString(m[3]) {
			t.Errorf("there is the tag %s", m[0])
		}
		for _, a := range name.FindAllStringSubmatch(m[3], -1) {
			if !slices.Contains(attributes, a[1]) {
				t.Errorf("there is the attribute %s in %s", a[1], m[0])
			}
		}
		switch {
		case slices.Contains([]string{"br", "hr", "img"}, m[2]):
		case m[1] == "":
			open = append(open, m[2])
		case len(open) == 0 || open[len(open)-1] != m[2]:
			t.Errorf("%s closes %q", m[0], open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("not closed: %q", open)
	}
	if strings.Count(page, "<") != len(tag.FindAllString(page, -1)) {
		t.Error("there is a < that begins no tag")
	}
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !regexp.MustCompile(`(?i)^(#|https?:|mailto:|/figures/|/images/)`).MatchString(m[1]) {
			t.Errorf("there is a link to %s", m[1])
		}
	}
}

func blocks(sections []html.Section) string {
	var out strings.Builder
	for _, s := range sections {
		for _, b := range s.Blocks {
			out.WriteString(b.HTML)
		}
	}
	return out.String()
}

// TestOnlyWhatIsKnown holds that no text becomes an element of its own choice.
func TestOnlyWhatIsKnown(t *testing.T) {
	checkTags(t, blocks(render(everything(t))))
}

// FuzzRender holds the same for any text.
func FuzzRender(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("testdata", "everything.md"))
	if err != nil {
		f.Fatal(err)
	}
	for part := range strings.SplitSeq(string(data), "\n\n") {
		f.Add(part)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		checkTags(t, blocks(render("# a\n\n## 1 Links\n\n"+markdown)))
	})
}

// TestBlocks holds that the blocks of a section are where the text says, one
// after another.
func TestBlocks(t *testing.T) {
	markdown := everything(t)
	sections := render(markdown)
	if got := sections[1].Anchor; got != "1-links" {
		t.Errorf("the anchor of the section is %q", got)
	}
	for _, s := range sections {
		for i, b := range s.Blocks {
			if i > 0 && b.Start != s.Blocks[i-1].End {
				t.Errorf("block %d begins at %d, and the one before ends at %d", i, b.Start, s.Blocks[i-1].End)
			}
		}
	}
	quote := sections[1].Blocks[slices.IndexFunc(sections[1].Blocks, func(b html.Block) bool { return strings.Contains(b.HTML, "<blockquote>") })]
	if got := markdown[quote.Start:quote.End]; !bytes.Contains([]byte(got), []byte("A quote\n> of two lines.")) {
		t.Errorf("the quote is said to be at %q", got)
	}
}
