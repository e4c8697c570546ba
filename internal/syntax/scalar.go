package syntax

import (
	"strings"

	"soknad/internal/lazyregexp"
)

var (
	plainInt   = lazyregexp.New(`^-?(0|[1-9][0-9]{0,17})$`)
	plainFloat = lazyregexp.New(`^-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}$`)
	// oddNumber is whatever else YAML 1.1 or 1.2 tools read as a number:
	// leading zeros, signs, underscores, other bases, exponents, infinity.
	oddNumber = lazyregexp.New(`^[-+]?(` +
		`0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|` +
		`[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|` +
		`\.[0-9_]+([eE][-+]?[0-9]+)?|` +
		`\.(inf|Inf|INF)|` +
		`[0-9]+(:[0-5]?[0-9])+(\.[0-9_]*)?)$|^\.(nan|NaN|NAN)$`)
)

// resolve says what kind of value a scalar is. Only plain text can be
// anything but a String. Base-60 numbers such as 15:00 stay text, as every
// tool of today reads them.
func resolve(value string, style Style) Kind {
	if style != Plain {
		return String
	}
	switch {
	case isNullWord(value):
		return Null
	case isBoolWord(value):
		return Bool
	case !strings.ContainsRune("+-.0123456789", rune(value[0])):
		return String
	case plainInt().MatchString(value):
		return Int
	case plainFloat().MatchString(value):
		return Float
	case oddNumber().MatchString(value) && !strings.Contains(value, ":"):
		return Odd
	default:
		return String
	}
}

// LooksLikeValue reports whether a text would be read as something else than
// text if it stood without quotes.
func LooksLikeValue(text string) bool { return resolve(text, Plain) != String }

func isNullWord(s string) bool {
	switch s {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// isBoolWord knows the words that YAML 1.1 tools take for true or false.
func isBoolWord(s string) bool {
	if len(s) > len("false") {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n":
		return s == strings.ToLower(s) || s == strings.ToUpper(s) || s == strings.ToUpper(s[:1])+strings.ToLower(s[1:])
	}
	return false
}

// isTrueWord reports which of the two a bool word means.
func isTrueWord(s string) bool {
	switch strings.ToLower(s) {
	case "true", "yes", "on", "y":
		return true
	}
	return false
}
