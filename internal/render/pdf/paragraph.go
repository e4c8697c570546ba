package pdf

import (
	"strings"

	"soknad/internal/render/pdf/linebreak"
)

// An align says how lines fill their column.
type align uint8

const (
	justified align = iota
	left
	right
	centred
)

// A line is one line of a paragraph: runs with their places counted from the
// column's left edge and the baseline.
type line struct {
	runs     []Item
	width    Length
	hyphened bool // ends inside a word
}

// An atom is what an item of the line breaker stands for: a part of a span.
// Penalties have empty ones.
type atom struct {
	span       int
	start, end int // bytes in the span's text
}

// A paragraph is spans made ready for the line breaker.
type paragraph struct {
	spans  []span
	items  []linebreak.Item
	atoms  []atom
	ragged Length // how far a line may stay short of the column; 0: justified
	breaks int    // forced ones, the last included
	widest Length // of boxes in a row that do not break, with a hyphen after
	row    Length // of boxes at hand
}

// An attempt is one way to break a paragraph, tried before worse ones.
type attempt struct {
	mode      mode
	tolerance int
}

// paragraphAttempts hyphenates only where words alone leave ugly gaps.
func paragraphAttempts() []attempt {
	return []attempt{{asWords, 170}, {asSyllables, 900}, {asSyllables, linebreak.Any}}
}

// headingAttempts keeps words whole if that is possible at all.
func headingAttempts() []attempt {
	return []attempt{{asWords, linebreak.Any}, {asSyllables, linebreak.Any}}
}

// lines breaks spans into lines of a width.
func (s *setter) lines(spans []span, width Length, a align, attempts []attempt) []line {
	if len(spans) == 0 {
		return nil
	}
	for i, try := range attempts {
		p := s.prepare(spans, try.mode, width, a)
		switch last := i == len(attempts)-1; {
		case p.widest > width && !last:
			continue
		case p.widest > width:
			p = s.prepare(spans, asLetters, width, a)
		}
		if broken, ok := s.broken(p, width, try.tolerance); ok {
			return p.assembled(broken, width, a)
		}
	}
	return nil
}

// broken finds the lines; what fits on one line needs no search.
func (s *setter) broken(p *paragraph, width Length, tolerance int) ([]linebreak.Line, bool) {
	if p.breaks == 1 && p.longest() <= width {
		return []linebreak.Line{{First: 0, Break: len(p.items) - 1}}, true
	}
	return s.breaker.Lines(p.items, int(width), tolerance)
}

// prepare turns spans into items. Words too long for the column are cut at
// any letter once syllables are allowed. The paragraph is good until the next
// one is prepared: they share their room.
func (s *setter) prepare(spans []span, m mode, width Length, a align) *paragraph {
	p := &s.prepared
	*p = paragraph{spans: spans, items: p.items[:0], atoms: p.atoms[:0]}
	if a != justified {
		p.ragged = raggedness(spans[0].size, width)
	}
	for i := range spans {
		s.prepareSpan(p, i, m, width)
	}
	p.end(p.lastStretch(width))
	return p
}

// lastStretch is how far the last line may stay short of the column. In
// justified text it is a little less than all of it, so that a paragraph
// does not end in one short word if it can be helped.
func (p *paragraph) lastStretch(width Length) int {
	if p.ragged > 0 {
		return linebreak.Fill
	}
	return int(width) * 3 / 4
}

// raggedness is the stretch at the end of a line that is not justified.
func raggedness(size, width Length) Length { return min(3*size, width/2) }

func (s *setter) prepareSpan(p *paragraph, i int, m mode, width Length) {
	text := p.spans[i].text
	for start := 0; start < len(text); {
		switch text[start] {
		case ' ':
			p.space(i, start)
			start++
		case '\n':
			p.end(linebreak.Fill)
			start++
		default:
			end := start + wordLength(text[start:])
			p.word(i, start, s.wordFor(p.spans[i], text[start:end], m, width))
			start = end
		}
	}
}

