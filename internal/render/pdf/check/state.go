package check

import (
	"soknad/internal/render/pdf/object"
)

// A state is what of the graphics state the checks follow (ISO 32000-1, 8.4).
type state struct {
	font         *font
	mode         int // of text rendering
	fill, stroke devices
}

// invisible is the mode in which text is not painted (ISO 32000-1, 9.3.6).
const invisible = 3

// newState is the state that a page begins with.
func newState() state { return state{fill: deviceGray, stroke: deviceGray} }

// mostSaved is how deep graphics states may be nested (ISO 19005-2, 6.1.13).
const mostSaved = 28

func (r *run) save() {
	if r.saved = append(r.saved, r.state); len(r.saved) == mostSaved+1 {
		r.deep = append(r.deep, r.at)
	}
}

func (r *run) restore() {
	if n := len(r.saved); n > 0 {
		r.state, r.saved = r.saved[n-1], r.saved[:n-1]
	}
}

// change follows an operator that changes the font or a colour.
func (s *state) change(r *run, op string, args operands) {
	switch op {
	case "Tf":
		s.font = r.fontOf(r.resource("Font", args.name(0)))
	case "Tr":
		s.mode, _ = object.IntOf(args.at(0))
	case "g":
		s.fill = r.space(object.Name("DeviceGray"))
	case "G":
		s.stroke = r.space(object.Name("DeviceGray"))
	case "rg":
		s.fill = r.space(object.Name("DeviceRGB"))
	case "RG":
		s.stroke = r.space(object.Name("DeviceRGB"))
	case "k":
		s.fill = r.space(object.Name("DeviceCMYK"))
	case "K":
		s.stroke = r.space(object.Name("DeviceCMYK"))
	case "cs":
		s.fill = r.space(args.at(0))
	case "CS":
		s.stroke = r.space(args.at(0))
	}
}

// set follows a graphics state of the resources.
func (r *run) set(name object.Name) {
	o := r.resource("ExtGState", name)
	dict := object.DictOf(o)
	if dict == nil {
		return
	}
	r.states = append(r.states, resource{place{r.at.page, number(o)}, dict})
	if list := object.ArrayOf(dict["Font"]); len(list) > 0 {
		r.state.font = r.fontOf(list[0])
	}
}

// path follows an operator that paints a path or a shading.
func (r *run) path(op string, args operands) {
	switch op {
	case "sh":
		r.paint("a shading", false)
		shading := object.DictOf(r.resource("Shading", args.name(0)))
		r.color(r.space(shading["ColorSpace"]))
		return
	case "S", "s":
		r.color(r.state.stroke)
	case "f", "F", "f*":
		r.color(r.state.fill)
	default:
		r.color(r.state.fill | r.state.stroke)
	}
	r.paint("a path", false)
}

// image follows an image that is painted.
func (r *run) image(dict object.Dict, at place) {
	r.paint("an image", false)
	r.images = append(r.images, resource{at, dict})
	switch space := either(dict, "ColorSpace", "CS"); {
	case yes(either(dict, "ImageMask", "IM")):
		r.color(r.state.fill)
	case space != nil:
		r.color(r.space(space))
	}
}

// show follows an operator that shows text.
func (r *run) show(args operands) {
	parts := object.ArrayOf(args.last())
	if parts == nil {
		parts = object.Array{args.last()}
	}
	var texts [][]byte
	for _, o := range parts {
		if s, ok := o.(object.String); ok {
			texts = append(texts, []byte(s))
		}
	}
	r.showParts(texts)
}

// showParts follows text that is shown.
func (r *run) showParts(parts [][]byte) {
	r.paint("text", true)
	switch r.state.mode {
	case 0, 4:
		r.color(r.state.fill)
	case 1, 5:
		r.color(r.state.stroke)
	case 2, 6:
		r.color(r.state.fill | r.state.stroke)
	}
	if r.state.font == nil {
		return
	}
	for _, codes := range parts {
		r.state.font.show(codes, r.at.page, r.state.mode != invisible)
	}
}

// either returns the value of a key or of its short form in an inline image.
func either(dict object.Dict, long, short object.Name) object.Object {
	if v := dict[long]; v != nil {
		return v
	}
	return dict[short]
}

// known reports whether ISO 32000-1 defines an operator that the checks do not
// follow (Annex A).
func known(op string) bool {
	switch op {
	case "BT", "BX", "c", "cm", "d", "d0", "d1", "DP", "ET", "EX", "h", "i", "j", "J", "l", "m", "M", "MP", "n", "re", "ri",
		"sc", "SC", "scn", "SCN", "T*", "Tc", "Td", "TD", "TL", "Tm", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y":
		return true
	}
	return false
}
