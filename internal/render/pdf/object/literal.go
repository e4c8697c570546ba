package object

import "errors"

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (l *lexer) literal() (Object, error) {
	out, err := l.unquoted(l.scratch[:0])
	if err != nil {
		return nil, err
	}
	l.scratch = out
	return String(out), nil
}

// unquoted adds to out the bytes of a string in parentheses.
func (l *lexer) unquoted(out []byte) ([]byte, error) {
	l.pos++
	for depth := 1; ; {
		run, c, ok := l.run()
		if !ok {
			return nil, errors.New("a string in parentheses is not closed")
		}
		out = append(out, run...)
		switch c {
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			c = l.lineEnd()
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out, nil
			}
		}
		out = append(out, c)
	}
}

// run returns the bytes before the next one that may mean something in a
// string, and that one.
func (l *lexer) run() (before []byte, c byte, ok bool) {
	rest := l.data[l.pos:]
	for n, c := range rest {
		switch c {
		case '\\', '\r', '(', ')':
			l.pos += n + 1
			return rest[:n], c, true
		}
	}
	l.pos = len(l.data)
	return nil, 0, false
}

// lineEnd makes one line feed of a carriage return and a line feed that may
// follow it.
func (l *lexer) lineEnd() byte {
	if l.pos < len(l.data) && l.data[l.pos] == '\n' {
		l.pos++
	}
	return '\n'
}

// escape reads what follows a backslash. A line end is no part of the string,
// and a backslash before what needs none means nothing.
func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	if '0' <= c && c <= '7' {
		return append(out, l.octal())
	}
	l.pos++
	switch c {
	case '\r':
		l.lineEnd()
		return out
	case '\n':
		return out
	}
	return append(out, unescaped(c))
}

func unescaped(c byte) byte {
	switch c {
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	}
	return c
}

// octal reads up to three octal digits; what is more than a byte is lost.
func (l *lexer) octal() byte {
	n := 0
	for end := min(l.pos+3, len(l.data)); l.pos < end; l.pos++ {
		c := l.data[l.pos]
		if c < '0' || c > '7' {
			break
		}
		n = n*8 + int(c-'0')
	}
	return byte(n)
}
