package style_test

import (
	"os"
	"strings"
	"testing"

	"soknad/internal/figure"
	"soknad/internal/golden"
	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/fonts"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/style"
	"soknad/internal/syntax"
)

const folder = "../../templates/style/"

func tree(t *testing.T, name, text string) *syntax.Node {
	t.Helper()
	root, list := syntax.Parse(source.NewFile(name, []byte(text)))
	root, found := schema.Validate(schema.Style, root)
	if list.Add(found...); len(list) > 0 {
		t.Fatal(golden.Story(list))
	}
	return root
}

func read(t *testing.T, name string) *syntax.Node {
	t.Helper()
	text, err := os.ReadFile(folder + name)
	if err != nil {
		t.Fatal(err)
	}
	return tree(t, name, string(text))
}

// TestStylesAreWhole holds that the styles that come with soknad say
// everything, so that they can be copied, and that their letters can be read.
func TestStylesAreWhole(t *testing.T) {
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	keys := strings.Count(flat(read(t, style.Default+".yaml"), ""), "\n")
	for _, f := range files {
		root := read(t, f.Name())
		if n := strings.Count(flat(root, ""), "\n"); n != keys || n < 50 {
			t.Errorf("%s says %d things, and the standard %d", f.Name(), n, keys)
		}
		if _, found := style.Decode(root, nil); len(found) > 0 {
			t.Error(golden.Story(found))
		}
	}
}

// flat writes the keys of a tree, one a line.
func flat(n *syntax.Node, path string) string {
	if len(n.Fields) == 0 {
		return path + "\n"
	}
	var out strings.Builder
	for _, f := range n.Fields {
		out.WriteString(flat(f.Value, path+"."+f.Key.Value))
	}
	return out.String()
}

// TestDecode holds that a style of one's own changes what it says and keeps
// the rest, and that each key is read into its own place.
func TestDecode(t *testing.T) {
	base := read(t, style.Default+".yaml")
	own := tree(t, "own.yaml", `
margins: {left: 50.5}
fonts: {text: liberation-sans}
colors: {hairline: "#0102ff"}
types: {heading_3: {size: 14}}
spaces: {cell: 4}
`)
	want, _ := style.Decode(base, nil)
	want.Margins.Left = 50.5 * pdf.Point
	want.Fonts.Text = fonts.Liberation
	want.Hairline = figure.Color{R: 1, G: 2, B: 255}
	want.Headings[1].Size = 14 * pdf.Point
	want.CellPadding = 4 * pdf.Point
	if got, _ := style.Decode(base, own); got != want {
		t.Errorf("the style is\n%+v, want\n%+v", got, want)
	}
}

// TestEveryKeyMatters holds that no key of a style is read and forgotten.
func TestEveryKeyMatters(t *testing.T) {
	base := read(t, style.Default+".yaml")
	before, _ := style.Decode(base, nil)
	for _, path := range strings.Fields(flat(base, "")) {
		keys := strings.Split(path, ".")[1:]
		if keys[0] == "title" {
			continue // is for people
		}
		value := "123"
		switch last := keys[len(keys)-1]; {
		case keys[0] == "page":
			value = "700"
		case keys[0] == "fonts":
			value = "liberation-sans"
		case keys[0] == "colors" || last == "color":
			value = `"#010203"`
		}
		text := strings.Join(keys, ": {") + ": " + value + strings.Repeat("}", len(keys)-1) + "\n"
		root, list := syntax.Parse(source.NewFile("own.yaml", []byte(text)))
		if len(list) > 0 {
			t.Fatal(golden.Story(list))
		}
		if after, _ := style.Decode(base, root); after == before {
			t.Errorf("%s changes nothing", path)
		}
	}
}
