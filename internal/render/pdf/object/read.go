package object

import (
	"bytes"
	"errors"
	"maps"
	"slices"
)

// Read reads a file: with cross-reference tables, cross-reference streams and
// both (ISO 32000-1, 7.5.4 and 7.5.8), with updates, and with bytes before its
// header. When the cross-reference does not lead to the objects, Read looks
// for the objects themselves, and the file is Repaired.
//
// Streams are decoded as far as their filters are FlateDecode, LZWDecode,
// ASCIIHexDecode or ASCII85Decode; from the first other filter on, and where
// the bytes make no sense, Filter and DecodeParms stay in Dict. So they do for
// an image of which FlateDecode is the only filter: it stays packed. A stream
// that had no filter is Plain, so that Write gives it none. Reals are float64,
// and Write rounds them.
//
// A reference to an object that is not in the file is an Indirect without a
// value, and generations are not told apart. Streams that only hold the file
// together, of type XRef and ObjStm, are not among Objects.
//
// An encrypted file is no error: its strings and streams are left as they are,
// and what is in its object streams is missing, perhaps the catalog too.
//
// Read does not keep to itself what it is given: Data of streams may be a part
// of it. It refuses files that decode to more than 64 MiB without their images,
// list more than a million objects or nest objects more than a hundred deep.
func Read(data []byte) (*File, error) { return read(data, newDecoder) }

// Skim reads a file as Read does, and keeps nothing of what its streams hold, so
// that it takes little memory.
func Skim(data []byte) (*File, error) { return read(data, newSkimmer) }

// ErrNotPDF says that a file is of another kind.
var ErrNotPDF = errors.New("this is not a PDF file: it does not begin with %PDF-")

func read(data []byte, decoderOf func([]byte) *decoder) (*File, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, ErrNotPDF
	}
	body := data[start:]
	f, err := indexed(decoderOf(body))
	if err != nil && start > 0 && !excessive(err) {
		f, err = indexed(decoderOf(data))
	}
	if err != nil && !excessive(err) {
		f, err = rebuilt(decoderOf(body))
	}
	if err != nil {
		return nil, err
	}
	f.Version = version(body)
	return f, nil
}

// version is what stands after the header's %PDF-.
func version(body []byte) string {
	line := body[len("%PDF-"):min(len(body), 16)]
	end := bytes.IndexFunc(line, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	if end >= 0 {
		line = line[:end]
	}
	return string(line)
}

// A decoder reads one file in one way.
type decoder struct {
	data    []byte
	budget  *budget
	objects map[int]*Indirect
	places  map[int]place
	// starts are the places of the bytes of streams that are not yet decoded.
	starts    map[*Stream]int
	trailer   Dict
	encrypted bool
	repaired  bool
	skims     bool // what streams hold is not kept
	// room is where parsers put what they have read, one after the other.
	room []Object
}

func newDecoder(data []byte) *decoder {
	return &decoder{
		data: data, budget: newBudget(len(data)), trailer: Dict{},
		objects: map[int]*Indirect{}, places: map[int]place{}, starts: map[*Stream]int{},
		room: make([]Object, 0, 64),
	}
}

func newSkimmer(data []byte) *decoder {
	d := newDecoder(data)
	d.skims = true
	return d
}

// parser returns a parser that begins at a place. The one before it has to be
// at its end.
func (d *decoder) parser(data []byte, at int) *parser {
	return &parser{lexer: lexer{data: data, pos: at}, budget: d.budget, refer: d.refer, stack: d.room}
}

// indexed reads a file by its cross-reference.
func indexed(d *decoder) (*File, error) {
	if err := d.index(); err != nil {
		return nil, err
	}
	if err := d.standing(); err != nil {
		return nil, err
	}
	return d.finished()
}

// finished reads what is in object streams, decodes the streams and makes the
// file.
func (d *decoder) finished() (*File, error) {
	if err := d.contained(); err != nil {
		return nil, err
	}
	if err := d.fillAll(); err != nil {
		return nil, err
	}
	return d.file()
}

func (d *decoder) file() (*File, error) {
	f := &File{Root: indirect(d.trailer["Root"]), Info: indirect(d.trailer["Info"]), Encrypted: d.encrypted, Repaired: d.repaired}
	if f.Root == nil {
		f.Root = &Indirect{}
	}
	if _, ok := Resolve(f.Root).(Dict); !ok && !d.encrypted {
		return nil, errors.New("the file is damaged: it has no catalog, where all reading begins")
	}
	for i, id := range ArrayOf(d.trailer["ID"]) {
		if i < len(f.ID) {
			f.ID[i], _ = Resolve(id).(String)
		}
	}
	f.Objects = d.list()
	return f, nil
}

// indirect makes an indirect object of a value that should have been one.
func indirect(o Object) *Indirect {
	if i, ok := o.(*Indirect); ok || o == nil {
		return i
	}
	return &Indirect{Value: o}
}

// list returns the objects that have a value, without the streams that hold
// the file together.
func (d *decoder) list() []*Indirect {
	var list []*Indirect
	for _, n := range slices.Sorted(maps.Keys(d.objects)) {
		i := d.objects[n]
		s, ok := i.Value.(*Stream)
		if i.Value == nil || ok && (typed(s, "XRef") || typed(s, "ObjStm")) {
			continue
		}
		list = append(list, i)
	}
	return list
}

func typed(s *Stream, kind Name) bool {
	return NameOf(s.Dict["Type"]) == kind
}

// refer returns the one Indirect of a number.
func (d *decoder) refer(number int) *Indirect {
	i := d.objects[number]
	if i == nil {
		i = &Indirect{Number: number}
		d.objects[number] = i
	}
	return i
}

// adopt takes what a trailer says and a newer one did not.
func (d *decoder) adopt(trailer Dict) {
	for _, key := range []Name{"Root", "Info", "ID", "Encrypt"} {
		if d.trailer[key] == nil {
			d.trailer[key] = trailer[key]
		}
	}
	d.encrypted = d.trailer["Encrypt"] != nil
}
