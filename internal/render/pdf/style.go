package pdf

import "soknad/internal/figure"

// A Style says how a document looks. It is data only; lengths are Lengths,
// written as multiples of Point.
type Style struct {
	Page    Size
	Margins Margins
	// Indent is how far running text stands in from the left margin. The
	// strip beside it holds the numbers of headings; tables and figures that
	// need it use it too.
	Indent Length

	Body, Quote, Code      Type
	Table, Facts, Caption  Type
	Title, Subtitle, Notes Type    // Notes is the running header and footer
	Headings               [3]Type // of levels 2, 3, and 4 to 6

	// ParagraphSpace stands between paragraphs, ItemSpace between the items
	// of a tight list, BlockSpace around tables, figures and code.
	ParagraphSpace, ItemSpace, BlockSpace Length
	// HeadingSpace stands above headings of levels 2, 3, and 4 to 6.
	HeadingSpace [3]Length
	// CellPadding stands above and below a table's cells, ColumnGap between
	// its columns.
	CellPadding, ColumnGap Length
	// SmallestTable is the font size at which the words of a wide table are
	// divided before it is made still smaller.
	SmallestTable Length

	Accent   figure.Color // headings, links, the cover's bar
	Rule     figure.Color // a table's heavy rules
	Hairline figure.Color // a table's fine rules, the header's rule, leaders
}

// A Type is how letters are set: their size, the distance from baseline to
// baseline, and their colour.
type Type struct {
	Size, Leading Length
	Color         figure.Color
}

// A Size is the width and height of a page.
type Size struct{ Width, Height Length }

// Margins are the distances from a page's edges to its text.
type Margins struct{ Top, Right, Bottom, Left Length }

// DefaultStyle returns the look of an application: A4, Libertinus Serif at 11
// points in lines of about 75 characters, with dark blue as its one colour.
func DefaultStyle() Style {
	ink := figure.Color{R: 0x1c, G: 0x1f, B: 0x23}
	grey := figure.Color{R: 0x55, G: 0x5b, B: 0x63}
	blue := figure.Color{R: 0x12, G: 0x3e, B: 0x66}
	return Style{
		Page:    Size{595.28 * Point, 841.89 * Point},
		Margins: Margins{Top: 92 * Point, Right: 78 * Point, Bottom: 88 * Point, Left: 78 * Point},
		Indent:  90 * Point,

		Body:     Type{11 * Point, 15 * Point, ink},
		Quote:    Type{10 * Point, 14 * Point, ink},
		Code:     Type{8.5 * Point, 12.5 * Point, ink},
		Table:    Type{9.5 * Point, 12.5 * Point, ink},
		Facts:    Type{10.5 * Point, 15 * Point, ink},
		Caption:  Type{9 * Point, 12.5 * Point, grey},
		Title:    Type{31 * Point, 36 * Point, blue},
		Subtitle: Type{15 * Point, 21 * Point, grey},
		Notes:    Type{8.5 * Point, 11 * Point, grey},
		Headings: [3]Type{
			{19 * Point, 23 * Point, blue},
			{13 * Point, 17 * Point, blue},
			{11 * Point, 15 * Point, ink},
		},

		ParagraphSpace: 7.5 * Point,
		ItemSpace:      2.5 * Point,
		BlockSpace:     13 * Point,
		HeadingSpace:   [3]Length{30 * Point, 20 * Point, 14 * Point},
		CellPadding:    3.25 * Point,
		ColumnGap:      13 * Point,
		SmallestTable:  8 * Point,

		Accent:   blue,
		Rule:     figure.Color{R: 0x1c, G: 0x1f, B: 0x23},
		Hairline: figure.Color{R: 0xc4, G: 0xc9, B: 0xcf},
	}
}

// full is the column between the margins; text is the one for running text.
func (s *Style) full() column {
	return column{0, s.Page.Width - s.Margins.Left - s.Margins.Right}
}

func (s *Style) text() column {
	return column{s.Indent, s.full().width - s.Indent}
}

// height is the room for text between the top and the bottom margin.
func (s *Style) height() Length {
	return s.Page.Height - s.Margins.Top - s.Margins.Bottom
}

// A column is where blocks are set: its left edge, counted from the left
// margin, and its width.
type column struct{ x, width Length }

// narrowest is the width under which a column is not indented further, so
// that deep nesting stays on the page.
const narrowest = 140 * Point

// inside returns the column moved in from the left.
func (c column) inside(indent Length) column {
	indent = min(indent, max(c.width-narrowest, 0))
	return column{c.x + indent, c.width - indent}
}
