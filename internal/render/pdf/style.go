package pdf

import (
	"soknad/internal/figure"
	"soknad/internal/render/pdf/fonts"
)

// A Style says how a document looks. It is data only; lengths are Lengths,
// written as multiples of Point.
type Style struct {
	Page    Size
	Margins Margins
	// Indent is how far running text stands in from the left margin. The
	// strip beside it holds the numbers of headings; tables and figures that
	// need it use it too.
	Indent Length
	Fonts  Fonts

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

// Fonts are the typefaces: Text for running text, Display for headings, tables
// and captions. Code and figures have theirs always.
type Fonts struct{ Text, Display fonts.Family }

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

// HasRoom reports whether pages have room for text.
func (s Style) HasRoom() bool { return s.text().width >= narrowest && s.height() >= narrowest }

// turned is the style of pages that are turned on their side for a wide table.
func (s Style) turned() Style {
	s.Page = Size{s.Page.Height, s.Page.Width}
	return s
}

// of returns the style of a page.
func (s Style) of(p Page) Style {
	if p.Turned {
		return s.turned()
	}
	return s
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
