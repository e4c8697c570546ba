package object

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A definition is an object as it stands in a file: "5 0 obj … endobj".
type definition struct {
	number int
	value  Object
	// end is the place after it, of a stream that after the word stream.
	end int
}

// define reads the object that stands at a place.
func (d *decoder) define(at int) (definition, error) {
	if at < 0 || at >= len(d.data) {
		return definition{}, errors.New("an object is said to stand outside the file")
	}
	p := d.parser(d.data, at)
	def, err := d.definition(p)
	def.end = p.pos
	if over := d.budget.scan(p.pos - at); over != nil {
		return def, over
	}
	return def, err
}

func (d *decoder) definition(p *parser) (definition, error) {
	number, err := p.heading()
	if err != nil {
		return definition{}, err
	}
	for {
		stop, err := p.item(0)
		if err != nil {
			return definition{}, err
		}
		if stop != none {
			return definition{number: number, value: d.closed(p, p.stack, stop)}, nil
		}
	}
}

// heading reads "5 0 obj".
func (p *parser) heading() (int, error) {
	number, _, err := p.two()
	if err != nil {
		return 0, err
	}
	if word, err := p.token(); err != nil || number <= 0 || word != keyword("obj") {
		return 0, fmt.Errorf("no object begins before byte %d", p.pos)
	}
	return number, nil
}

// closed makes the value of an object of what stands before the word that ends
// it.
func (d *decoder) closed(p *parser, list []Object, stop keyword) Object {
	var value Object
	if len(list) > 0 {
		value = list[0]
	}
	dict, ok := value.(Dict)
	if stop == "stream" && ok {
		p.streamStart()
		s := &Stream{Dict: dict}
		d.starts[s] = p.pos
		return s
	}
	if stop != "endobj" {
		d.repaired = true
	}
	return value
}

// streamStart skips the line end after the word stream (ISO 32000-1, 7.3.8.1).
func (p *parser) streamStart() {
	if p.pos < len(p.data) && p.data[p.pos] == '\r' {
		p.pos++
	}
	if p.pos < len(p.data) && p.data[p.pos] == '\n' {
		p.pos++
	}
}

// standing reads the objects that the cross-reference says stand in the file.
func (d *decoder) standing() error {
	for _, n := range slices.Sorted(maps.Keys(d.places)) {
		where := d.places[n]
		if where.kind != standing {
			continue
		}
		def, err := d.define(where.at)
		if err != nil {
			return err
		}
		if def.number != n {
			return fmt.Errorf("object %d stands where the cross-reference has object %d", def.number, n)
		}
		d.refer(n).Value = def.value
	}
	return nil
}

// contained reads the objects that are in object streams (ISO 32000-1, 7.5.7).
// In an encrypted file those cannot be read.
func (d *decoder) contained() error {
	if d.encrypted {
		return nil
	}
	containers := map[int]*container{}
	for _, n := range slices.Sorted(maps.Keys(d.places)) {
		where := d.places[n]
		if where.kind != contained {
			continue
		}
		c, err := d.opened(containers, where.at)
		if err != nil {
			return err
		}
		if d.refer(n).Value, err = d.take(c, n); err != nil {
			return err
		}
	}
	return nil
}

// A container is an object stream and where in it the objects begin.
type container struct {
	data   []byte
	starts map[int]int
	// numbers are in the order in which the stream has them.
	numbers []int
}

func (d *decoder) opened(containers map[int]*container, number int) (*container, error) {
	if c := containers[number]; c != nil {
		return c, nil
	}
	s, ok := d.refer(number).Value.(*Stream)
	if !ok {
		return nil, fmt.Errorf("object %d is no object stream", number)
	}
	c, err := d.open(s)
	containers[number] = c
	return c, err
}

// open reads the beginning of an object stream.
func (d *decoder) open(s *Stream) (*container, error) {
	if err := d.fill(s); err != nil {
		return nil, err
	}
	count, _ := IntOf(s.Dict["N"])
	first, _ := IntOf(s.Dict["First"])
	p := &parser{lexer: lexer{data: s.Data}, budget: d.budget}
	c := &container{data: s.Data, starts: map[int]int{}}
	if d.skims {
		s.Data = nil // It goes with its container.
	}
	for range count {
		number, start, err := p.two()
		if err != nil {
			return nil, errors.New("an object stream does not say what it holds")
		}
		if err := d.budget.entry(); err != nil {
			return nil, err
		}
		c.starts[number] = first + start
		c.numbers = append(c.numbers, number)
	}
	return c, nil
}

// take reads one object of an object stream.
func (d *decoder) take(c *container, number int) (Object, error) {
	start, ok := c.starts[number]
	if !ok || start < 0 || start > len(c.data) {
		return nil, fmt.Errorf("object %d is not in the object stream that the cross-reference names", number)
	}
	p := d.parser(c.data, start)
	v, err := p.value()
	if over := d.budget.decode(p.pos - start); over != nil {
		return nil, over
	}
	if word, ok := v.(keyword); ok && err == nil {
		err = fmt.Errorf("%q stands where object %d should", word, number)
	}
	return v, err
}
