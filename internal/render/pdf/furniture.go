package pdf

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/i18n"
)

// Where the running header and footer stand, counted from the text.
const (
	headerAbove = 34 * Point // from the header's baseline to the text
	headerRule  = 8 * Point  // from the header's baseline to its rule
	footerBelow = 40 * Point // from the text to the footer's baseline
)

// furniture puts the running header before and the footer after what stands
// on every page. A cover has only the document's mark.
func (s *setter) furniture(pages []Page, sheets []sheet) {
	for i := range pages {
		page := &pages[i]
		on := *s // as the page is turned
		on.Style = s.Style.of(*page)
		head := on.mark()
		var foot []Item
		if s.role(sheets[i].section) != document.Cover {
			head = append(head, on.runningTitle(width(head))...)
			foot = on.folio(i+1, len(pages))
		}
		page.Items = slices.Concat(head, page.Items, foot)
	}
}

// The frame around the document's mark.
const (
	markPadding = 5 * Point   // to the left and right of the words
	markAbove   = 9 * Point   // from the frame's top to the baseline
	markBelow   = 4 * Point   // from the baseline to the frame's bottom
	markRadius  = 2.5 * Point // of the frame's corners
)

// mark sets what the document says of itself on every page, such as that it
// is a draft, framed at the right of the header.
func (s *setter) mark() []Item {
	t := s.Notes
	t.Color = s.Accent
	l := s.oneLine(s.plain(s.doc.Mark, s.display(t, true, nil)), s.full().width/2)
	if len(l.runs) == 0 {
		return nil
	}
	x := s.Margins.Left + s.full().width - l.width - markPadding
	y := s.Margins.Top - headerAbove
	frame := Box{x - markPadding, y - markAbove, l.width + 2*markPadding, markAbove + markBelow}
	border := Rect{Box: frame, Fill: s.Accent, Pattern: figure.Hollow, Radius: markRadius}
	return append([]Item{{Mark: border}}, artifacts(l.items(x, y))...)
}

// width returns how much of the header the mark takes.
func width(mark []Item) Length {
	if len(mark) == 0 {
		return 0
	}
	return mark[0].Bounds().W
}

// runningTitle sets the document's title at the left of the header, shortened
// if it does not fit beside what stands at the right.
func (s *setter) runningTitle(taken Length) []Item {
	y := s.Margins.Top - headerAbove
	l := s.oneLine(s.plain(s.doc.Title, s.display(s.Notes, false, nil)), s.full().width-taken-s.ColumnGap)
	items := l.items(s.Margins.Left, y)
	rule := Line{s.Margins.Left, y + headerRule, s.Margins.Left + s.full().width, y + headerRule, fineRule, s.Hairline, false}
	return append(artifacts(items), Item{Mark: rule})
}

// folio sets "page n of m" at the right of the footer.
func (s *setter) folio(n, of int) []Item {
	format, _ := i18n.Word("page.of", s.doc.Lang)
	l := s.oneLine(s.plain(fmt.Sprintf(format, n, of), s.display(s.Notes, false, nil)), s.full().width)
	y := s.Page.Height - s.Margins.Bottom + footerBelow
	return artifacts(l.items(s.Margins.Left+s.full().width-l.width, y))
}

// ellipsis ends a line that was shortened.
const ellipsis = "…"

// oneLine sets spans on one line; what does not fit is replaced by an
// ellipsis.
func (s *setter) oneLine(spans []span, room Length) line {
	lines := s.lines(spans, unbounded, left, headingAttempts())
	if len(lines) == 0 {
		return line{}
	}
	if lines[0].width <= room {
		return lines[0]
	}
	first := &spans[0]
	lines = s.lines(spans[:1], room-2*first.size, left, headingAttempts())
	first.text = strings.TrimRight(lines[0].text(), " "+string(softHyphen)) + ellipsis
	return s.lines(spans[:1], unbounded, left, headingAttempts())[0]
}

// text returns the words of a line.
func (l line) text() string {
	var b strings.Builder
	for _, item := range l.runs {
		if run, ok := item.Mark.(Run); ok {
			b.WriteString(run.Words)
		}
	}
	return b.String()
}

func (s *setter) role(section int) document.Role {
	if section < 0 || section >= len(s.doc.Sections) {
		return document.Body
	}
	return s.doc.Sections[section].Role
}
