package document

// isPlain reports that a text cannot go beyond any bound, without parsing it;
// nearly every text is plain.
func isPlain(markdown string) bool {
	s := sighting{}
	for i := range len(markdown) {
		if s.see(markdown[i]); s.suspect() {
			return false
		}
	}
	return true
}

// A sighting counts what may become a part of a text's structure, and never
// less than will.
type sighting struct {
	lines      int
	prefix     int  // columns before the first word of the line
	inWords    bool // the first word has begun
	marks      int  // in the lines without a blank one between
	bars, most int  // of the line, and of the line that has most
	notes      int  // beginnings of footnotes in the line
	blocks     int  // what may begin lists and quotations
	length     int  // in the lines without a blank one between
	last       byte
}

// suspect reports whether a bound may be near.
func (s *sighting) suspect() bool {
	return s.prefix > MaxContainers || s.marks > MaxMarks || s.most >= MaxColumns || (s.lines+1)*(s.most+1) > MaxCells ||
		s.lines >= MaxNotes || s.notes > 1 || s.length > MaxParagraph || s.blocks > MaxBlocks
}

// see counts one more byte.
func (s *sighting) see(c byte) {
	s.length++
	switch c {
	case '\n':
		s.newLine()
	case '\t':
		s.indent(4)
	case ' ', '>', '-', '+', '.', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		s.indent(1)
	case '*':
		s.marks++
		s.indent(1)
	default:
		s.inWords = true
		s.inside(c)
	}
	s.last = c
}

// inside counts a byte that no list or quotation begins with.
func (s *sighting) inside(c byte) {
	switch {
	case c == '_' || c == '[':
		s.marks++
	case c == '|':
		s.bars++
		s.most = max(s.most, s.bars)
	case c == ':' && s.last == ']':
		s.notes++
	}
}

func (s *sighting) indent(by int) {
	if !s.inWords {
		s.prefix += by
		s.blocks++
	}
}

// newLine begins a line. After a blank one, nothing goes on.
func (s *sighting) newLine() {
	s.lines++
	if !s.inWords && s.prefix == 0 {
		s.marks, s.length = 0, 0
	}
	s.prefix, s.inWords, s.bars, s.notes = 0, false, 0, 0
}
