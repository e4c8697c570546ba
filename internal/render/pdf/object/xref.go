package object

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// maxOffset is the last place that four bytes of a cross-reference can say.
const maxOffset = 1<<32 - 1

// A place is an entry of a cross-reference: where an object is (ISO 32000-1,
// table 18).
type place struct {
	kind kind
	// at is the place in the file of an object that stands there, or the
	// number of the object stream that it is in.
	at int
	// index is which of the objects of the object stream it is.
	index int
}

// A kind of place is the first field of an entry.
type kind byte

const (
	free kind = iota
	standing
	contained
)

// crossReference writes the cross-reference stream, which is the trailer too
// (ISO 32000-1, 7.5.8), and the end of the file.
func (w *writer) crossReference(root, info *Indirect) (id String) {
	start, self := len(w.out), len(w.places)
	hash := sha256.Sum256(w.out)
	id = String(hash[:16])
	w.places = append(w.places, place{kind: standing, at: start})
	head := Dict{
		"Type": Name("XRef"), "Size": len(w.places), "W": Array{1, 4, 2},
		"Root": root, "Info": info, "ID": Array{id, id},
	}
	entries := body{number: self, head: head, data: w.entries()}
	entries.deflate()
	w.stream(entries)
	w.text(fmt.Sprintf("startxref\n%d\n%%%%EOF\n", start))
	return id
}

// entries are the places as seven bytes each. Object 0 is the head of the list
// of free objects, which has no other.
func (w *writer) entries() []byte {
	out := []byte{byte(free), 0, 0, 0, 0, 0xff, 0xff}
	for _, p := range w.places[1:] {
		out = append(out, byte(p.kind))
		out = binary.BigEndian.AppendUint32(out, uint32(p.at))
		out = binary.BigEndian.AppendUint16(out, uint16(p.index))
	}
	return out
}
