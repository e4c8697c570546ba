package object

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
)

// index follows the cross-reference from its newest section to its oldest. A
// chain that comes back to itself ends there.
func (d *decoder) index() error {
	at, err := startxref(d.data)
	seen := map[int]bool{}
	for more := true; err == nil && more && !seen[at]; {
		seen[at] = true
		at, more, err = d.section(at)
	}
	return err
}

// startxref returns the place of the newest section; the last words of the
// file say it (ISO 32000-1, 7.5.5).
func startxref(data []byte) (int, error) {
	data = bytes.TrimRight(data, "\x00\t\n\f\r ")
	start := max(0, len(data)-2048)
	i := bytes.LastIndex(data[start:], []byte("startxref"))
	if i < 0 {
		return 0, errors.New("the file does not say where its cross-reference is")
	}
	p := parser{lexer: lexer{data: data, pos: start + i + len("startxref")}}
	return p.whole()
}

// section reads one section, whatever its kind, and returns the place of the
// one before it.
func (d *decoder) section(at int) (previous int, more bool, err error) {
	if at < 0 || at >= len(d.data) {
		return 0, false, errors.New("the cross-reference is said to stand outside the file")
	}
	p := d.parser(d.data, at)
	p.space()
	var trailer Dict
	if bytes.HasPrefix(d.data[p.pos:], []byte("xref")) {
		p.pos += len("xref")
		trailer, err = d.table(p)
		err = cmp.Or(d.budget.scan(p.pos-at), err)
	} else {
		trailer, err = d.stream(at)
	}
	if err != nil {
		return 0, false, err
	}
	d.adopt(trailer)
	previous, more = IntOf(trailer["Prev"])
	return previous, more, nil
}

// add notes where an object is, unless a newer section did.
func (d *decoder) add(number int, where place) error {
	if _, known := d.places[number]; !known {
		d.places[number] = where
	}
	return d.budget.entry()
}

// table reads a cross-reference table and its trailer. What the table calls
// free may be in the stream that a hybrid file has for newer readers
// (ISO 32000-1, 7.5.8.4), and is free only after that.
func (d *decoder) table(p *parser) (Dict, error) {
	unused, err := d.subsections(p)
	if err != nil {
		return nil, err
	}
	v, err := p.value()
	trailer, ok := v.(Dict)
	if err != nil || !ok {
		return nil, errors.Join(errors.New("the trailer is no dictionary"), err)
	}
	if at, ok := IntOf(trailer["XRefStm"]); ok {
		if _, err := d.stream(at); err != nil {
			return nil, err
		}
	}
	return trailer, d.release(unused)
}

// release notes that there are no objects with some numbers.
func (d *decoder) release(unused []int) error {
	for _, n := range unused {
		if err := d.add(n, place{}); err != nil {
			return err
		}
	}
	return nil
}

// subsections reads the parts of a table up to the word trailer and returns
// the numbers that are free.
func (d *decoder) subsections(p *parser) (unused []int, err error) {
	for {
		before := p.pos
		if token, err := p.token(); err != nil || token == keyword("trailer") {
			return unused, err
		}
		p.pos = before
		first, count, err := p.two()
		if err != nil {
			return nil, err
		}
		for n := range count {
			if unused, err = d.line(p, first+n, unused); err != nil {
				return nil, err
			}
		}
	}
}

// line reads one entry of a table.
func (d *decoder) line(p *parser, number int, unused []int) ([]int, error) {
	at, _, err := p.two()
	if err != nil {
		return nil, err
	}
	switch word, err := p.token(); {
	case err != nil:
		return nil, err
	case word == keyword("n") && at > 0:
		return unused, d.add(number, place{kind: standing, at: at})
	case word == keyword("f") || word == keyword("n"):
		return append(unused, number), d.budget.entry()
	}
	return nil, fmt.Errorf("the cross-reference says neither n nor f of object %d", number)
}

// stream reads a cross-reference stream, which is its own trailer.
func (d *decoder) stream(at int) (Dict, error) {
	def, err := d.define(at)
	if err != nil {
		return nil, err
	}
	s, ok := def.value.(*Stream)
	if !ok || !typed(s, "XRef") {
		return nil, errors.New("there is no cross-reference where one should be")
	}
	d.adopt(s.Dict)
	if err := d.openly(s); err != nil {
		return nil, err
	}
	return s.Dict, d.rows(s)
}

// openly decodes a cross-reference stream, which is never encrypted
// (ISO 32000-1, 7.5.8.2).
func (d *decoder) openly(s *Stream) error {
	encrypted := d.encrypted
	d.encrypted = false
	err := d.fill(s)
	d.encrypted = encrypted
	return err
}

// rows reads the entries of a cross-reference stream. An Index that promises
// more of them than there are is no error.
func (d *decoder) rows(s *Stream) error {
	widths, err := widths(s.Dict)
	if err != nil {
		return err
	}
	ranges := ArrayOf(s.Dict["Index"])
	if ranges == nil {
		ranges = Array{0, s.Dict["Size"]}
	}
	data := s.Data
	for i := 0; i+1 < len(ranges); i += 2 {
		first, _ := IntOf(ranges[i])
		count, _ := IntOf(ranges[i+1])
		if data, err = d.rangeOf(first, count, widths, data); err != nil {
			return err
		}
	}
	return nil
}

// rangeOf reads the entries of objects that follow each other, and returns the
// bytes that are left.
func (d *decoder) rangeOf(first, count int, widths rowWidths, data []byte) ([]byte, error) {
	for n := 0; n < count && len(data) >= widths.sum(); n++ {
		if err := d.add(first+n, widths.place(data)); err != nil {
			return nil, err
		}
		data = data[widths.sum():]
	}
	return data, nil
}

// rowWidths are how many bytes each of the three fields of an entry takes.
type rowWidths [3]int

func widths(dict Dict) (w rowWidths, err error) {
	list := ArrayOf(dict["W"])
	for i := range min(len(list), len(w)) {
		w[i], _ = IntOf(list[i])
	}
	if len(list) < len(w) || min(w[0], w[1], w[2]) < 0 || max(w[0], w[1], w[2]) > 8 || w.sum() == 0 {
		return w, errors.New("the cross-reference does not say how wide its entries are")
	}
	return w, nil
}

func (w rowWidths) sum() int { return w[0] + w[1] + w[2] }

// place reads an entry. Without a field for the kind an object stands in the
// file; other kinds than those known mean null (ISO 32000-1, table 18).
func (w rowWidths) place(row []byte) place {
	k := standing
	if w[0] > 0 {
		k = kind(min(bigEndian(row[:w[0]]), 3))
	}
	at, index := bigEndian(row[w[0]:w[0]+w[1]]), bigEndian(row[w[0]+w[1]:w.sum()])
	if k > contained || k == standing && at == 0 {
		return place{}
	}
	return place{kind: k, at: at, index: index}
}

func bigEndian(field []byte) (n int) {
	for _, b := range field {
		n = n<<8 | int(b)
	}
	return n & (1<<62 - 1)
}
