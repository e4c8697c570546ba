package object

import (
	"errors"
	"fmt"
)

// A parser makes objects of tokens.
type parser struct {
	lexer
	budget *budget
	// refer gives the object of a number; it is nil in a content stream,
	// where nothing can be referred to.
	refer func(number int) *Indirect
	depth int
	// stack holds the objects of the lists that are not at their end yet, so
	// that a list is made once and of its size.
	stack []Object
}

// value returns the next object, or a keyword that is none. References are
// seen only by items: their R comes last.
func (p *parser) value() (Object, error) {
	if err := p.budget.value(); err != nil {
		return nil, err
	}
	token, err := p.token()
	switch token {
	case keyword("["):
		list, err := p.items("]")
		return Array(list), err
	case keyword("<<"):
		list, err := p.items(">>")
		if err != nil {
			return nil, err
		}
		return pairs(list)
	}
	return token, err
}

// items returns the objects up to a keyword.
func (p *parser) items(end keyword) ([]Object, error) {
	if p.depth++; p.depth > maxNesting {
		return nil, excess(fmt.Sprintf("objects are nested more than %d deep", maxNesting))
	}
	first := len(p.stack)
	for {
		stop, err := p.item(first)
		if err != nil {
			return nil, err
		}
		if stop == end {
			p.depth--
			return p.take(first), nil
		}
		if stop != none {
			return nil, fmt.Errorf("%q stands where %q or an object should, at byte %d", stop, end, p.pos)
		}
	}
}

// take takes the objects from the first on off the stack.
func (p *parser) take(first int) []Object {
	list := make([]Object, len(p.stack)-first)
	copy(list, p.stack[first:])
	p.stack = p.stack[:first]
	return list
}

// none is the keyword that ends nothing; no token is spelled so.
const none = keyword(" ")

// item puts the next object on the stack, or makes a reference of the last two
// numbers of the list that begins at first; a keyword is returned.
func (p *parser) item(first int) (keyword, error) {
	v, err := p.value()
	if err != nil {
		return none, err
	}
	word, ok := v.(keyword)
	switch {
	case !ok:
		p.stack = append(p.stack, v)
		return none, nil
	case word == "R" && p.refer != nil:
		return none, p.reference(first)
	}
	return word, nil
}

func (p *parser) reference(first int) error {
	n := len(p.stack) - 2
	if n < first {
		return errors.New("an R stands after no two numbers")
	}
	number, ok := p.stack[n].(int)
	if _, whole := p.stack[n+1].(int); !ok || !whole || number < 0 {
		return errors.New("an R stands after no two whole numbers")
	}
	p.stack = p.stack[:n+1]
	if p.stack[n] = nil; number > 0 {
		p.stack[n] = p.refer(number)
	}
	return nil
}

// pairs makes a dictionary of keys and values. Null is no value (ISO 32000-1,
// 7.3.7); of a key that is given twice the last counts.
func pairs(list []Object) (Dict, error) {
	if len(list)%2 != 0 {
		return nil, errors.New("a dictionary has a key without a value")
	}
	d := make(Dict, len(list)/2)
	for i := 0; i < len(list); i += 2 {
		key, ok := list[i].(Name)
		if !ok {
			return nil, errors.New("a dictionary has a key that is no name")
		}
		if d[key] = list[i+1]; d[key] == nil {
			delete(d, key)
		}
	}
	return d, nil
}

// two reads two whole numbers.
func (p *parser) two() (m, n int, err error) {
	if m, err = p.whole(); err == nil {
		n, err = p.whole()
	}
	return m, n, err
}

func (p *parser) whole() (int, error) {
	token, err := p.token()
	n, ok := token.(int)
	if err == nil && !ok {
		err = fmt.Errorf("a whole number should stand before byte %d", p.pos)
	}
	return n, err
}
