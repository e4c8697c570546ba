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
	list := []Object{}
	for {
		more, stop, err := p.item(list)
		if err != nil {
			return nil, err
		}
		if stop == end {
			p.depth--
			return more, nil
		}
		if stop != none {
			return nil, fmt.Errorf("%q stands where %q or an object should, at byte %d", stop, end, p.pos)
		}
		list = more
	}
}

// none is the keyword that ends nothing; no token is spelled so.
const none = keyword(" ")

// item adds the next object to a list, or makes a reference of the last two
// numbers; a keyword is returned.
func (p *parser) item(list []Object) ([]Object, keyword, error) {
	v, err := p.value()
	if err != nil {
		return nil, none, err
	}
	word, ok := v.(keyword)
	switch {
	case !ok:
		return append(list, v), none, nil
	case word == "R" && p.refer != nil:
		list, err := p.reference(list)
		return list, none, err
	}
	return list, word, nil
}

func (p *parser) reference(list []Object) ([]Object, error) {
	n := len(list) - 2
	if n < 0 {
		return nil, errors.New("an R stands after no two numbers")
	}
	number, ok := list[n].(int)
	if _, whole := list[n+1].(int); !ok || !whole || number < 0 {
		return nil, errors.New("an R stands after no two whole numbers")
	}
	if number == 0 {
		return append(list[:n], nil), nil
	}
	return append(list[:n], p.refer(number)), nil
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
