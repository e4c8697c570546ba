// Package svg writes a figure as an SVG image that reads the same
// everywhere: on a dark page, without the document's fonts, and aloud.
//
// The same figure gives the same bytes on every machine.
package svg

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"soknad/internal/figure"
)

// Render writes a figure as a complete SVG document, one user unit a point.
// The title names it to assistive technology, and the figure's Alt describes
// it. Characters that XML does not allow are left out.
func Render(f *figure.Figure, title string) []byte {
	w := &writer{}
	w.open(f, title)
	w.patterns(f.Shapes)
	w.linef(`<rect width="%s" height="%s" fill="#ffffff"/>`, num(f.Width), num(f.Height))
	for _, s := range f.Shapes {
		w.shape(s)
	}
	w.linef("</svg>")
	return w.Bytes()
}

// A writer writes one element a line.
type writer struct{ bytes.Buffer }

func (w *writer) linef(format string, args ...any) {
	fmt.Fprintf(w, format+"\n", args...)
}

// open writes the root element and what is said of the whole. The ids hang on
// the words, so that several figures can stand in one page.
func (w *writer) open(f *figure.Figure, title string) {
	h := fnv.New32a()
	h.Write([]byte(title + "\x00" + f.Alt))
	id := fmt.Sprintf("%08x", h.Sum32())
	width, height := num(f.Width), num(f.Height)
	w.linef(`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title-%s desc-%s"`+
		` width="%s" height="%s" viewBox="0 0 %s %s"`+
		` font-family="&quot;Source Sans 3&quot;, &quot;Source Sans Pro&quot;, &quot;Helvetica Neue&quot;, Arial, sans-serif">`,
		id, id, width, height, width, height)
	w.linef(`<title id="title-%s">%s</title>`, id, escape(title))
	w.linef(`<desc id="desc-%s">%s</desc>`, id, escape(f.Alt))
}

// shape writes one shape.
func (w *writer) shape(s figure.Shape) {
	switch s := s.(type) {
	case figure.Rect:
		w.rect(s)
	case figure.Line:
		w.line(s)
	case figure.Polygon:
		w.polygon(s)
	case figure.Text:
		w.text(s)
	}
}

func (w *writer) rect(r figure.Rect) {
	w.linef(`<rect x="%s" y="%s" width="%s" height="%s"%s fill="%s"%s/>`,
		num(r.X), num(r.Y), num(r.W), num(r.H), radius(r), paint(r), outline(r))
}

func radius(r figure.Rect) string {
	if r.Radius == 0 {
		return ""
	}
	return fmt.Sprintf(` rx="%s"`, num(r.Radius))
}

// outline gives a hollow rectangle its outline even when no colour was named
// for it: it then takes the fill's.
func outline(r figure.Rect) string {
	color := r.Stroke
	switch {
	case color == nil && r.Pattern != figure.Hollow:
		return ""
	case color == nil:
		color = &r.Fill
	}
	return fmt.Sprintf(` stroke="%s" stroke-width="%s"`, hex(*color), num(outlineWidth(r)))
}

// outlineWidth makes the outline of a hollow area, which is all there is of
// it, stronger than another.
func outlineWidth(r figure.Rect) float64 {
	if r.Pattern == figure.Hollow {
		return 1
	}
	return 0.6
}

func (w *writer) line(l figure.Line) {
	dashes := ""
	if l.Dashed {
		dashes = ` stroke-dasharray="2.00 1.50"`
	}
	w.linef(`<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s" stroke-width="%s"%s/>`,
		num(l.X1), num(l.Y1), num(l.X2), num(l.Y2), hex(l.Color), num(l.Width), dashes)
}

func (w *writer) polygon(p figure.Polygon) {
	points := make([]string, len(p.Points))
	for i, at := range p.Points {
		points[i] = num(at.X) + "," + num(at.Y)
	}
	w.linef(`<polygon points="%s" fill="%s"/>`, strings.Join(points, " "), hex(p.Fill))
}

// text writes words. Their width is stated where it is known, so that a
// reader without Source Sans squeezes its own face instead of running over
// what stands beside.
func (w *writer) text(t figure.Text) {
	weight, length := "", ""
	if t.Bold {
		weight = ` font-weight="700"`
	}
	if width := figure.TextWidth(t.Words, t.Size, t.Bold); width > 0 && figure.Measured(t.Words) {
		length = fmt.Sprintf(` textLength="%s" lengthAdjust="spacingAndGlyphs"`, num(width))
	}
	w.linef(`<text x="%s" y="%s" font-size="%s"%s text-anchor="%s" fill="%s"%s>%s</text>`,
		num(t.X), num(t.Y), num(t.Size), weight, anchor(t.Anchor), hex(t.Color), length, escape(t.Words))
}

func anchor(a figure.Anchor) string {
	return [...]string{figure.Start: "start", figure.Middle: "middle", figure.End: "end"}[a]
}

// num writes a length with two decimals; what is no number is 0.
func num(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = 0
	}
	s := strconv.FormatFloat(x, 'f', 2, 64)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

func hex(c figure.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escape makes words safe as XML text and drops what XML 1.0 cannot hold.
func escape(words string) string {
	var b strings.Builder
	for i, r := range words {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(words[i:], "\uFFFD"):
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case allowed(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// allowed reports whether XML 1.0 has a character.
func allowed(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r == 0xFFFE || r == 0xFFFF:
		return false
	default:
		return r <= utf8.MaxRune
	}
}
