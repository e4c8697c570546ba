package object

import "bytes"

// A Skimmer reads content streams for those whom most operands do not concern.
// It tells what Operators does, and finds the same errors, without making
// objects of what nobody asks for.
type Skimmer struct {
	// Passes reports whether an operator's operands do not matter where they are
	// numbers: then there are none.
	Passes func(op string) bool
	// Shows is told the strings of a TJ, which may be used again when it returns.
	// A TJ that holds anything but strings and numbers goes to Each.
	Shows func(strings [][]byte)
	// Marks is told the tag and the number of a BDC that says no more of its content
	// than that. A BDC of another form goes to Each.
	Marks func(tag Name, mcid int)
	// Each is told every other operator, as Operators tells it.
	Each func(op string, operands []Object)
}

// Read reads a content stream up to its end or its first error.
func (s Skimmer) Read(content []byte) error {
	p := &skimming{parser: contentParser(content), tags: map[string]Name{}}
	for {
		p.space()
		start := p.pos
		if s.skims(p) {
			continue
		}
		p.pos = start
		o, err := p.operation()
		if err != nil || o.Operator == "" {
			return err
		}
		s.Each(o.Operator, o.Operands)
	}
}

// A skimming is a content stream that is skimmed.
type skimming struct {
	*parser
	bytes   []byte // of the strings of a TJ, joined
	ends    []int  // of each string
	strings [][]byte
	tags    map[string]Name // so that each is made once
}

// mostSkimmed is how many values an operation may have that is skimmed. One
// with more is left to the parser, which has its own limits.
const mostSkimmed = 10_000

// skims reads an operation that needs no objects, and reports whether the next
// is one. If it is none, the place is lost.
func (s Skimmer) skims(p *skimming) bool {
	numbers := p.numbers()
	if numbers < 0 || p.pos >= len(p.data) {
		return false
	}
	switch {
	case p.data[p.pos] == '[':
		return numbers == 0 && s.shows(p)
	case p.data[p.pos] == '/':
		return numbers == 0 && s.marks(p)
	}
	op, ok := p.operator()
	if !ok || !s.Passes(op) {
		return false
	}
	s.Each(op, nil)
	return true
}

// numbers passes over numbers and counts them; -1 is too many, or one that is
// not written plainly.
func (p *skimming) numbers() int {
	for n := range mostSkimmed {
		p.space()
		if p.pos >= len(p.data) || !numeric(p.data[p.pos]) {
			return n
		}
		if !p.number() {
			return -1
		}
	}
	return -1
}

// number passes over a number, and reports whether it is one that the function
// plain reads: of which a point is not the last.
func (p *skimming) number() bool {
	if p.data[p.pos] == '-' {
		p.pos++
	}
	first, points, last := p.pos, 0, byte('.')
	for ; p.pos < len(p.data); p.pos++ {
		c := p.data[p.pos]
		if c == '.' {
			points++
		} else if c < '0' || '9' < c {
			break
		}
		last = c
	}
	ended := p.pos == len(p.data) || !isRegular(p.data[p.pos])
	return ended && last != '.' && points <= 1 && p.pos-first <= mostDigits
}

func numeric(c byte) bool { return '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' }

// operator reads an operator, if one stands next.
func (p *skimming) operator() (op string, ok bool) {
	if p.pos >= len(p.data) || delimiter(p.data[p.pos]) {
		return "", false
	}
	word, ok := p.word().(keyword)
	return string(word), ok
}

// shows reads a TJ of strings and numbers, and tells its strings.
func (s Skimmer) shows(p *skimming) bool {
	if !p.array() {
		return false
	}
	p.space()
	if op, ok := p.operator(); !ok || op != "TJ" {
		return false
	}
	start := 0
	p.strings = p.strings[:0]
	for _, end := range p.ends {
		p.strings = append(p.strings, p.bytes[start:end])
		start = end
	}
	s.Shows(p.strings)
	return true
}

// array reads an array of strings in parentheses and numbers, and reports
// whether it is one.
func (p *skimming) array() bool {
	p.pos++
	p.bytes, p.ends = p.bytes[:0], p.ends[:0]
	for len(p.ends) < mostSkimmed {
		if p.numbers() < 0 || p.pos >= len(p.data) {
			return false
		}
		switch p.data[p.pos] {
		case ']':
			p.pos++
			return true
		case '(':
			var err error
			if p.bytes, err = p.unquoted(p.bytes); err != nil {
				return false
			}
			p.ends = append(p.ends, len(p.bytes))
		default:
			return false
		}
	}
	return false
}

// marks reads a BDC of a tag and a number, and tells them.
func (s Skimmer) marks(p *skimming) bool {
	p.pos++
	tag := p.regular()
	if bytes.IndexByte(tag, '#') >= 0 || !p.passes("<<") || !p.passes("/MCID") {
		return false
	}
	mcid, ok := p.count()
	if !ok || !p.passes(">>") {
		return false
	}
	p.space()
	if op, ok := p.operator(); !ok || op != "BDC" {
		return false
	}
	name, ok := p.tags[string(tag)]
	if !ok {
		name = Name(tag)
		p.tags[string(tag)] = name
	}
	s.Marks(name, mcid)
	return true
}

// passes passes over white space and what is to stand next, and reports whether
// it did.
func (p *skimming) passes(next string) bool {
	p.space()
	ok := bytes.HasPrefix(p.data[p.pos:], []byte(next))
	p.pos += len(next)
	return ok
}

// count reads a whole number of few digits, after white space.
func (p *skimming) count() (n int, ok bool) {
	before := p.pos
	p.space()
	digits := p.regular()
	for _, c := range digits {
		if c < '0' || '9' < c {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, p.pos-len(digits) > before && 0 < len(digits) && len(digits) < mostDigits
}
