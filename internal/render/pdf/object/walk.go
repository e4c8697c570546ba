package object

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// maxWritten is how deep direct objects may be nested. References are no
// nesting: a chain of them may be as long as it likes.
const maxWritten = 500

// A numbering gives the objects of a file their numbers, from 1 on.
type numbering struct {
	order   []*Indirect
	numbers map[*Indirect]int
}

// number walks depth first from the roots and numbers each object when it is
// met. The references to come stand on a stack of its own, because outlines
// and structure trees are lists with thousands of links.
func number(roots ...*Indirect) (*numbering, error) {
	n := &numbering{numbers: map[*Indirect]int{}}
	pending := visitor(slices.Clone(roots))
	slices.Reverse(pending)
	for len(pending) > 0 {
		next := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if next == nil || n.numbers[next] != 0 {
			continue
		}
		n.order = append(n.order, next)
		n.numbers[next] = len(n.order)
		before := len(pending)
		if err := pending.references(next); err != nil {
			return nil, fmt.Errorf("%s: %w", described(next), err)
		}
		slices.Reverse(pending[before:])
	}
	return n, nil
}

// described names an object so that a person can find it.
func described(i *Indirect) string {
	dict := DictOf(i)
	if kind := NameOf(dict["Type"]); kind != "" {
		return fmt.Sprintf("an object of type %s", kind)
	}
	if kind := NameOf(dict["S"]); kind != "" {
		return fmt.Sprintf("an object with S %s", kind)
	}
	return fmt.Sprintf("an object (%T)", i.Value)
}

// references adds the objects that an object refers to, in the order in which
// it is written, and holds that all of it can be written.
func (v *visitor) references(i *Indirect) error {
	value := i.Value
	if s, ok := value.(*Stream); ok {
		value = head(s)
	}
	return v.visit(value, 1)
}

// A visitor collects references.
type visitor []*Indirect

func (v *visitor) visit(o Object, depth int) error {
	if depth > maxWritten {
		return fmt.Errorf("its values are nested more than %d deep", maxWritten)
	}
	switch o := o.(type) {
	case nil, bool, int, Name, String:
		return nil
	case float64:
		return finite(o)
	case *Indirect:
		*v = append(*v, target(o))
		return nil
	case Array:
		return v.array(o, depth)
	case Dict:
		return v.dict(o, depth)
	case *Stream:
		return errors.New("a stream has to be the value of an Indirect")
	}
	return fmt.Errorf("a %T is no object of a PDF file", o)
}

func (v *visitor) array(a Array, depth int) error {
	for _, item := range a {
		if err := v.visit(item, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (v *visitor) dict(d Dict, depth int) error {
	for _, key := range keys(make([]Name, usualKeys), d) {
		if err := v.visit(d[key], depth+1); err != nil {
			return err
		}
	}
	return nil
}

func finite(x float64) error {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Errorf("%v is no number that a PDF file can hold", x)
	}
	return nil
}

// target follows references to the one whose value is no reference, and is nil
// when there is none. An object of an object stream may not be a reference
// (ISO 32000-1, 7.5.7), so only the last of a chain is written.
func target(i *Indirect) *Indirect {
	for range 32 {
		if i == nil || empty(i.Value) {
			return nil
		}
		next, ok := i.Value.(*Indirect)
		if !ok {
			return i
		}
		i = next
	}
	return nil
}

func empty(o Object) bool {
	s, ok := o.(*Stream)
	return o == nil || ok && s == nil
}

// null reports whether an object is null or refers to nothing.
func null(o Object) bool {
	i, ok := o.(*Indirect)
	return empty(o) || ok && target(i) == nil
}

// head returns the dictionary of a stream without what only the bytes decide.
func head(s *Stream) Dict {
	d := maps.Clone(s.Dict)
	if d == nil {
		d = Dict{}
	}
	delete(d, "Length")
	if null(d["Filter"]) {
		delete(d, "Filter")
		delete(d, "DecodeParms")
	}
	return d
}

// keys returns the keys of a dictionary in the order in which they are
// written: Type and Subtype, which say what it is, and then by their bytes.
// Those without a value are left out. The list has the room that is given, where
// that suffices.
func keys(room []Name, d Dict) []Name {
	list := room[:0]
	for key, value := range d {
		if !null(value) {
			list = append(list, key)
		}
	}
	slices.SortFunc(list, func(a, b Name) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	return list
}

// usualKeys is how many keys nearly every dictionary has at most.
const usualKeys = 12

func rank(key Name) int {
	switch key {
	case "Type":
		return 0
	case "Subtype":
		return 1
	}
	return 2
}
