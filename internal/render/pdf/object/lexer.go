package object

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A keyword is a token that is no object: an operator, a bracket, or "" at the
// end.
type keyword string

// A lexer splits bytes into tokens (ISO 32000-1, 7.2).
type lexer struct {
	data []byte
	pos  int
	// words are the constants and keywords that were read, so that each is made
	// once. It is nil where few come twice.
	words map[string]Object
	// scratch is where a string is put together, and is used again for the next.
	scratch []byte
}

// token returns the next token: an object that holds no others, or a keyword.
func (l *lexer) token() (Object, error) {
	l.space()
	if l.pos >= len(l.data) {
		return keyword(""), nil
	}
	switch c := l.data[l.pos]; c {
	case '/':
		return l.name(), nil
	case '(':
		return l.literal()
	case '<', '>':
		return l.angle()
	case '[', ']', '{', '}':
		l.pos++
		return bracket(c), nil
	case ')':
		return nil, fmt.Errorf("a parenthesis at byte %d closes nothing", l.pos)
	}
	return l.word(), nil
}

// space skips white space and comments.
func (l *lexer) space() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case white(c):
			l.pos++
		case c == '%':
			l.comment()
		default:
			return
		}
	}
}

func (l *lexer) comment() {
	for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
		l.pos++
	}
}

// regular returns the regular characters that stand next.
func (l *lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && isRegular(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

func (l *lexer) name() Name {
	l.pos++
	raw := l.regular()
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && nibble(raw[i+1]) >= 0 && nibble(raw[i+2]) >= 0 {
			out = append(out, byte(nibble(raw[i+1])<<4|nibble(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return Name(out)
}

// angle reads a bracket of a dictionary or a string of hexadecimal digits.
func (l *lexer) angle() (Object, error) {
	if rest := l.data[l.pos:]; len(rest) > 1 && rest[0] == rest[1] {
		l.pos += 2
		if rest[0] == '<' {
			return keyword("<<"), nil
		}
		return keyword(">>"), nil
	}
	if l.data[l.pos] == '>' {
		return nil, fmt.Errorf("a bracket at byte %d closes nothing", l.pos)
	}
	l.pos++
	out, n, closed := unhex(l.scratch[:0], l.data[l.pos:])
	l.scratch = out
	if l.pos += n; !closed {
		return nil, errors.New("a string of hexadecimal digits is not closed")
	}
	return String(out), nil
}

// unhex adds to out the bytes that hexadecimal digits up to a closing bracket
// say, and returns how many bytes it read. What is no digit is skipped, and a
// last odd digit is followed by a 0 (ISO 32000-1, 7.3.4.3).
func unhex(out, data []byte) (decoded []byte, read int, closed bool) {
	digits := 0
	for i, c := range data {
		if c == '>' {
			return out, i + 1, true
		}
		n := nibble(c)
		switch {
		case n < 0:
			continue
		case digits%2 == 0:
			out = append(out, byte(n<<4))
		default:
			out[len(out)-1] |= byte(n)
		}
		digits++
	}
	return out, len(data), false
}

// word reads a number, a constant or a keyword.
func (l *lexer) word() Object {
	raw := l.regular()
	if n, ok := plain(raw); ok {
		return n
	}
	if o, ok := l.words[string(raw)]; ok {
		return o
	}
	o := constant(string(raw))
	if l.words != nil {
		l.words[string(raw)] = o
	}
	return o
}

// constant returns what a word means that is no plain number.
func constant(word string) Object {
	switch {
	case word == "true" || word == "false":
		return word == "true"
	case word == "null":
		return nil
	case strings.Trim(word, "0123456789+-.") == "":
		return numeral(word)
	}
	return keyword(word)
}

// plain reads a number as nearly all are written: perhaps a minus, and then at
// most fifteen digits with perhaps a point among them. A float64 holds as many
// digits and the power of ten below them exactly, so that the quotient is the
// number that is nearest.
func plain(word []byte) (Object, bool) {
	digits := bytes.TrimPrefix(word, []byte("-"))
	if len(digits) > mostDigits {
		return nil, false
	}
	n, scale := 0, 0
	for _, c := range digits {
		switch {
		case '0' <= c && c <= '9':
			n, scale = 10*n+int(c-'0'), 10*scale
		case c == '.' && scale == 0:
			scale = 1
		default:
			return nil, false
		}
	}
	return signed(n, scale, len(digits) < len(word)), scale != 1 && len(digits) > 0
}

// mostDigits is how many digits and points a plain number has.
const mostDigits = 15

// signed makes a number of its digits, a real one when there is a scale.
func signed(n, scale int, minus bool) Object {
	if scale == 0 {
		if minus {
			n = -n
		}
		return n
	}
	x := float64(n) / float64(scale)
	if minus {
		x = -x
	}
	return x
}

// numeral reads a number however it is written. Signs too many, a second point
// and what follows it are passed over as other readers do, and a whole number
// that is too large is a real one.
func numeral(word string) Object {
	if n, err := strconv.Atoi(word); err == nil {
		return n
	}
	whole, fraction, point := strings.Cut(digits(word), ".")
	fraction, _, _ = strings.Cut(fraction, ".")
	if word[0] == '-' {
		whole = "-0" + whole
	}
	if n, err := strconv.Atoi(whole); err == nil && !point {
		return n
	}
	return fractional(whole, fraction)
}

// digits returns what stands between the signs of a number.
func digits(word string) string {
	word = strings.TrimLeft(word, "+-")
	if end := strings.IndexAny(word, "+-"); end >= 0 {
		word = word[:end]
	}
	return word
}

// fractional makes a real number of its digits; one too large to be a number
// is 0.
func fractional(whole, fraction string) Object {
	x, err := strconv.ParseFloat(cmp.Or(whole, "0")+"."+fraction, 64)
	if err != nil {
		return 0
	}
	return x
}

// isRegular reports whether a character is neither white space nor a delimiter.
func isRegular(c byte) bool {
	if 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
		return true
	}
	return !white(c) && !delimiter(c)
}

func white(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0)
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// bracket returns the keyword that a bracket is.
func bracket(c byte) Object {
	switch c {
	case '[':
		return keyword("[")
	case ']':
		return keyword("]")
	case '{':
		return keyword("{")
	}
	return keyword("}")
}

// nibble returns the value of a hexadecimal digit, or -1.
func nibble(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
