package pdf

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/render/pdf/fonts"
)

// tab is what a tab in code is set as.
const tab = "\u00a0\u00a0\u00a0\u00a0"

// code sets a code block line by line; a line too long for the column goes on
// below itself.
func (s *setter) code(n ast.Node, at place) {
	column := at.inside(at.text.Size)
	v := voice{face: fonts.Face{Family: fonts.Mono}, size: s.Code.Size, color: s.Code.Color, verbatim: true, owner: n}
	var lines []line
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		raw := bytes.TrimRight(segment.Value(s.source), "\r\n")
		lines = append(lines, s.codeLines(literal(raw, segment.Start-segment.Padding), column.width, v)...)
	}
	s.flow.space(s.BlockSpace)
	s.flow.addLines(lines, column.x, s.Code)
	s.flow.space(s.BlockSpace)
}

// codeSpace is a space of code: it is never dropped nor stretched, and a line
// may break after it.
const codeSpace = '\u2002'

// codeLines sets one line of code as it stands, spaces and all.
func (s *setter) codeLines(characters []character, width Length, v voice) []line {
	in := &inliner{setter: s, last: ' '}
	in.say(spelled(characters), v)
	spans := in.finish()
	for i := range spans {
		spans[i].text = strings.ReplaceAll(spans[i].text, string(noBreakSpace), string(codeSpace))
	}
	lines := s.lines(spans, width, left, headingAttempts())
	if len(lines) == 0 {
		return []line{{}} // an empty line of code
	}
	return lines
}

// spelled writes out tabs and keeps spaces from being joined into one.
func spelled(characters []character) []character {
	var out []character
	for _, c := range characters {
		switch c.r {
		case '\t':
			out = append(out, literal([]byte(tab), -1)...)
		case ' ':
			out = append(out, character{noBreakSpace, c.at})
		default:
			out = append(out, c)
		}
	}
	return out
}
