package picture

import (
	"encoding/binary"
	"slices"
)

// bare returns a JPEG without its comments and without what cameras and
// programs say in it of the image (ITU-T T.81, B.2.4): where it was taken, by
// whom and with what, and small copies of it. What readers need stays: that it
// is JFIF, and how Adobe's programs store colours.
func bare(data []byte) []byte {
	at := 2
	out := slices.Clone(data[:at])
	for at+4 <= len(data) && data[at] == 0xff && data[at+1] != startOfScan {
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 {
			return data // what cannot be followed stays as it is
		}
		if !isTalk(data[at+1]) {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return append(out, data[at:]...)
}

// startOfScan marks where the image itself begins.
const startOfScan = 0xda

// isTalk reports whether a segment only speaks of the image: it is a comment,
// or belongs to an application other than JFIF and Adobe's colours.
func isTalk(marker byte) bool {
	const comment, first, last, jfif, adobe = 0xfe, 0xe0, 0xef, 0xe0, 0xee
	return marker == comment || marker >= first && marker <= last && marker != jfif && marker != adobe
}
