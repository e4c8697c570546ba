package svg_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"soknad/internal/figure"
	"soknad/internal/render/svg"
)

// An element is one of the drawing's, with what it says and holds.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Words    string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns the element and everything in it, in order.
func (e element) all() []element {
	list := []element{e}
	for _, c := range e.Children {
		list = append(list, c.all()...)
	}
	return list
}

// parse reads a drawing strictly, and demands that it is one element.
func parse(t *testing.T, data []byte) element {
	t.Helper()
	var root element
	d := xml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&root); err != nil {
		t.Fatalf("the drawing is not XML: %v\n%s", err, data)
	}
	if _, err := d.Token(); err != io.EOF && strings.TrimSpace(string(data[d.InputOffset():])) != "" {
		t.Errorf("something follows the drawing: %v", err)
	}
	return root
}

// shapes draws shapes on a small canvas and returns the elements after the
// ground, and the whole.
func shapes(t *testing.T, list ...figure.Shape) (drawn []element, root element) {
	t.Helper()
	root = parse(t, svg.Render(&figure.Figure{Alt: "alt", Width: 100, Height: 50, Shapes: list}, "title"))
	for i, c := range root.Children {
		if c.XMLName.Local == "rect" {
			return root.Children[i+1:], root
		}
	}
	t.Fatal("there is no ground")
	return nil, root
}

func TestTheWholeIsNamedAndDescribed(t *testing.T) {
	root := parse(t, svg.Render(plan().Draw()[0], "Tidsplan & <milepæler>"))
	if root.XMLName.Local != "svg" || root.XMLName.Space != "http://www.w3.org/2000/svg" || root.attr("role") != "img" {
		t.Errorf("the root is %v", root.XMLName)
	}
	labels := strings.Fields(root.attr("aria-labelledby"))
	if len(labels) != 2 || root.Children[0].attr("id") != labels[0] || root.Children[1].attr("id") != labels[1] {
		t.Errorf("aria-labelledby is %q", labels)
	}
	if title := root.Children[0]; title.XMLName.Local != "title" || title.Words != "Tidsplan & <milepæler>" {
		t.Errorf("the title is %v", title)
	}
	if desc := root.Children[1]; desc.XMLName.Local != "desc" || desc.Words != plan().Alt {
		t.Errorf("the description is %v", desc)
	}
	other := parse(t, svg.Render(plan().Draw()[0], "Noe annet"))
	if other.Children[0].attr("id") == labels[0] {
		t.Error("two drawings in one page would have the same id")
	}
	if font := root.attr("font-family"); font != `"Source Sans 3", "Source Sans Pro", "Helvetica Neue", Arial, sans-serif` {
		t.Errorf("the font is %s", font)
	}
}

func TestTheGroundIsWhiteAndUndermost(t *testing.T) {
	_, root := shapes(t, figure.Line{})
	ground := root.Children[2]
	if ground.XMLName.Local != "rect" || ground.attr("fill") != "#ffffff" ||
		ground.attr("width") != "100.00" || ground.attr("height") != "50.00" || ground.attr("x") != "" {
		t.Errorf("the ground is %v", ground)
	}
	if root.attr("viewBox") != "0 0 100.00 50.00" || root.attr("width") != "100.00" || root.attr("height") != "50.00" {
		t.Errorf("the canvas is %v", root.Attrs)
	}
}

func TestShapes(t *testing.T) {
	red, blue := figure.Color{R: 255}, figure.Color{B: 255}
	for _, tt := range []struct {
		shape figure.Shape
		want  string
	}{
		{
			figure.Rect{X: 1, Y: 2, W: 3, H: 4, Fill: red},
			`<rect x="1.00" y="2.00" width="3.00" height="4.00" fill="#ff0000"/>`,
		}, {
			figure.Rect{W: 3, H: 4, Fill: red, Stroke: &blue, Radius: 1.5},
			`<rect x="0.00" y="0.00" width="3.00" height="4.00" rx="1.50" fill="#ff0000" stroke="#0000ff" stroke-width="0.60"/>`,
		}, {
			figure.Rect{W: 3, H: 4, Fill: red, Pattern: figure.Hollow},
			`<rect x="0.00" y="0.00" width="3.00" height="4.00" fill="none" stroke="#ff0000" stroke-width="1.00"/>`,
		}, {
			figure.Rect{W: 3, H: 4, Fill: red, Pattern: figure.Hollow, Stroke: &blue},
			`<rect x="0.00" y="0.00" width="3.00" height="4.00" fill="none" stroke="#0000ff" stroke-width="1.00"/>`,
		}, {
			figure.Line{X1: 1, Y1: 2, X2: 3, Y2: 4, Width: 0.5, Color: blue},
			`<line x1="1.00" y1="2.00" x2="3.00" y2="4.00" stroke="#0000ff" stroke-width="0.50"/>`,
		}, {
			figure.Line{Width: 1, Dashed: true},
			`<line x1="0.00" y1="0.00" x2="0.00" y2="0.00" stroke="#000000" stroke-width="1.00" stroke-dasharray="2.00 1.50"/>`,
		}, {
			figure.Polygon{Points: []figure.Point{{X: 1, Y: 2}, {X: 3.456, Y: -0.001}}, Fill: red},
			`<polygon points="1.00,2.00 3.46,0.00" fill="#ff0000"/>`,
		}, {
			figure.Text{X: 1, Y: 2, Size: 10, Words: "å & <b>\x00\uFFFE\xff\uFFFD", Anchor: figure.End},
			`<text x="1.00" y="2.00" font-size="10.00" text-anchor="end" fill="#000000">å &amp; &lt;b&gt;` + "\uFFFD" + `</text>`,
		}, {
			figure.Text{Size: 10, Words: "aa", Bold: true, Anchor: figure.Middle, Color: red},
			`<text x="0.00" y="0.00" font-size="10.00" font-weight="700" text-anchor="middle" fill="#ff0000"` +
				` textLength="10.54" lengthAdjust="spacingAndGlyphs">aa</text>`,
		},
	} {
		got := string(svg.Render(&figure.Figure{Shapes: []figure.Shape{tt.shape}}, ""))
		if !strings.Contains(got, "\n"+tt.want+"\n") {
			t.Errorf("%#v became\n%s, want\n%s", tt.shape, got, tt.want)
		}
	}
}

