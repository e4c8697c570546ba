package object

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/klauspost/compress/zlib"

	"soknad/internal/parallel"
)

// packed is how many objects an object stream holds at most; larger ones pack
// little better and cost a reader more for each object.
const packed = 200

// Write writes what Root and Info reach as a file of PDF 1.7, whatever Version
// says and whatever else Objects holds. Objects are numbered in the order of a
// depth-first walk, so the bytes depend on nothing but what the objects say.
//
// Streams are compressed unless they are Plain or name a Filter of their own;
// a Length is never taken from their Dict. All other objects are packed in
// object streams (ISO 32000-1, 7.5.7), and the identifiers of the file are a
// hash of it (14.4). Afterwards the file's ID and the Numbers of its objects
// are those that were written. References to nothing are written as null, or
// not at all where they are values of a dictionary (7.3.7).
//
// It is an error when there is no Root, when the file is Encrypted, when a
// stream is not the value of an Indirect, when a value is of a type that is no
// Object or is no finite number, and when direct objects are nested more than
// 500 deep.
func (f *File) Write() ([]byte, error) {
	e, err := f.Enumerate()
	if err != nil {
		return nil, err
	}
	return e.Write()
}

// An Enumeration is a file whose objects have got their Numbers, and which is
// not written yet.
type Enumeration struct {
	file *File
	root *Indirect
	info *Indirect
	*numbering
}

// Enumerate gives the objects of a file the Numbers under which Write writes
// them. The errors are those of Write.
func (f *File) Enumerate() (*Enumeration, error) {
	if f.Encrypted {
		return nil, errors.New("an encrypted file cannot be written: its strings and streams are not readable")
	}
	e := &Enumeration{file: f, root: target(f.Root), info: target(f.Info)}
	if e.root == nil {
		return nil, errors.New("a file without a catalog cannot be written")
	}
	var err error
	if e.numbering, err = number(e.root, e.info); err != nil {
		return nil, err
	}
	for i, object := range e.order {
		object.Number = i + 1
	}
	return e, nil
}

// Write writes the file, and gives it its ID. The objects may be read
// meanwhile.
func (e *Enumeration) Write() ([]byte, error) {
	data, id, err := newWriter(e.numbering).file(e.root, e.info)
	if err != nil {
		return nil, err
	}
	e.file.ID = [2]String{id, id}
	return data, nil
}

// A writer writes one file.
type writer struct {
	serialiser
	*numbering
	places []place
}

func newWriter(n *numbering) *writer {
	return &writer{serialiser{number: n.numbers}, n, make([]place, len(n.order)+1)}
}

// file returns the file and its identifier.
func (w *writer) file(root, info *Indirect) (data []byte, id String, err error) {
	w.text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	bodies := append(w.streams(), w.containers()...)
	parallel.Each(len(bodies), func(i int) { bodies[i].deflate() })
	w.out = slices.Grow(w.out, room(bodies))
	for _, b := range bodies {
		w.places[b.number] = place{kind: standing, at: len(w.out)}
		w.stream(b)
	}
	if len(w.out) > maxOffset {
		return nil, "", fmt.Errorf("the file is larger than %d bytes, which its cross-reference cannot say", maxOffset)
	}
	id = w.crossReference(root, info)
	return w.out, id, nil
}

// A body is a stream as it stands in the file: its number, what its dictionary
// says but for the Length, and its bytes.
type body struct {
	number int
	head   Dict
	data   []byte
	plain  bool // it is not to be compressed
}

// streams lists the objects that are streams; only they stand in the file
// themselves.
func (w *writer) streams() []body {
	var bodies []body
	for i, object := range w.order {
		if s, ok := object.Value.(*Stream); ok {
			bodies = append(bodies, body{i + 1, head(s), s.Data, s.Plain})
		}
	}
	return bodies
}

// around is about how many bytes a body takes in the file beside its own.
const around = 128

// room returns about how many bytes bodies take.
func room(bodies []body) int {
	n := 0
	for _, b := range bodies {
		n += len(b.data) + around
	}
	return n
}

// stream writes a body.
func (w *writer) stream(b body) {
	b.head["Length"] = len(b.data)
	w.text(fmt.Sprintf("%d 0 obj\n", b.number))
	w.object(b.head)
	w.text("\nstream\n")
	w.out = append(w.out, b.data...)
	w.text("\nendstream\nendobj\n")
}

// deflate compresses a body unless it is not to be, or is encoded already.
func (b *body) deflate() {
	if b.plain || b.head["Filter"] != nil {
		return
	}
	b.head["Filter"] = Name("FlateDecode")
	deflate := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(deflate)
	var out bytes.Buffer
	deflate.Reset(&out)
	deflate.Write(b.data) // a bytes.Buffer takes all
	deflate.Close()
	b.data = out.Bytes()
}

// deflaters are used again: to make one costs more than a page to compress.
var deflaters = sync.Pool{New: func() any {
	deflate, _ := zlib.NewWriterLevel(nil, 5) // 5 is a level: there is no error
	return deflate
}}

// containers packs the objects that are no streams, and lists the object
// streams that hold them.
func (w *writer) containers() []body {
	var numbers []int
	for i, object := range w.order {
		if _, ok := object.Value.(*Stream); !ok {
			numbers = append(numbers, i+1)
		}
	}
	var bodies []body
	for chunk := range slices.Chunk(numbers, packed) {
		bodies = append(bodies, w.container(chunk))
	}
	return bodies
}

// container makes an object stream: first the numbers and places of what it
// holds, then the objects.
func (w *writer) container(numbers []int) body {
	self := len(w.places)
	w.places = append(w.places, place{})
	var index []byte
	objects := serialiser{number: w.numbers}
	for i, n := range numbers {
		w.places[n] = place{kind: contained, at: self, index: i}
		index = fmt.Appendf(index, "%d %d ", n, len(objects.out))
		objects.object(w.order[n-1].Value)
		objects.text("\n")
	}
	head := Dict{"Type": Name("ObjStm"), "N": len(numbers), "First": len(index)}
	return body{self, head, append(index, objects.out...), false}
}
