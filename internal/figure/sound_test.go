package figure_test

import (
	"math"
	"strings"
	"testing"

	"soknad/internal/figure"
)

// A frame is where words or an area are, in points.
type frame struct{ x1, y1, x2, y2 float64 }

// frameOf is where the letters of a text are in the real face.
func frameOf(s figure.Text) frame {
	w := trueWidth(s.Words, s.Size, s.Bold)
	x := s.X - w*[...]float64{figure.Start: 0, figure.Middle: 0.5, figure.End: 1}[s.Anchor]
	return frame{x, s.Y - 0.72*s.Size, x + w, s.Y + 0.22*s.Size}
}

func (f frame) meets(g frame) bool {
	const hair = 0.05
	return f.x1 < g.x2-hair && g.x1 < f.x2-hair && f.y1 < g.y2-hair && g.y1 < f.y2-hair
}

// sound holds what is true of every figure: finite numbers, everything on the
// canvas, letters of 7 points at least, no words over others, and words that
// stand out from their ground.
func sound(t *testing.T, figures ...*figure.Figure) {
	t.Helper()
	for _, f := range figures {
		inside(t, f)
		apart(t, f)
		legible(t, f)
	}
}

// bounds is the smallest frame around a shape.
func bounds(s figure.Shape) frame {
	switch s := s.(type) {
	case figure.Rect:
		return frame{s.X, s.Y, s.X + s.W, s.Y + s.H}
	case figure.Line:
		return frame{min(s.X1, s.X2), min(s.Y1, s.Y2), max(s.X1, s.X2), max(s.Y1, s.Y2)}
	case figure.Text:
		return frameOf(s)
	}
	b := frame{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range s.(figure.Polygon).Points {
		b = frame{min(b.x1, p.X), min(b.y1, p.Y), max(b.x2, p.X), max(b.y2, p.Y)}
	}
	return b
}

func inside(t *testing.T, f *figure.Figure) {
	t.Helper()
	for _, s := range f.Shapes {
		// A rim of paper around a symbol may be cut by the canvas.
		if p, ok := s.(figure.Polygon); ok && p.Fill == (figure.Color{R: 255, G: 255, B: 255}) {
			continue
		}
		b := bounds(s)
		if p, isText := s.(figure.Text); isText {
			hundredths(t, p.X, p.Y)
		} else {
			hundredths(t, b.x1, b.y1, b.x2, b.y2)
		}
		const slack = 0.5
		if !(b.x1 >= -slack && b.y1 >= -slack && b.x2 <= f.Width+slack && b.y2 <= f.Height+slack) {
			t.Errorf("%#v leaves the canvas of %.1f × %.1f", s, f.Width, f.Height)
		}
		if r, ok := s.(figure.Rect); ok && !(r.W >= 0 && r.H >= 0) {
			t.Errorf("%#v has no extent", r)
		}
	}
}

// hundredths holds that places have no bits by which processors could differ.
func hundredths(t *testing.T, places ...float64) {
	t.Helper()
	for _, x := range places {
		if math.Abs(x*100-math.Round(x*100)) > 1e-6 {
			t.Errorf("%v is not in hundredths of a point", x)
		}
	}
}

func texts(f *figure.Figure) []figure.Text { return only[figure.Text](f) }

// only returns the shapes of one kind.
func only[S figure.Shape](f *figure.Figure) []S {
	var list []S
	for _, s := range f.Shapes {
		if s, ok := s.(S); ok {
			list = append(list, s)
		}
	}
	return list
}

func apart(t *testing.T, f *figure.Figure) {
	t.Helper()
	all, taken := texts(f), frames[figure.Text](f)
	for i, a := range all {
		for j, b := range all[:i] {
			if taken[i].meets(taken[j]) {
				t.Errorf("%q at %.1f, %.1f runs over %q", a.Words, a.X, a.Y, b.Words)
			}
		}
	}
}

// legible holds sizes and contrasts: each text against the last rectangle
// painted under its middle, or the paper.
func legible(t *testing.T, f *figure.Figure) {
	t.Helper()
	var ground []figure.Rect
	for _, s := range f.Shapes {
		if r, ok := s.(figure.Rect); ok {
			ground = append(ground, r)
		}
		text, ok := s.(figure.Text)
		if !ok {
			continue
		}
		if text.Size < 7 {
			t.Errorf("%q is set at %v points", text.Words, text.Size)
		}
		if strings.Trim(text.Words, " ") == "" {
			t.Errorf("a text at %.1f, %.1f has no words", text.X, text.Y)
		}
		if c := contrast(text.Color, under(ground, frameOf(text))); c < 4.5 {
			t.Errorf("%q has a contrast of %.2f", text.Words, c)
		}
	}
}

func under(ground []figure.Rect, f frame) figure.Color {
	x, y := (f.x1+f.x2)/2, (f.y1+f.y2)/2
	color := figure.Color{R: 255, G: 255, B: 255}
	for _, r := range ground {
		if x > r.X && x < r.X+r.W && y > r.Y && y < r.Y+r.H && r.Pattern != figure.Hollow {
			color = r.Fill
		}
	}
	return color
}

// linear undoes the gamma of an sRGB part.
func linear(part uint8) float64 {
	c := float64(part) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func luminance(c figure.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is WCAG's, from 1 to 21.
func contrast(a, b figure.Color) float64 {
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}

// said joins all the words of a figure in painting order.
func said(figures ...*figure.Figure) string {
	var words []string
	for _, f := range figures {
		for _, t := range texts(f) {
			words = append(words, t.Words)
		}
	}
	return strings.Join(words, " ")
}

// find returns the text with exactly these words.
func find(t *testing.T, f *figure.Figure, words string) figure.Text {
	t.Helper()
	for _, s := range texts(f) {
		if s.Words == words {
			return s
		}
	}
	t.Fatalf("nothing says %q in %q", words, said(f))
	return figure.Text{}
}
