package object

import (
	"bytes"
	"errors"
)

// image reads an inline image from behind its BI up to its EI (ISO 32000-1,
// 8.9.7): its dictionary and its bytes.
func (p *parser) image() ([]Object, error) {
	list, err := p.items("ID")
	if err != nil {
		return nil, err
	}
	dict, err := pairs(list)
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.data) && white(p.data[p.pos]) {
		p.pos++
	}
	rest := p.data[p.pos:]
	n, ok := imageLength(dict, rest)
	if !ok {
		return nil, errors.New("an inline image has no end")
	}
	skipped, _ := closing(rest[n:])
	p.pos += n + skipped
	return []Object{dict, String(rest[:n])}, nil
}

// imageLength returns how many bytes an inline image has: as many as it says
// or its size needs if an EI follows them, and otherwise those before the first
// EI that looks like one.
func imageLength(dict Dict, rest []byte) (int, bool) {
	for _, n := range []int{declared(dict), needed(dict)} {
		if n < 0 || n > len(rest) {
			continue
		}
		if _, ok := closing(rest[n:]); ok {
			return n, true
		}
	}
	return searched(rest)
}

// closing returns how much the end of an inline image takes, if it is here.
func closing(rest []byte) (int, bool) {
	space := 0
	for space < min(len(rest), 2) && white(rest[space]) {
		space++
	}
	after, ok := bytes.CutPrefix(rest[space:], []byte("EI"))
	return space + len("EI"), ok && operators(after)
}

// operators reports whether bytes look like content and not like those of an
// image: white space first and ASCII then.
func operators(after []byte) bool {
	if len(after) > 0 && !white(after[0]) {
		return false
	}
	for _, c := range after[:min(len(after), 16)] {
		if c > '~' || c < ' ' && !white(c) || c == 0 {
			return false
		}
	}
	return true
}

// searched looks for the EI. White space stands before it, or the end mark of
// an ASCII filter.
func searched(rest []byte) (int, bool) {
	for from := 0; ; {
		i := bytes.Index(rest[from:], []byte("EI"))
		if i < 0 {
			return 0, false
		}
		i += from
		from = i + len("EI")
		if !operators(rest[from:]) {
			continue
		}
		switch {
		case i == 0 || rest[i-1] == '>':
			return i, true
		case white(rest[i-1]):
			return i - 1, true
		}
	}
}

// declared is the length that PDF 2.0 lets an inline image say, or -1.
func declared(dict Dict) int {
	n, ok := IntOf(either(dict, "L", "Length"))
	if !ok {
		return -1
	}
	return n
}

// needed is the length of an image without filters, or -1 when its size is not
// known.
func needed(dict Dict) int {
	w, _ := IntOf(either(dict, "W", "Width"))
	h, _ := IntOf(either(dict, "H", "Height"))
	bits := sampleBits(dict)
	const most = 1 << 20
	if either(dict, "F", "Filter") != nil || bits <= 0 || w <= 0 || h <= 0 || max(w, h, bits) > most {
		return -1
	}
	return (w*bits + 7) / 8 * h
}

// sampleBits is how many bits a pixel has, or 0 when its colour space is a
// resource.
func sampleBits(dict Dict) int {
	if either(dict, "IM", "ImageMask") == true {
		return 1
	}
	bits, _ := IntOf(either(dict, "BPC", "BitsPerComponent"))
	space := either(dict, "CS", "ColorSpace")
	if list := ArrayOf(space); len(list) > 0 {
		space = list[0]
	}
	switch space {
	case Name("G"), Name("DeviceGray"), Name("I"), Name("Indexed"):
		return bits
	case Name("RGB"), Name("DeviceRGB"):
		return 3 * bits
	case Name("CMYK"), Name("DeviceCMYK"):
		return 4 * bits
	}
	return 0
}

// either returns the value of a key or of its long form.
func either(dict Dict, short, long Name) Object {
	if v := dict[short]; v != nil {
		return v
	}
	return dict[long]
}
