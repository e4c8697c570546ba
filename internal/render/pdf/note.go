package pdf

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// Footnotes stand at the foot of the page where they are first referred to. A
// note that has no room there goes on at the foot of the next.

// footnotesIn returns the footnotes of a document in the order of their
// numbers, from 1.
func footnotesIn(root ast.Node) []*extension.Footnote {
	var all []*extension.Footnote
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extension.KindFootnoteList {
			continue
		}
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			all = append(all, note.(*extension.Footnote))
		}
	}
	return all
}

// raised writes a number in small raised digits.
func raised(number int) string {
	digits := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	return strings.Map(func(r rune) rune { return digits[r-'0'] }, strconv.Itoa(number))
}

// noteGap stands above the notes of a page; a short rule is drawn in it.
const (
	noteGap   = 16 * Point
	ruleAbove = 7 * Point  // from the rule to the first note
	ruleWidth = 90 * Point // of the rule
)

// notes sets the document's footnotes, so that they are ready when a line
// refers to one.
func (s *setter) notes() {
	text := s.Notes
	text.Color = s.Body.Color
	for _, n := range footnotesIn(s.doc.Root) {
		body := s.flow
		s.flow = flow{section: body.section}
		label := s.lines(s.plain(raised(n.Index), s.reading(text, n)), unbounded, left, headingAttempts())
		at := place{s.text().inside(text.Size * 3 / 2), text, s.ItemSpace}
		s.blocks(n, at)
		if strips := s.flow.strips; len(strips) > 0 && len(label) > 0 {
			strips[0].items = append(label[0].items(s.text().x, text.baseline()), strips[0].items...)
		}
		body.notes = append(body.notes, s.flow.strips)
		s.flow = body
	}
}

// refersTo lists the strips of the notes that a strip is the first to refer
// to.
func (f *flow) refersTo(s strip) []strip {
	var all []strip
	for _, item := range s.items {
		link, ok := item.Owner.(*extension.FootnoteLink)
		if !ok || link.Index > len(f.notes) || f.noted[link.Index] {
			continue
		}
		if f.noted == nil {
			f.noted = map[int]bool{}
		}
		f.noted[link.Index] = true
		all = append(all, f.notes[link.Index-1]...)
	}
	return all
}

// rule draws the short line above the notes of a page whose first stands y
// below the margin.
func (s *setter) noteRule(y Length) Item {
	at := s.Margins.Top + y - ruleAbove
	x := s.Margins.Left + s.text().x
	return Item{Mark: Line{X1: x, Y1: at, X2: x + ruleWidth, Y2: at, Width: Point / 2, Color: s.Rule}}
}
