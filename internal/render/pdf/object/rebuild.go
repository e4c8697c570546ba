package object

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
)

// rebuilt reads a file by looking for its objects, from the beginning to the
// end: of two with one number the later counts, as updates are appended.
func rebuilt(d *decoder) (*File, error) {
	d.repaired = true
	trailers, err := d.search()
	if err != nil {
		return nil, err
	}
	trailers = append(d.trailers(), trailers...)
	for _, t := range slices.Backward(trailers) {
		d.adopt(t)
	}
	if err := d.unpack(); err != nil {
		return nil, err
	}
	d.findRoot()
	return d.finished()
}

// search reads every object that it finds, and returns the dictionaries of
// cross-reference streams. What does not parse is passed over.
func (d *decoder) search() (trailers []Dict, err error) {
	for pos := 0; pos < len(d.data); {
		at, next, ok := d.nextHeading(pos)
		pos = next
		if !ok {
			continue
		}
		def, err := d.define(at)
		if excessive(err) {
			return nil, err
		}
		if err != nil {
			continue
		}
		if err := d.replace(def, at); err != nil {
			return nil, err
		}
		pos = max(pos, d.after(def))
		trailers = appendTrailer(trailers, def.value)
	}
	return trailers, nil
}

// nextHeading looks for the next word obj, and says where its numbers begin if
// it has them and where to go on.
func (d *decoder) nextHeading(pos int) (at, next int, ok bool) {
	i := bytes.Index(d.data[pos:], []byte("obj"))
	if i < 0 {
		return 0, len(d.data), false
	}
	at, ok = d.headingBefore(pos, pos+i)
	return at, pos + i + len("obj"), ok
}

// replace takes an object in the place of an earlier one.
func (d *decoder) replace(def definition, at int) error {
	i := d.refer(def.number)
	if s, ok := i.Value.(*Stream); ok {
		delete(d.starts, s)
	}
	i.Value = def.value
	d.places[def.number] = place{kind: standing, at: at}
	return d.budget.entry()
}

func appendTrailer(trailers []Dict, o Object) []Dict {
	if s, ok := o.(*Stream); ok && typed(s, "XRef") {
		return append(trailers, s.Dict)
	}
	return trailers
}

// after returns where to look for the next object: after the bytes of a
// stream, so that what looks like an object in them is none. Where a Length is
// a reference it may not be known yet.
func (d *decoder) after(def definition) int {
	s, ok := def.value.(*Stream)
	if !ok {
		return def.end
	}
	if _, ok := s.Dict["Length"].(*Indirect); ok {
		return def.end
	}
	return d.end(s, def.end)
}

// headingBefore returns where the two numbers before the word obj begin; they
// do not begin before from.
func (d *decoder) headingBefore(from, obj int) (int, bool) {
	before := d.data[max(from, obj-32):obj]
	rest := before
	for range 2 {
		rest = bytes.TrimRight(rest, "\x00\t\n\f\r ")
		number := len(rest) - len(bytes.TrimRight(rest, "0123456789"))
		if number == 0 {
			return 0, false
		}
		rest = rest[:len(rest)-number]
	}
	return obj - len(before) + len(rest), true
}

// trailers returns the dictionaries that follow the word trailer, in the order
// of the file.
func (d *decoder) trailers() (list []Dict) {
	for pos := 0; ; {
		i := bytes.Index(d.data[pos:], []byte("trailer"))
		if i < 0 {
			return list
		}
		pos += i + len("trailer")
		p := d.parser(d.data, pos)
		v, err := p.value()
		if d.budget.scan(p.pos-pos) != nil {
			return list
		}
		if t, ok := v.(Dict); ok && err == nil {
			list = append(list, t)
		}
	}
}

// unpack takes out of the object streams what no later object replaces. What
// does not parse is passed over.
func (d *decoder) unpack() error {
	if d.encrypted {
		return nil
	}
	for _, n := range d.containers() {
		c, err := d.open(d.objects[n].Value.(*Stream))
		if err == nil {
			err = d.unpackAll(c, d.places[n].at)
		}
		if excessive(err) {
			return err
		}
	}
	return nil
}

// containers returns the numbers of the object streams in the order of the
// file.
func (d *decoder) containers() (list []int) {
	for n := range d.places {
		if s, ok := d.objects[n].Value.(*Stream); ok && typed(s, "ObjStm") {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b int) int { return cmp.Compare(d.places[a].at, d.places[b].at) })
	return list
}

func (d *decoder) unpackAll(c *container, at int) error {
	for _, n := range c.numbers {
		if n <= 0 || d.places[n].at > at {
			continue
		}
		v, err := d.take(c, n)
		if excessive(err) {
			return err
		}
		if err == nil {
			d.refer(n).Value = v
		}
	}
	return nil
}

// findRoot looks for a catalog when no trailer leads to one.
func (d *decoder) findRoot() {
	if _, ok := Resolve(d.trailer["Root"]).(Dict); ok {
		return
	}
	for _, n := range slices.Sorted(maps.Keys(d.objects)) {
		dict, ok := d.objects[n].Value.(Dict)
		if ok && NameOf(dict["Type"]) == "Catalog" {
			d.trailer["Root"] = d.objects[n]
		}
	}
}
