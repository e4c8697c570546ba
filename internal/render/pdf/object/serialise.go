package object

import (
	"bytes"
	"math"
	"strconv"
)

// A serialiser writes objects that a walk has found sound.
type serialiser struct {
	out    []byte
	number map[*Indirect]int
}

func (s *serialiser) text(t string) { s.out = append(s.out, t...) }

func (s *serialiser) object(o Object) {
	switch o := o.(type) {
	case bool:
		s.out = strconv.AppendBool(s.out, o)
	case int:
		s.out = strconv.AppendInt(s.out, int64(o), 10)
	case float64:
		s.out = appendReal(s.out, o)
	case Name:
		s.out = appendName(s.out, o)
	case String:
		s.out = appendString(s.out, o)
	case Array:
		s.array(o)
	case Dict:
		s.dict(o)
	case *Indirect:
		s.reference(o)
	default:
		s.text("null")
	}
}

func (s *serialiser) reference(i *Indirect) {
	n := s.number[target(i)]
	if n == 0 {
		s.text("null")
		return
	}
	s.out = strconv.AppendInt(s.out, int64(n), 10)
	s.text(" 0 R")
}

func (s *serialiser) array(a Array) {
	s.text("[")
	for i, item := range a {
		if i > 0 {
			s.text(" ")
		}
		s.object(item)
	}
	s.text("]")
}

func (s *serialiser) dict(d Dict) {
	s.text("<<")
	for _, key := range keys(make([]Name, usualKeys), d) {
		s.out = append(appendName(s.out, key), ' ')
		s.object(d[key])
	}
	s.text(">>")
}

// appendReal writes a number with three decimals at most, finer than any
// device. Numbers next to zero are scales, as in the FontMatrix of a font with
// 2048 units to the em, and three decimals would make nothing of them: they
// have eight.
func appendReal(out []byte, x float64) []byte {
	places := 3
	if math.Abs(x) < 0.1 {
		places = 8
	}
	start := len(out)
	out = strconv.AppendFloat(out, x, 'f', places, 64)
	out = bytes.TrimSuffix(bytes.TrimRight(out, "0"), []byte("."))
	if string(out[start:]) == "-0" {
		return append(out[:start], '0')
	}
	return out
}

// appendName writes a name; what could end it or start an escape is written
// as #xx (ISO 32000-1, 7.3.5).
func appendName(out []byte, n Name) []byte {
	out = append(out, '/')
	for i := range len(n) {
		c := n[i]
		if c <= ' ' || c > '~' || c == '#' || delimiter(c) {
			out = append(out, '#', hexDigits[c>>4], hexDigits[c&15])
			continue
		}
		out = append(out, c)
	}
	return out
}

const hexDigits = "0123456789ABCDEF"

// appendString writes a string in parentheses when all of it is printable
// ASCII, and in hexadecimal digits when it is not: no byte is then at the mercy
// of line ends.
func appendString(out []byte, s String) []byte {
	if !printable(s) {
		return appendHex(out, s)
	}
	out = append(out, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			out = append(out, '\\')
		}
		out = append(out, s[i])
	}
	return append(out, ')')
}

func printable(s String) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func appendHex(out []byte, s String) []byte {
	out = append(out, '<')
	for i := range len(s) {
		out = append(out, hexDigits[s[i]>>4], hexDigits[s[i]&15])
	}
	return append(out, '>')
}
