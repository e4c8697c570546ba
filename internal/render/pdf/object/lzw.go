package object

import "errors"

// The codes of LZWDecode that stand for no bytes (ISO 32000-1, 7.4.4).
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258
	lzwCodes = 4096
)

// A span is a part of what is decoded. Every entry of the table is such a part:
// a string that was written and the byte that followed it.
type span struct{ from, to int }

// An unpacker decodes LZW.
type unpacker struct {
	out  []byte
	bits bitReader
	// table holds the entries from lzwFirst on; last is the string that was
	// written last and has not become one.
	table []span
	last  span
	fresh bool
	early int
}

// unLZW decodes up to limit bytes and one more string, which is then too much.
// The library's compress/lzw grows its codes at another moment.
func unLZW(data []byte, early, limit int) ([]byte, error) {
	u := unpacker{bits: bitReader{data: data}, early: early, fresh: true}
	for len(u.out) <= limit {
		code, ok := u.bits.read(u.width())
		if !ok || code == lzwEnd {
			return u.out, nil
		}
		if err := u.code(code); err != nil {
			return u.out, err
		}
	}
	return u.out, nil
}

// width is how many bits the next code has.
func (u *unpacker) width() int {
	switch next := lzwFirst + len(u.table) + u.early; {
	case next >= 2048:
		return 12
	case next >= 1024:
		return 11
	case next >= 512:
		return 10
	}
	return 9
}

func (u *unpacker) code(code int) error {
	if code == lzwClear {
		u.table, u.fresh = u.table[:0], true
		return nil
	}
	start := len(u.out)
	if !u.fresh && lzwFirst+len(u.table) < lzwCodes {
		u.table = append(u.table, span{u.last.from, u.last.to + 1})
	}
	switch entry := code - lzwFirst; {
	case code < lzwClear:
		u.out = append(u.out, byte(code))
	case entry >= len(u.table):
		return errors.New("a code of LZWDecode means nothing yet")
	default:
		u.copy(u.table[entry])
	}
	u.last, u.fresh = span{start, len(u.out)}, false
	return nil
}

// copy repeats a part of what was written. Its last byte may be the first that
// is written here.
func (u *unpacker) copy(s span) {
	if s.to <= len(u.out) {
		u.out = append(u.out, u.out[s.from:s.to]...)
		return
	}
	u.out = append(u.out, u.out[s.from:]...)
	u.out = append(u.out, u.out[s.from])
}

// A bitReader reads bits, the highest of a byte first.
type bitReader struct {
	data []byte
	pos  int
}

func (r *bitReader) read(width int) (int, bool) {
	if r.pos+width > 8*len(r.data) {
		return 0, false
	}
	n := 0
	for end := r.pos + width; r.pos < end; {
		take := min(8-r.pos%8, end-r.pos)
		rest := int(r.data[r.pos/8]) >> (8 - r.pos%8 - take)
		n = n<<take | rest&(1<<take-1)
		r.pos += take
	}
	return n, true
}
