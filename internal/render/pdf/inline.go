package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"soknad/internal/document"
	"soknad/internal/figure"
	"soknad/internal/render/pdf/fonts"
)

// A span is text set in one face, with nothing in it left to decide but where
// it breaks. Spaces are single; a line feed is a forced break.
type span struct {
	text string
	font *fonts.Font
	voice
}

// A voice is how a stretch of text is to be set.
type voice struct {
	face     fonts.Face
	size     Length
	color    figure.Color
	verbatim bool   // code or an address: never hyphenated
	foreign  bool   // in another language than the document: never hyphenated
	uri      string // where the text leads; empty: nowhere
	owner    ast.Node
}

// An inliner turns the inline nodes of one block into spans.
type inliner struct {
	*setter
	spans []span
	text  []byte // of the span at hand
	font  *fonts.Font
	voice voice
	// passage is the tag that opened a passage in another language, nil
	// outside of one.
	passage *ast.RawHTML
	last    rune // set before; a space at first, so that none begins a block
}

// inline returns the spans of a block's inline nodes from first up to, but
// not including, end.
func (s *setter) inline(first, end ast.Node, v voice) []span {
	in := &inliner{setter: s, last: ' '}
	for n := first; n != nil && n != end; n = n.NextSibling() {
		in.node(n, v)
	}
	return in.finish()
}

// plain returns the spans of a text that is not from the document's own text,
// such as its title.
func (s *setter) plain(text string, v voice) []span {
	in := &inliner{setter: s, last: ' '}
	in.say(in.literal([]byte(text), -1), v)
	return in.finish()
}

// finish closes the last span, without a space at the end.
func (in *inliner) finish() []span {
	in.close()
	for len(in.spans) > 0 {
		last := &in.spans[len(in.spans)-1]
		last.text = strings.TrimRight(last.text, " \n")
		if last.text != "" {
			break
		}
		in.spans = in.spans[:len(in.spans)-1]
	}
	return in.spans
}

func (in *inliner) children(n ast.Node, v voice) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, v)
	}
}

func (in *inliner) node(n ast.Node, v voice) {
	switch n := n.(type) {
	case *ast.Text:
		in.words(n, v)
	case *ast.String:
		in.say(in.literal(n.Value, -1), v)
	case *ast.Emphasis:
		in.children(n, emphasised(v, n.Level))
	case *ast.CodeSpan:
		in.children(n, coded(v))
	case *ast.Link:
		in.link(n, v)
	case *ast.AutoLink:
		in.autoLink(n, v)
	case *extension.FootnoteLink:
		v.owner = n
		in.say(in.literal([]byte(raised(n.Index)), -1), v)
	case *extension.FootnoteBacklink: // leads back, on paper nobody needs it
	case *ast.Image:
		in.refuse("Image", position(n))
		in.children(n, v)
	case *ast.RawHTML:
		in.rawHTML(n)
	default:
		in.refuse(n.Kind().String(), position(n))
		in.children(n, v)
	}
}

func emphasised(v voice, level int) voice {
	if level >= 2 {
		v.face.Bold = true
	} else {
		v.face.Italic = true
	}
	return v
}

// coded sets code a little smaller, because the monospaced face looks large
// beside the others.
func coded(v voice) voice {
	v.face.Family = fonts.Mono
	v.size = v.size * 85 / 100 / 10 * 10
	v.verbatim = true
	return v
}

func (in *inliner) words(n *ast.Text, v voice) {
	raw, at := n.Segment.Value(in.source), n.Segment.Start-n.Segment.Padding
	if n.IsRaw() || v.verbatim {
		in.say(in.literal(raw, at), v)
	} else {
		in.say(in.unescaped(raw, at), v)
	}
	switch {
	case n.HardLineBreak():
		in.breakLine()
	case n.SoftLineBreak():
		in.say([]character{{' ', n.Segment.Stop}}, v)
	}
}

func (in *inliner) rawHTML(n *ast.RawHTML) {
	tag := string(n.Segments.Value(in.source))
	switch {
	case document.PassageLang(tag) != "":
		in.passage = n
	case tag == "</span>" && in.passage != nil:
		in.passage = nil
	case !isComment(tag):
		in.refuse("RawHTML", n.Segments.At(0).Start)
	}
}

// inPassage marks a voice as that of a passage in another language, whose
// words are not divided as the document's are. What leads elsewhere keeps its
// own mark.
func (in *inliner) inPassage(v voice) voice {
	if in.passage != nil && v.uri == "" {
		v.owner, v.foreign = in.passage, true
	}
	return v
}

// isComment reports whether HTML is one comment, which shows nothing
// anywhere and so is no loss.
func isComment(html string) bool {
	html = strings.TrimSpace(html)
	return strings.HasPrefix(html, "<!--") && strings.Index(html, "-->") == len(html)-len("-->")
}

// say appends characters in a voice.
func (in *inliner) say(characters []character, v voice) {
	v = in.inPassage(v)
	own, other := in.setter.font(v.face), v != in.voice
	for _, c := range composed(characters) {
		r, ok := settled(c.r)
		if !ok || r == ' ' && (in.last == ' ' || in.last == '\n') {
			continue
		}
		font := in.fontFor(&r, c.at, own)
		if font != in.font || other {
			in.close()
			in.font, in.voice, other = font, v, false
		}
		in.text = utf8.AppendRune(in.text, r)
		in.last = r
	}
}

func (in *inliner) breakLine() {
	in.text = append(in.text, '\n')
	in.last = '\n'
}

// close ends the span at hand.
func (in *inliner) close() {
	if len(in.text) > 0 && in.font != nil {
		in.spans = append(in.spans, span{string(in.text), in.font, in.voice})
	}
	in.text = in.text[:0]
}