func TestPatternsAreDefinedOnce(t *testing.T) {
	red, blue := figure.Color{R: 255}, figure.Color{B: 255}
	list := []figure.Shape{
		figure.Rect{Fill: red, Pattern: figure.Hatch}, figure.Rect{Fill: red, Pattern: figure.Hatch, X: 5},
		figure.Rect{Fill: red, Pattern: figure.Dots}, figure.Rect{Fill: blue, Pattern: figure.Hatch}, figure.Rect{Fill: blue},
	}
	root := parse(t, svg.Render(&figure.Figure{Shapes: list}, "title"))
	defined := map[string]int{}
	used := map[string]int{}
	for _, e := range root.all() {
		if e.XMLName.Local == "pattern" {
			defined[e.attr("id")]++
		}
		if id, ok := strings.CutPrefix(e.attr("fill"), "url(#"); ok {
			used[strings.TrimSuffix(id, ")")]++
		}
	}
	if fmt.Sprint(defined) != "map[dots-ff0000:1 hatch-0000ff:1 hatch-ff0000:1]" || fmt.Sprint(used) != "map[dots-ff0000:1 hatch-0000ff:1 hatch-ff0000:2]" {
		t.Errorf("defined %v, used %v", defined, used)
	}
}

func TestWidthsAreStatedOnlyWhereTheyAreKnown(t *testing.T) {
	drawn, _ := shapes(t, figure.Text{Size: 10, Words: "kjent"}, figure.Text{Size: 10, Words: "未知"}, figure.Text{Size: 10})
	want := fmt.Sprintf("%.2f", figure.TextWidth("kjent", 10, false))
	if got := drawn[0].attr("textLength"); got != want {
		t.Errorf("the width is %s, want %s", got, want)
	}
	if drawn[1].attr("textLength") != "" || drawn[2].attr("textLength") != "" {
		t.Error("a guess is stated as a width")
	}
}

func TestNumbersAreNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(-1)
	data := svg.Render(&figure.Figure{Width: inf, Shapes: []figure.Shape{
		figure.Rect{X: nan, W: inf}, figure.Line{X1: -0.0001, Width: nan}, figure.Text{X: nan, Size: inf, Words: "x"},
	}}, "")
	parse(t, data)
	for _, e := range parse(t, data).all() {
		for _, a := range e.Attrs {
			switch a.Name.Local {
			case "x", "y", "x1", "x2", "y1", "y2", "font-size", "textLength", "stroke-width", "rx":
				if !regexp.MustCompile(`^\d+\.\d\d$`).MatchString(a.Value) && !strings.Contains(a.Value, "1.1") {
					t.Errorf("%s is %q", a.Name.Local, a.Value)
				}
			}
		}
	}
}

func TestSameFigureSameBytes(t *testing.T) {
	for range 20 {
		if !bytes.Equal(svg.Render(budget().Draw()[0], "x"), svg.Render(budget().Draw()[0], "x")) {
			t.Fatal("two renders differ")
		}
	}
}

// FuzzRender holds that any words make well-formed XML that says them, less
// what XML cannot.
func FuzzRender(f *testing.F) {
	f.Add("Tidsplan", "å & <b> \"'")
	f.Add("\x00\xff", "]]>\uFFFE\r\n")
	f.Fuzz(func(t *testing.T, title, words string) {
		root := parse(t, svg.Render(&figure.Figure{Alt: words, Shapes: []figure.Shape{figure.Text{Words: words}}}, title))
		last := root.Children[len(root.Children)-1]
		if got := root.Children[1].Words; got != last.Words {
			t.Errorf("the same words became %q and %q", got, last.Words)
		}
		want := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.Map(keep, strings.ToValidUTF8(words, "")))
		if last.Words != want {
			t.Errorf("%q became %q, want %q", words, last.Words, want)
		}
	})
}

// keep drops the characters that XML 1.0 does not have.
func keep(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}
