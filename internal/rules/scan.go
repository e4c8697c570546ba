package rules

import (
	"regexp"
	"strings"
)

// scan returns the matches of a pattern that begins with ^, as
// FindAllStringSubmatchIndex does. The pattern is tried only where mayBegin
// says that a match may begin: texts are long, and matches few.
func scan(text string, mayBegin func(text string, at int) bool, pattern *regexp.Regexp) [][]int {
	var found [][]int
	for at := 0; at < len(text); at++ {
		if !mayBegin(text, at) {
			continue
		}
		m := pattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			continue
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		found = append(found, m)
		at = m[1] - 1
	}
	return found
}

// beginsNumber reports whether a number begins at a byte of a text.
func beginsNumber(text string, at int) bool {
	return isDigit(text[at]) && (at == 0 || !isWordByte(text[at-1]))
}

// beginsPhone reports whether a telephone number may begin at a byte of a
// text.
func beginsPhone(text string, at int) bool {
	return text[at] == '+' || beginsNumber(text, at)
}

// beginsAmount reports whether an amount may begin at a byte of a text, with
// its currency before it or without.
func beginsAmount(text string, at int) bool {
	switch {
	case isDigit(text[at]):
		return at == 0 || !isDigit(text[at-1])
	case strings.HasPrefix(text[at:], "kr"), strings.HasPrefix(text[at:], "NOK"):
		return at == 0 || !isWordByte(text[at-1])
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isWordByte knows what the boundaries of package regexp know as a part of a
// word.
func isWordByte(b byte) bool {
	return isDigit(b) || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b == '_'
}
