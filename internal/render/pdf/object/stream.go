package object

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// fillAll gives the streams that are left their bytes, in the order of the
// file. All objects are known by now, so a Length may be a reference.
func (d *decoder) fillAll() error {
	for _, s := range d.unfilled() {
		if err := d.fill(s); err != nil {
			return err
		}
		if d.skims {
			s.Data = nil
		}
	}
	return nil
}

func (d *decoder) unfilled() []*Stream {
	return slices.SortedFunc(maps.Keys(d.starts), func(a, b *Stream) int {
		return cmp.Compare(d.starts[a], d.starts[b])
	})
}

// fill gives a stream its bytes, once, and decodes them.
func (d *decoder) fill(s *Stream) error {
	start, ok := d.starts[s]
	if !ok {
		return nil
	}
	delete(d.starts, s)
	end := d.end(s, start)
	if err := d.budget.scan(end - start); err != nil {
		return err
	}
	s.Data = d.data[start:end:end]
	delete(s.Dict, "Length")
	if d.encrypted {
		return nil
	}
	return d.decode(s)
}

// end returns where the bytes of a stream end: where its Length says, or
// before the next word endstream or endobj when it is not so.
func (d *decoder) end(s *Stream, start int) int {
	rest := d.data[start:]
	if n, ok := IntOf(s.Dict["Length"]); ok && n >= 0 && n <= len(rest) && ended(rest[n:]) {
		return start + n
	}
	d.repaired = true
	for n := 0; ; n += len("end") {
		i := bytes.Index(rest[n:], []byte("end"))
		if i < 0 {
			return len(d.data)
		}
		if n += i; ended(rest[n:]) {
			return start + len(unended(rest[:n]))
		}
	}
}

// ended reports whether a stream ends here; some space is let pass.
func ended(rest []byte) bool {
	rest = bytes.TrimLeft(rest[:min(len(rest), 20)], "\r\n \t")
	return bytes.HasPrefix(rest, []byte("endstream")) || bytes.HasPrefix(rest, []byte("endobj"))
}

// unended takes off the line end that is no part of a stream.
func unended(data []byte) []byte {
	data = bytes.TrimSuffix(data, []byte("\n"))
	return bytes.TrimSuffix(data, []byte("\r"))
}
