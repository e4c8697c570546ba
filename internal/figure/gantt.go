package figure

import "time"

// A Gantt is a time plan: activities as bars over a calendar, in groups.
// All words come in the document's language.
type Gantt struct {
	// Alt says in one or two sentences what the chart shows. A plan that
	// needs several figures has "(1/2)" added.
	Alt string
	// Width of the canvas in points; 0 is 460, the text width of A4.
	Width float64
	// MaxHeight of a figure in points; 0 is 640.
	MaxHeight float64
	// From and To are the first and the last day of the project.
	From, To time.Time
	// Quarters name the quarters of the calendar year, such as "K1".
	// A name that does not fit its quarter is left out.
	Quarters [4]string
	Groups   []GanttGroup
	// Continued is put after a group's title where the group goes on in the
	// next figure, such as "(forts.)".
	Continued string
	// Milestone, Dependency and Outside are the legend's words for the
	// diamond, the arrow, and the triangle at the edge that stands for
	// something outside the project's period. Each is shown in the figures
	// where its symbol is.
	Milestone, Dependency, Outside string
}

// A GanttGroup is the activities of one focus area. Groups that follow each
// other differ in colour and pattern.
type GanttGroup struct {
	Title string
	Rows  []GanttRow
}

// A GanttRow is one activity.
type GanttRow struct {
	// ID is what other rows depend on it by; it is not shown.
	ID string
	// Label is wrapped to at most three lines; what is longer than that ends
	// in an ellipsis.
	Label string
	// Start and End are the first and the last day. Without a Start, or with
	// an End before it, there is no bar. A bar is drawn as far as it is
	// inside the project's period.
	Start, End time.Time
	// After holds the IDs of the rows that must be finished first. IDs of
	// rows that have no bar are passed over. An arrow from an activity in
	// another figure of the same plan comes dashed from that side.
	After      []string
	Milestones []Milestone
}

// A Milestone is a diamond on its day.
type Milestone struct {
	Date time.Time
	// Mark is a short name above the diamond, such as "M3"; it may be empty.
	// Marks that do not fit side by side in the row are left out.
	Mark string
}

// Draw draws the plan: one figure, or several of about the same height,
// divided between groups where that can be done. Without groups there is
// nothing to draw and it returns nil.
func (g Gantt) Draw() []*Figure {
	s := newSheet(g)
	pages := s.pages(canvasHeight(g.MaxHeight))
	var figures []*Figure
	for i := range pages {
		figures = append(figures, s.draw(pages, i))
	}
	return numbered(figures)
}

// Measures of the chart, in points.
const (
	headerHeight = 25.0 // the rows of years and quarters
	yearHeight   = 13.0
	rowIndent    = 12.0 // of labels and of titles, beside the swatch
	columnGap    = 8.0  // between labels and grid
	edge         = 5.0  // right of the grid, for a diamond on the last day
	rowLeast     = 14.0
	rowPadding   = 5.5
	barHeight    = 8.0
	diamondHalf  = 4.0
	markLane     = 8.0 // above a bar, for the names of its milestones
	labelLines   = 3
)

// A sheet is what all the figures of one plan have in common.
type sheet struct {
	Gantt
	time timeline
}

// newSheet gives the labels the width they need, up to 0.38 of the canvas.
func newSheet(g Gantt) *sheet {
	width := canvasWidth(g.Width)
	need := 0.0
	for _, group := range g.Groups {
		need = max(need, heading().width(clean(group.Title+" "+g.Continued)))
		for _, row := range group.Rows {
			need = max(need, label().width(clean(row.Label)))
		}
	}
	left := min(max(rowIndent+need+1+columnGap, 90), 0.38*width)
	return &sheet{Gantt: g, time: newTimeline(g.From, g.To, left, width-edge)}
}

// A band is a horizontal strip of the chart: a group's heading or a row.
type band struct {
	group  int
	row    *GanttRow // nil for a heading
	lines  []string
	height float64
	marked bool    // the row has a lane for the names of milestones
	y      float64 // of its upper edge, once it is on a figure
}

func (s *sheet) textWidth() float64 { return s.time.left - rowIndent - columnGap }

// title makes the heading of a group, or of the rest of it.
func (s *sheet) title(group int, continued string) *band {
	words := s.Groups[group].Title + " " + continued
	lines := balanced(words, heading(), s.textWidth(), labelLines)
	return &band{
		group:  group,
		lines:  lines,
		height: max(15, float64(len(lines))*heading().leading()+5),
	}
}

// line makes the band of an activity.
func (s *sheet) line(group int, row *GanttRow) *band {
	b := &band{group: group, row: row, lines: balanced(row.Label, label(), s.textWidth(), labelLines)}
	b.height = max(rowLeast, float64(len(b.lines))*label().leading()+rowPadding)
	for _, m := range row.Milestones {
		if s.time.holds(m.Date) && clean(m.Mark) != "" {
			b.marked = true
			b.height = max(b.height, rowLeast+markLane)
		}
	}
	return b
}

// middle is the height on which a band's bar stands.
func (b *band) middle() float64 {
	if b.marked {
		return b.y + markLane + (b.height-markLane)/2
	}
	return b.y + b.height/2
}

// pages divides the plan among figures, each with its bands in order.
func (s *sheet) pages(most float64) [][]*band {
	room := most - headerHeight - flowHeight(s.keys(), s.width()) - 8
	var parts [][]*band
	for i := range s.Groups {
		parts = append(parts, s.parts(i, room)...)
	}
	var pages [][]*band
	for _, r := range spread(heights(parts), room) {
		var page []*band
		for _, part := range parts[r.from:r.to] {
			page = append(page, part...)
		}
		pages = append(pages, page)
	}
	return pages
}

// parts returns a group whole, or in parts that each repeat its heading when
// it is higher than a figure has room for.
func (s *sheet) parts(group int, room float64) [][]*band {
	var rows []*band
	for i := range s.Groups[group].Rows {
		rows = append(rows, s.line(group, &s.Groups[group].Rows[i]))
	}
	first := s.title(group, "")
	rest := s.title(group, s.Continued)
	parts := [][]*band{{first}}
	for i, r := range spread(bandHeights(rows), room-max(first.height, rest.height)) {
		if i > 0 {
			parts = append(parts, []*band{s.title(group, s.Continued)})
		}
		parts[i] = append(parts[i], rows[r.from:r.to]...)
	}
	return parts
}

func bandHeights(bands []*band) []float64 {
	list := make([]float64, len(bands))
	for i, b := range bands {
		list[i] = b.height
	}
	return list
}

// heights returns the height of each part.
func heights(parts [][]*band) []float64 {
	list := make([]float64, len(parts))
	for i, part := range parts {
		for _, h := range bandHeights(part) {
			list[i] += h
		}
	}
	return list
}

func (s *sheet) width() float64 { return s.time.right + edge }
