package object

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"soknad/internal/heap"
)

// decode takes the filters off a stream that are known, from the first on, and
// leaves the others in its Dict (ISO 32000-1, 7.4).
//
// An image stays as it is packed: nobody looks at its numbers, and they are most
// of what a file unpacks to.
func (d *decoder) decode(s *Stream) error {
	filters, parameters := listed(s.Dict["Filter"]), listed(s.Dict["DecodeParms"])
	if NameOf(s.Dict["Subtype"]) == "Image" && len(filters) == 1 && isFlate(NameOf(filters[0])) && len(s.Data) > 0 {
		return d.image(s, nth(parameters, 0))
	}
	s.Plain = len(filters) == 0
	done := 0
	for ; done < len(filters); done++ {
		out, err := d.filter(NameOf(filters[done]), DictOf(nth(parameters, done)), s.Data)
		if excessive(err) {
			return err
		}
		if err != nil && len(out) == 0 {
			d.repaired = d.repaired || !errors.Is(err, errUnknown)
			break
		}
		d.repaired = d.repaired || err != nil
		s.Data = out
	}
	if done > 0 || s.Plain {
		s.keep(filters[done:], parameters, done)
	}
	return nil
}

// keep names the filters that are still on.
func (s *Stream) keep(filters, parameters []Object, done int) {
	delete(s.Dict, "Filter")
	delete(s.Dict, "DecodeParms")
	if len(filters) == 0 {
		return
	}
	s.Dict["Filter"] = Array(filters)
	if done < len(parameters) {
		s.Dict["DecodeParms"] = Array(parameters[done:])
	}
}

// listed returns the items of an array, or what is no array as the only item.
func listed(o Object) []Object {
	switch v := Resolve(o).(type) {
	case nil:
		return nil
	case Array:
		return v
	}
	return []Object{o}
}

// nth returns an item of a list, or nil when the list is shorter.
func nth(list []Object, i int) Object {
	if i < len(list) {
		return list[i]
	}
	return nil
}

var errUnknown = errors.New("the filter is not one that is taken off")

// filter takes one filter off. Bytes that come with an error are those up to
// the damage.
func (d *decoder) filter(name Name, parameters Dict, data []byte) (out []byte, err error) {
	if len(data) == 0 && known(name) {
		return nil, nil
	}
	switch name {
	case "FlateDecode", "Fl":
		out, err = d.inflated(data)
	case "LZWDecode", "LZW":
		out, err = unLZW(data, early(parameters), d.budget.decoded)
	case "ASCIIHexDecode", "AHx":
		out, _, _ = unhex(make([]byte, 0, len(data)/2+1), data)
		return out, d.budget.decode(len(out))
	case "ASCII85Decode", "A85":
		out, err = d.drained(ascii85.NewDecoder(bytes.NewReader(armoured(data))))
		return out, errors.Join(err, d.budget.decode(len(out)))
	default:
		return nil, errUnknown
	}
	if over := d.budget.decode(len(out)); over != nil {
		return nil, over
	}
	predicted, wrong := unpredict(out, parameters)
	return predicted, errors.Join(err, wrong)
}

func known(name Name) bool {
	switch name {
	case "FlateDecode", "Fl", "LZWDecode", "LZW", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85":
		return true
	}
	return false
}

func isFlate(name Name) bool { return name == "FlateDecode" || name == "Fl" }

// image unpacks an image without keeping it, to see whether it is whole. Its one
// filter and the parameters of that stand alone afterwards: a name beside a list
// of parameters would be read without them.
func (d *decoder) image(s *Stream, parameters Object) error {
	n, err := io.Copy(io.Discard, io.LimitReader(inflater(s.Data), int64(d.budget.images)+1))
	if err != nil {
		d.repaired = true
	}
	s.Dict["Filter"], s.Dict["DecodeParms"] = Name("FlateDecode"), parameters
	return d.budget.image(int(n))
}

// inflated takes FlateDecode off. What is large, packed or not, is measured
// before it is kept, so that it takes no more memory than it must.
func (d *decoder) inflated(data []byte) ([]byte, error) {
	const packed, unpacked = 1 << 16, 1 << 20
	if len(data) < packed {
		out, err := io.ReadAll(io.LimitReader(inflater(data), unpacked))
		if len(out) < unpacked {
			return out, err
		}
	}
	n, err := io.Copy(io.Discard, io.LimitReader(inflater(data), int64(d.budget.decoded)+1))
	if n > int64(d.budget.decoded) {
		return nil, d.budget.decode(int(n))
	}
	heap.MakeRoom(int(n))
	out := make([]byte, n)
	_, again := io.ReadFull(inflater(data), out)
	return out, errors.Join(err, again)
}

// inflater reads what FlateDecode stands for.
func inflater(data []byte) io.Reader {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return broken{err}
	}
	return r
}

// A broken reader has nothing but an error.
type broken struct{ err error }

func (b broken) Read([]byte) (int, error) { return 0, b.err }

// drained reads all that the budget allows, and one byte more, so that it is
// seen when there is more.
func (d *decoder) drained(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, int64(d.budget.decoded)+1))
}

// armoured returns what stands between the marks of ASCII85Decode.
func armoured(data []byte) []byte {
	data = bytes.TrimPrefix(bytes.TrimLeft(data, "\x00\t\n\f\r "), []byte("<~"))
	if end := bytes.IndexByte(data, '~'); end >= 0 {
		data = data[:end]
	}
	return data
}

// early is EarlyChange: whether codes grow one entry before they have to
// (ISO 32000-1, table 8).
func early(parameters Dict) int {
	if n, ok := IntOf(parameters["EarlyChange"]); ok && n == 0 {
		return 0
	}
	return 1
}