func wordLength(text string) int {
	if end := strings.IndexAny(text, " \n"); end >= 0 {
		return end
	}
	return len(text)
}

// wordFor cuts a word as far as the mode and the column ask for.
func (s *setter) wordFor(sp span, text string, m mode, width Length) *word {
	switch {
	case sp.verbatim && m == asWords:
		m = addressAsWords
	case sp.verbatim && m == asSyllables:
		m = addressAsSyllables
	case sp.foreign && m == asSyllables:
		m = asWords
	}
	w := s.word(sp.font, m, text)
	if m == asSyllables && em(w.widest, sp.size) > width {
		return s.word(sp.font, asLetters, text)
	}
	return w
}

func (p *paragraph) add(item linebreak.Item, a atom) {
	switch {
	case item.Kind == linebreak.Box:
		p.row += Length(item.Width)
		p.widest = max(p.widest, p.row)
	case item.Kind == linebreak.Glue || item.Cost < linebreak.Forbidden:
		p.row = 0
	}
	p.items = append(p.items, item)
	p.atoms = append(p.atoms, a)
}

// word appends a word that starts at a byte of span i.
func (p *paragraph) word(i, start int, w *word) {
	size := p.spans[i].size
	from := start
	for _, piece := range w.pieces {
		width := em(piece.width, size)
		p.add(linebreak.Item{Kind: linebreak.Box, Width: int(width)}, atom{i, from, start + piece.end})
		from = start + piece.end
		if piece.cut != whole {
			p.penalty(linebreak.Item{
				Kind: linebreak.Penalty, Width: int(em(piece.extra, size)),
				Cost: piece.cut.cost(), Hyphen: piece.cut == hyphened,
			})
		}
	}
}

// penalty appends a place to break inside a word.
func (p *paragraph) penalty(item linebreak.Item) {
	p.widest = max(p.widest, p.row+Length(item.Width))
	if p.ragged == 0 {
		p.add(item, atom{})
		return
	}
	p.forbid()
	p.glue(0, int(p.ragged))
	p.add(item, atom{})
	p.glue(0, -int(p.ragged))
}

func (p *paragraph) forbid() {
	p.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forbidden}, atom{})
}

func (p *paragraph) glue(width, stretch int) {
	p.add(linebreak.Item{Kind: linebreak.Glue, Width: width, Stretch: stretch}, atom{})
}

// space appends the space at a byte of span i.
func (p *paragraph) space(i, at int) {
	sp := p.spans[i]
	width := int(em(sp.font.Advance(' '), sp.size))
	space := linebreak.Item{Kind: linebreak.Glue, Width: width, Stretch: width / 2, Shrink: width / 3}
	cost := 0
	if strings.HasSuffix(sp.text[:at], "-") {
		cost = hangingHyphenCost
	}
	switch {
	case p.ragged > 0:
		p.forbid()
		p.glue(0, int(p.ragged))
		p.add(linebreak.Item{Kind: linebreak.Penalty, Cost: cost}, atom{})
		space.Stretch, space.Shrink = -int(p.ragged), 0
	case cost > 0:
		p.add(linebreak.Item{Kind: linebreak.Penalty, Cost: cost}, atom{})
	}
	p.add(space, atom{i, at, at + 1})
}

// hangingHyphenCost keeps the two words of "drifts- og" on one line wherever
// that can be: at the end of a line the hyphen would look like that of a
// divided word, and programs that extract the text take it for one.
const hangingHyphenCost = 5000

// end appends what fills a last line, or one before a forced break, and ends
// it.
func (p *paragraph) end(stretch int) {
	p.breaks++
	p.forbid()
	p.glue(0, stretch)
	p.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Forced}, atom{})
}

// longest returns the width of the longest line when only forced breaks
// break.
func (p *paragraph) longest() Length {
	longest, sum := 0, 0
	for _, item := range p.items {
		switch {
		case item.Kind != linebreak.Penalty:
			sum += item.Width
		case item.Cost <= linebreak.Forced:
			longest, sum = max(longest, sum), 0
		}
	}
	return Length(longest)
}
