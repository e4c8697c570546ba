package figure_test

import (
	"math"
	"testing"

	"soknad/internal/figure"
)

// looks returns the areas of a bar with twelve parts.
func looks(t *testing.T) []figure.Rect {
	t.Helper()
	b := figure.Bars{Bars: []figure.Bar{{}}}
	for range 12 {
		b.Series = append(b.Series, "x")
		b.Bars[0].Parts = append(b.Bars[0].Parts, figure.Part{Amount: 1, Words: "1"})
	}
	var list []figure.Rect
	for _, r := range only[figure.Rect](b.Draw()[0]) {
		pale := r.Pattern == figure.Solid && luminance(r.Fill) > 0.5
		if r.X < 50 && !pale {
			list = append(list, r)
		}
	}
	if len(list) != 12 {
		t.Fatalf("%d areas", len(list))
	}
	return list
}

func TestTwelveLooksDiffer(t *testing.T) {
	all := looks(t)
	for i, a := range all {
		if c := contrast(a.Fill, figure.Color{R: 255, G: 255, B: 255}); c < 3 {
			t.Errorf("look %d stands out from paper by %.2f only", i, c)
		}
		for j, b := range all[:i] {
			if a.Pattern == b.Pattern && math.Abs(lightness(a.Fill)-lightness(b.Fill)) < 8 {
				t.Errorf("looks %d and %d have the same pattern and lightness", j, i)
			}
		}
		if i > 0 && a.Pattern == all[i-1].Pattern {
			t.Errorf("looks %d and %d follow each other with the same pattern", i-1, i)
		}
	}
}

// TestColoursStayApartForAllEyes simulates the three colour vision
// deficiencies (Machado, Oliveira and Fernandes 2009) and measures distances in
// CIELAB, where about 2 is just seen.
func TestColoursStayApartForAllEyes(t *testing.T) {
	eyes := map[string][3][3]float64{
		"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
	for name, eye := range eyes {
		for i, a := range looks(t)[:6] {
			for j, b := range looks(t)[:i] {
				if d := distance(lab(eye, a.Fill), lab(eye, b.Fill)); d < 15 {
					t.Errorf("%s: colours %d and %d are %.1f apart", name, j, i, d)
				}
			}
		}
	}
}

func lightness(c figure.Color) float64 {
	return lab([3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, c)[0]
}

// lab is a colour as an eye sees it, in CIELAB.
func lab(eye [3][3]float64, c figure.Color) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i, line := range eye {
		rgb[i] = min(1, max(0, line[0]*in[0]+line[1]*in[1]+line[2]*in[2]))
	}
	f := func(x float64) float64 {
		if x > 0.008856 {
			return math.Cbrt(x)
		}
		return 7.787*x + 16.0/116
	}
	x := f((0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.9505)
	y := f(0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2])
	z := f((0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}
