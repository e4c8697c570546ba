package picture

import (
	"encoding/binary"
	"iter"
)

// The markers of a JPEG that mean something here (ITU-T T.81, table B.1).
const (
	baseline, extended, progressive = 0xc0, 0xc1, 0xc2 // the head of a frame, by how it is packed
	startOfScan, endOfImage         = 0xda, 0xd9
	firstOfPrograms, lastOfPrograms = 0xe0, 0xef // what each program writes in its own form, of which are:
	jfif, exif, adobe               = 0xe0, 0xe1, 0xee
	comment                         = 0xfe
)

// said is where a segment begins to say something, behind its marker and its
// length.
const said = 4

// segments goes through a JPEG up to the end of its image: marker by marker,
// each with all its bytes, and with the marker 0 the numbers behind the head of
// a scan. It ends earlier where the JPEG cannot be followed.
func segments(data []byte) iter.Seq2[byte, []byte] {
	return func(yield func(marker byte, segment []byte) bool) {
		for at := 2; at+2 <= len(data) && data[at] == 0xff; {
			marker := data[at+1]
			switch {
			case marker == 0xff: // fills up
				at++
				continue
			case marker == endOfImage:
				yield(marker, data[at:at+2])
				return
			case at+said > len(data):
				return
			}
			end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
			if end > len(data) || end < at+said || !yield(marker, data[at:end]) {
				return
			}
			if at = end; marker == startOfScan {
				if at = endOfScan(data, end); !yield(0, data[end:at]) {
					return
				}
			}
		}
	}
}

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
