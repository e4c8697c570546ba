package picture

import (
	"encoding/binary"
	"image"
)

// upright is the orientation of an image that is shown as it is stored.
const upright = 1

// orientation returns how a JPEG says that it is to be turned (Exif 2.3, tag
// 0x0112): from 1, upright, to 8. What is no such number is upright.
func orientation(data []byte) int {
	for marker, segment := range segments(data) {
		switch marker {
		case startOfScan:
			return upright
		case exif:
			if o := inExif(segment[said:]); o != 0 {
				return o
			}
		}
	}
	return upright
}

// inExif returns the orientation in a segment of Exif, 0 when it has none.
func inExif(segment []byte) int {
	const head = "Exif\x00\x00"
	if len(segment) < len(head)+8 || string(segment[:len(head)]) != head {
		return 0
	}
	tiff := segment[len(head):]
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0
		}
		if order.Uint16(entries) == 0x0112 {
			if o := int(order.Uint16(entries[8:])); o >= upright && o <= 8 {
				return o
			}
			return 0
		}
		entries = entries[12:]
	}
	return 0
}

// turn shows an image as its orientation says.
func turn(m image.Image, orientation int) image.Image {
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	if orientation > 4 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fromX, fromY := stored(x, y, w, h, orientation)
			out.Set(x, y, m.At(b.Min.X+fromX, b.Min.Y+fromY))
		}
	}
	return out
}

// stored returns where the pixel that is shown at x and y of an image of w by
// h is stored.
func stored(x, y, w, h, orientation int) (fromX, fromY int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, w - 1 - x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return h - 1 - y, x
	default:
		return x, y
	}
}
