package object

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
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
// are those that were written. References to nothing are written as null, or not at all
// where they are values of a dictionary (7.3.7).
//
// It is an error when there is no Root, when the file is Encrypted, when a
// stream is not the value of an Indirect, when a value is of a type that is no
// Object or is no finite number, and when direct objects are nested more than
// 500 deep.
func (f *File) Write() ([]byte, error) {
	if f.Encrypted {
		return nil, errors.New("an encrypted file cannot be written: its strings and streams are not readable")
	}
	root, info := target(f.Root), target(f.Info)
	if root == nil {
		return nil, errors.New("a file without a catalog cannot be written")
	}
	n, err := number(root, info)
	if err != nil {
		return nil, err
	}
	data, id, err := newWriter(n).file(root, info)
	if err != nil {
		return nil, err
	}
	f.ID = [2]String{id, id}
	for i, object := range n.order {
		object.Number = i + 1
	}
	return data, nil
}

// A writer writes one file.
type writer struct {
	serialiser
	*numbering
	places  []place
	deflate *zlib.Writer
}

func newWriter(n *numbering) *writer {
	deflate, _ := zlib.NewWriterLevel(nil, 6) // 6 is a level: there is no error
	return &writer{serialiser{number: n.numbers}, n, make([]place, len(n.order)+1), deflate}
}

// file returns the file and its identifier.
func (w *writer) file(root, info *Indirect) (data []byte, id String, err error) {
	w.text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	w.streams()
	w.containers()
	if len(w.out) > maxOffset {
		return nil, "", fmt.Errorf("the file is larger than %d bytes, which its cross-reference cannot say", maxOffset)
	}
	id = w.crossReference(root, info)
	return w.out, id, nil
}

// streams writes the objects that are streams; only they stand in the file
// themselves.
func (w *writer) streams() {
	for i, object := range w.order {
		if s, ok := object.Value.(*Stream); ok {
			w.places[i+1] = place{kind: standing, at: len(w.out)}
			w.stream(i+1, head(s), s)
		}
	}
}

// stream writes an object that is a stream, compressed unless it is not to be.
func (w *writer) stream(number int, head Dict, s *Stream) {
	data := s.Data
	if !s.Plain && head["Filter"] == nil {
		head["Filter"] = Name("FlateDecode")
		data = w.deflated(data)
	}
	head["Length"] = len(data)
	w.text(fmt.Sprintf("%d 0 obj\n", number))
	w.object(head)
	w.text("\nstream\n")
	w.out = append(w.out, data...)
	w.text("\nendstream\nendobj\n")
}

func (w *writer) deflated(data []byte) []byte {
	var out bytes.Buffer
	w.deflate.Reset(&out)
	w.deflate.Write(data) // a bytes.Buffer takes all
	w.deflate.Close()
	return out.Bytes()
}

// containers packs the objects that are no streams.
func (w *writer) containers() {
	var numbers []int
	for i, object := range w.order {
		if _, ok := object.Value.(*Stream); !ok {
			numbers = append(numbers, i+1)
		}
	}
	for len(numbers) > 0 {
		n := min(packed, len(numbers))
		w.container(numbers[:n])
		numbers = numbers[n:]
	}
}

// container writes an object stream: first the numbers and places of what it
// holds, then the objects.
func (w *writer) container(numbers []int) {
	self := len(w.places)
	var index []byte
	objects := serialiser{number: w.numbers}
	for i, n := range numbers {
		w.places[n] = place{kind: contained, at: self, index: i}
		index = fmt.Appendf(index, "%d %d ", n, len(objects.out))
		objects.object(w.order[n-1].Value)
		objects.text("\n")
	}
	w.places = append(w.places, place{kind: standing, at: len(w.out)})
	head := Dict{"Type": Name("ObjStm"), "N": len(numbers), "First": len(index)}
	w.stream(self, head, &Stream{Data: append(index, objects.out...)})
}
