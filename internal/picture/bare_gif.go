package picture

import "slices"

// bareGIF returns a GIF without its comments and without what programs say in
// it of the image (GIF89a, 24 and 26), and nothing behind its end. It is nil
// when it cannot be followed.
func bareGIF(data []byte) []byte {
	const head, table = 13, 10 // the header with the screen's description, and where that tells of its colours
	if len(data) < head {
		return nil
	}
	at := head + colours(data[table])
	if at > len(data) {
		return nil
	}
	out := slices.Clone(data[:at])
	for at < len(data) && data[at] != trailer {
		end := endOfBlock(data, at)
		if end < 0 {
			return nil
		}
		if data[at] == frame || data[at+1] == control || isLoop(data[at:end]) {
			out = append(out, data[at:end]...)
		}
		at = end
	}
	return append(out, trailer)
}

// The kinds of block, and of extension.
const (
	extension = 0x21
	frame     = 0x2c
	trailer   = 0x3b
	control   = 0xf9 // how long an image is shown
)

// isLoop reports whether an extension says how often a film is shown.
func isLoop(block []byte) bool {
	const name = "\x21\xff\x0bNETSCAPE2.0"
	return len(block) >= len(name) && string(block[:len(name)]) == name
}

// colours returns the size of the table of colours that flags tell of.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// endOfBlock returns where a block ends, -1 when it does not.
func endOfBlock(data []byte, at int) int {
	switch {
	case data[at] == extension:
		at += 2
	case data[at] == frame && at+10 <= len(data):
		at += 10 + colours(data[at+9]) + 1
	default:
		return -1
	}
	for at < len(data) {
		size := int(data[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return -1
}
