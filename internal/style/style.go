// Package style reads how the PDF looks from a file: templates/style holds the
// styles that come with soknad, and an application can have its own.
package style

import (
	"math"
	"strconv"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/figure"
	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/fonts"
	"soknad/internal/syntax"
)

// Default is the name of the style of applications that name none.
const Default = "standard"

// A look is a style's file. Lengths are in points.
type look struct {
	syntax.Origin
	Page struct {
		Width  float64 `key:"width"`
		Height float64 `key:"height"`
	} `key:"page"`
	Margins struct {
		Top    float64 `key:"top"`
		Right  float64 `key:"right"`
		Bottom float64 `key:"bottom"`
		Left   float64 `key:"left"`
	} `key:"margins"`
	Indent float64 `key:"indent"`
	Fonts  struct {
		Text    string `key:"text"`
		Display string `key:"display"`
	} `key:"fonts"`
	Colors struct {
		syntax.Origin
		Accent   string `key:"accent"`
		Rule     string `key:"rule"`
		Hairline string `key:"hairline"`
	} `key:"colors"`
	Types struct {
		Body     letters `key:"body"`
		Quote    letters `key:"quote"`
		Code     letters `key:"code"`
		Table    letters `key:"table"`
		Facts    letters `key:"facts"`
		Caption  letters `key:"caption"`
		Title    letters `key:"title"`
		Subtitle letters `key:"subtitle"`
		Notes    letters `key:"notes"`
		Heading2 letters `key:"heading_2"`
		Heading3 letters `key:"heading_3"`
		Heading4 letters `key:"heading_4"`
	} `key:"types"`
	Spaces struct {
		Paragraph float64 `key:"paragraph"`
		Item      float64 `key:"item"`
		Block     float64 `key:"block"`
		Heading2  float64 `key:"heading_2"`
		Heading3  float64 `key:"heading_3"`
		Heading4  float64 `key:"heading_4"`
		Cell      float64 `key:"cell"`
		Column    float64 `key:"column"`
	} `key:"spaces"`
	SmallestTable float64 `key:"smallest_table"`
}

// letters say how one kind of text is set.
type letters struct {
	syntax.Origin
	Size    float64 `key:"size"`
	Leading float64 `key:"leading"`
	Color   string  `key:"color"`
}

// Decode makes a style of a tree that the schema agrees with; what the tree
// leaves out is as in the base. It reports the colours of letters that are too
// faint to be read, and pages without room for text, which are as in the base.
func Decode(base, root *syntax.Node) (pdf.Style, diag.List) {
	var l, standard look
	syntax.Decode(base, &l)
	syntax.Decode(base, &standard)
	syntax.Decode(root, &l)
	found, s := l.faint(), l.style()
	if !s.HasRoom() {
		found.Add(cramped(root))
		as := standard.style()
		s.Page, s.Margins, s.Indent = as.Page, as.Margins, as.Indent
	}
	return s, found
}

func (l *look) style() pdf.Style {
	t, s := &l.Types, &l.Spaces
	return pdf.Style{
		Page:    pdf.Size{Width: points(l.Page.Width), Height: points(l.Page.Height)},
		Margins: pdf.Margins{Top: points(l.Margins.Top), Right: points(l.Margins.Right), Bottom: points(l.Margins.Bottom), Left: points(l.Margins.Left)},
		Indent:  points(l.Indent),
		Fonts:   pdf.Fonts{Text: family(l.Fonts.Text), Display: family(l.Fonts.Display)},

		Body: t.Body.set(), Quote: t.Quote.set(), Code: t.Code.set(),
		Table: t.Table.set(), Facts: t.Facts.set(), Caption: t.Caption.set(),
		Title: t.Title.set(), Subtitle: t.Subtitle.set(), Notes: t.Notes.set(),
		Headings: [3]pdf.Type{t.Heading2.set(), t.Heading3.set(), t.Heading4.set()},

		ParagraphSpace: points(s.Paragraph), ItemSpace: points(s.Item), BlockSpace: points(s.Block),
		HeadingSpace: [3]pdf.Length{points(s.Heading2), points(s.Heading3), points(s.Heading4)},
		CellPadding:  points(s.Cell), ColumnGap: points(s.Column),
		SmallestTable: points(l.SmallestTable),

		Accent: color(l.Colors.Accent), Rule: color(l.Colors.Rule), Hairline: color(l.Colors.Hairline),
	}
}

func (l letters) set() pdf.Type {
	return pdf.Type{Size: points(l.Size), Leading: points(l.Leading), Color: color(l.Color)}
}

// points makes a length of points, rounded to a thousandth of one.
func points(x float64) pdf.Length { return pdf.Length(math.Round(x * pdf.Point)) }

// family returns the typeface of a name that the schema knows.
func family(name string) fonts.Family {
	switch name {
	case "source-sans":
		return fonts.Sans
	case "liberation-sans":
		return fonts.Liberation
	default:
		return fonts.Serif
	}
}

// color reads a colour such as #123e66. The schema has seen that it is one.
func color(s string) figure.Color {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil {
		return figure.Color{}
	}
	return figure.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}
