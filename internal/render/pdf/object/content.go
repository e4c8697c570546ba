package object

import "fmt"

// An Operation is an operator of a content stream and what it works on.
type Operation struct {
	Operator string
	// Operands is used again for the next operation.
	Operands []Object
	// Start and End are where the operation is in the content, operands and
	// the bytes of an inline image included, so that it can be cut out and
	// the rest stay as it is.
	Start, End int
}

// Operators calls each with every operator of a content stream and its
// operands (ISO 32000-1, 7.8.2), and returns the first error, its own or that
// of each. Each operand may be kept, but the list of them is used again when
// each has returned. Operands that no operator follows are passed over.
//
// An inline image (8.9.7) is one operator, BI. Its operands are the
// dictionary, whose keys and values may be short as they stand there, and a
// String with the bytes of the image, still encoded.
func Operators(content []byte, each func(op string, operands []Object) error) error {
	return Operations(content, func(o Operation) error { return each(o.Operator, o.Operands) })
}

// Operations is Operators for those who want to know where in the content an
// operation is.
func Operations(content []byte, each func(Operation) error) error {
	p := contentParser(content)
	for {
		o, err := p.operation()
		if err != nil {
			return err
		}
		if o.Operator == "" {
			return nil
		}
		if err := each(o); err != nil {
			return err
		}
	}
}

// contentParser makes a parser of a content stream.
func contentParser(content []byte) *parser {
	return &parser{lexer: lexer{data: content, words: map[string]Object{}}, budget: &budget{}}
}

// operation reads the next operation; at the end it has no operator.
func (p *parser) operation() (Operation, error) {
	*p.budget = *newBudget(0)
	p.stack = p.stack[:0]
	o, err := p.upToOperator()
	if err != nil {
		err = fmt.Errorf("the content makes no sense at byte %d: %w", p.pos, err)
	}
	return o, err
}

// upToOperator reads operands up to the operator that they belong to.
func (p *parser) upToOperator() (Operation, error) {
	p.space()
	o := Operation{Start: p.pos}
	for {
		word, err := p.item(0)
		if err != nil {
			return o, err
		}
		switch word {
		case none:
			continue
		case "]", ">>", "{", "}":
			return o, fmt.Errorf("%q closes nothing", word)
		case "BI":
			o.Operands, err = p.image()
		default:
			o.Operands = p.stack
		}
		o.Operator, o.End = string(word), p.pos
		return o, err
	}
}
