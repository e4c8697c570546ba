// Package object holds the objects of a PDF file (ISO 32000-1, 7.3), reads
// them from a file and writes them in one canonical way: the same objects give
// the same bytes, whatever order they were made in.
//
// Indirect objects are pointers, not numbers: numbers are given when a file is
// written.
package object

// An Object is one of nil (null), bool, int, float64, Name, String, Array,
// Dict, *Stream and *Indirect.
type Object any

// A Name is a PDF name without its slash, decoded: Name("Type").
type Name string

// A String is the bytes of a PDF string, decoded.
type String string

// An Array is a PDF array.
type Array []Object

// A Dict is a PDF dictionary. A key whose value is nil is not written.
type Dict map[Name]Object

// A Stream is a PDF stream. Streams are always indirect.
type Stream struct {
	// Dict has neither Length nor, while Data is decoded, Filter or
	// DecodeParms.
	Dict Dict
	// Data is what the stream holds, decoded where Read knows its filters.
	Data []byte
	// Plain asks Write not to compress the stream.
	Plain bool
}

// An Indirect is an object that others refer to; the reference is the
// pointer.
type Indirect struct {
	Value Object
	// Number is the object's number in the file that it was read from or was
	// last written to, 0 when it was made here.
	Number int
}

// A File is a whole PDF file.
type File struct {
	// Version is what the header says, such as "1.7".
	Version string
	// Root is the catalog, Info the document information, nil when there is
	// none.
	Root, Info *Indirect
	// ID holds the two identifiers of the trailer, empty when there are none.
	// Write gives the file its own.
	ID [2]String
	// Encrypted says that the trailer names an encryption.
	Encrypted bool
	// Repaired says that the file was damaged and that Read guessed: the
	// cross-reference was wrong, a stream was not as long as it said or could
	// not be decoded to its end, or an object was not closed.
	Repaired bool
	// Objects are all indirect objects that were read, by number.
	Objects []*Indirect
}

// Resolve follows references to the object they mean; a chain that does not
// end is nil.
func Resolve(o Object) Object {
	for range 32 {
		i, ok := o.(*Indirect)
		if !ok {
			return o
		}
		if i == nil {
			return nil
		}
		o = i.Value
	}
	return nil
}

// DictOf returns the dictionary that an object is or refers to, that of a
// stream included, or nil.
func DictOf(o Object) Dict {
	switch o := Resolve(o).(type) {
	case Dict:
		return o
	case *Stream:
		return o.Dict
	}
	return nil
}

// ArrayOf returns the array that an object is or refers to, or nil.
func ArrayOf(o Object) Array {
	a, _ := Resolve(o).(Array)
	return a
}

// StreamOf returns the stream that an object is or refers to, or nil.
func StreamOf(o Object) *Stream {
	s, _ := Resolve(o).(*Stream)
	return s
}

// NameOf returns the name that an object is or refers to, or "".
func NameOf(o Object) Name {
	n, _ := Resolve(o).(Name)
	return n
}

// IntOf returns the whole number that an object is or refers to, and whether
// it is one.
func IntOf(o Object) (int, bool) {
	n, ok := Resolve(o).(int)
	return n, ok
}
