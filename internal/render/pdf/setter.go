package pdf

import (
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"soknad/internal/document"
	"soknad/internal/render/pdf/fonts"
	"soknad/internal/render/pdf/hyphenation"
	"soknad/internal/render/pdf/linebreak"
)

// A setter sets a document, or a section of it.
type setter struct {
	Style
	findings
	*tools
	doc     *document.Document
	source  []byte // doc.Text
	anchors document.Headings
	flow    flow
	// headings are the landmarks of the flow in order.
	headings []*heading
}

// tools are what a setter works with. They remember what was measured before,
// and make no difference to what is set. One setter has them at a time.
type tools struct {
	fonts map[fonts.Face]*fonts.Font
	words words
	syllables
	prepared   paragraph   // the last one
	characters []character // of the text that was taken apart last
	breaker    linebreak.Breaker
}

// syllables remembers where words divide.
type syllables struct {
	language *hyphenation.Language // nil until a word needs it
	points   map[string][]int
}

func newSetter(d *document.Document, style Style) *setter {
	return &setter{Style: style, findings: newFindings(), tools: newTools(), doc: d, source: d.Text, anchors: d.Headings()}
}

func newTools() *tools {
	return &tools{fonts: map[fonts.Face]*fonts.Font{}, words: words{of: map[wordStyle]map[string]*word{}}, syllables: syllables{points: map[string][]int{}}}
}

// apart returns a setter of the same document with tools and a flow of its own.
func (s *setter) apart(t *tools) *setter {
	return &setter{Style: s.Style, findings: newFindings(), tools: t, doc: s.doc, source: s.source, anchors: s.anchors}
}

// join adds what another setter has set.
func (s *setter) join(other *setter) {
	s.flow.join(other.flow)
	s.headings = append(s.headings, other.headings...)
	for r, at := range other.missing {
		s.miss(character{r, at})
	}
	maps.Copy(s.unsupported, other.unsupported)
}

// font opens a face once.
func (t *tools) font(f fonts.Face) *fonts.Font {
	font, ok := t.fonts[f]
	if !ok {
		font = fonts.Open(f)
		t.fonts[f] = font
	}
	return font
}

// familyWith returns the first of the families that has a character, in the
// weight and posture of a face; nil when none has it.
func (t *tools) familyWith(r rune, as fonts.Face) *fonts.Font {
	for _, family := range []fonts.Family{fonts.Sans, fonts.Serif, fonts.Mono} {
		if font := t.font(fonts.Face{Family: family, Bold: as.Bold, Italic: as.Italic}); font.Has(r) {
			return font
		}
	}
	return nil
}

// fontFor returns the font that sets *r, which is to be set in its own: that, or
// else the first other family that has the character. A character that none has
// becomes a question mark and is noted as missing.
func (s *setter) fontFor(r *rune, at int, own *fonts.Font) *fonts.Font {
	if drawn(*r) <= ' ' || own.Has(drawn(*r)) && settable(*r) {
		return own
	}
	if settable(*r) {
		if other := s.familyWith(*r, own.Face); other != nil {
			return other
		}
	}
	s.miss(character{*r, at})
	*r = '?'
	return own
}

// drawn returns the character whose shape is shown for r.
func drawn(r rune) rune {
	switch r {
	case noBreakHyphen:
		return '-'
	case codeSpace:
		return ' '
	default:
		return r
	}
}

// divisions returns where a word of letters may be hyphenated.
func (s *setter) divisions(letters string) []int {
	points, ok := s.points[letters]
	if !ok {
		if s.language == nil {
			s.language = hyphenation.For(s.doc.Lang).With(s.doc.Hyphenation)
		}
		points = s.language.Points(letters)
		s.points[letters] = points
	}
	return points
}

// position returns the byte offset in the text where a node begins, or the
// nearest one around it that knows.
func position(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if at := n.Pos(); at >= 0 {
			return at
		}
	}
	return 0
}

// usedFaces lists the faces that pages are painted in, by name.
func usedFaces(pages []Page) []fonts.Face {
	used := map[fonts.Face]bool{}
	for _, p := range pages {
		for _, item := range p.Items {
			if run, ok := item.Mark.(Run); ok {
				used[run.Face] = true
			}
		}
	}
	var faces []fonts.Face
	for f := range used {
		faces = append(faces, f)
	}
	slices.SortFunc(faces, func(a, b fonts.Face) int { return strings.Compare(postScript(a), postScript(b)) })
	return faces
}
