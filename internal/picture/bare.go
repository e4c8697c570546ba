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
	at := 2
	out := slices.Clone(data[:at])
	for at+4 <= len(data) && data[at] == 0xff {
		marker := data[at+1]
		if marker == 0xff { // fills up
			at++
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 {
			return nil
		}
		if marker == startOfScan {
			end = endOfScan(data, end)
		}
		if !isTalk(marker) {
			out = append(out, data[at:end]...)
		}
		if at = end; at+2 <= len(data) && data[at] == 0xff && data[at+1] == endOfImage {
			return append(out, 0xff, endOfImage)
		}
	}
	return nil
}

const (
	startOfScan = 0xda // marks where numbers of the image begin
	endOfImage  = 0xd9
)

// endOfScan returns where the numbers of an image end that begin at an offset:
// at a marker that neither stands for a byte nor only sets the decoder back.
func endOfScan(data []byte, at int) int {
	for ; at+1 < len(data); at++ {
		if next := data[at+1]; data[at] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return at
		}
	}
	return len(data)
}

// isTalk reports whether a segment only speaks of the image: it is a comment,
// or belongs to an application other than JFIF and Adobe's colours.
func isTalk(marker byte) bool {
	const comment, first, last, jfif, adobe = 0xfe, 0xe0, 0xef, 0xe0, 0xee
	return marker == comment || marker >= first && marker <= last && marker != jfif && marker != adobe
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
