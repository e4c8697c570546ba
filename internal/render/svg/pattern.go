package svg

import "soknad/internal/figure"

// paint returns what a rectangle is filled with: a colour, a pattern's
// address, or nothing.
func paint(r figure.Rect) string {
	switch r.Pattern {
	case figure.Hollow:
		return "none"
	case figure.Hatch, figure.Dots:
		return "url(#" + patternID(r) + ")"
	default:
		return hex(r.Fill)
	}
}

// patternID names a pattern by all that it hangs on, so that equal ids in one
// page are equal patterns.
func patternID(r figure.Rect) string {
	kind := "dots-"
	if r.Pattern == figure.Hatch {
		kind = "hatch-"
	}
	return kind + hex(r.Fill)[1:]
}

// patterns defines each pattern of the shapes once, in the order of their
// first use.
func (w *writer) patterns(shapes []figure.Shape) {
	defined := map[string]bool{}
	for _, s := range shapes {
		r, ok := s.(figure.Rect)
		if !ok || r.Pattern != figure.Hatch && r.Pattern != figure.Dots || defined[patternID(r)] {
			continue
		}
		defined[patternID(r)] = true
		w.pattern(r)
	}
}

// pattern defines white lines or dots over the fill.
func (w *writer) pattern(r figure.Rect) {
	over := `<path d="M-1 1L1 -1M0 4L4 0M3 5L5 3" stroke="#ffffff" stroke-width="1.1"/>`
	if r.Pattern == figure.Dots {
		over = `<circle cx="1" cy="1" r="0.75" fill="#ffffff"/><circle cx="3" cy="3" r="0.75" fill="#ffffff"/>`
	}
	w.linef(`<defs><pattern id="%s" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="%s"/>%s</pattern></defs>`,
		patternID(r), hex(r.Fill), over)
}
