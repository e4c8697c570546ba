package picture

import (
	"encoding/binary"
	"slices"
)

// bareJPEG returns a JPEG without its comments and without what cameras and
// programs say in it of the image (ITU-T T.81, B.2.4): where it was taken, by
// whom and with what, small copies of it, and what stands behind its end, such
// as the film of a moving photo. What readers need stays: that it is JFIF, and
// how Adobe's programs store colours. It is nil when it cannot be followed.
func bareJPEG(data []byte) []byte {
	out := slices.Clone(data[:2])
	for marker, segment := range segments(data) {
		if !isTalk(marker) {
			out = append(out, segment...)
		}
		if marker == endOfImage {
			return out
		}
	}
	return nil
}

// isTalk reports whether a segment only speaks of the image: it is a comment,
// or belongs to an application other than JFIF and Adobe's colours.
func isTalk(marker byte) bool {
	return marker == comment || marker >= firstOfPrograms && marker <= lastOfPrograms && marker != jfif && marker != adobe
}

// barePNG returns a PNG that has only the chunks that say how it looks (PNG,
// third edition, 11), and nothing behind its end. It is nil when it cannot be
// followed.
func barePNG(data []byte) []byte {
	looks := []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs"}
	at := len("\x89PNG\r\n\x1a\n")
	out := slices.Clone(data[:at])
	for at+12 <= len(data) {
		name := string(data[at+4 : at+8])
		end := at + 12 + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) {
			return nil
		}
		if slices.Contains(looks, name) {
			out = append(out, data[at:end]...)
		}
		if name == "IEND" {
			return out
		}
		at = end
	}
	return nil
}
