package syntax

import "fmt"

// isHidden reports whether a character cannot be seen and yet changes what is
// read: control characters, line breaks that editors do not count, marks that
// turn the direction of the text, and a byte order mark inside the text.
func isHidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x2028, r == 0x2029, r == 0xfeff:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// nameOf describes a hidden character in words that help to find it.
func nameOf(r rune) string {
	names := map[rune]string{
		0x00: "NUL", 0x07: "bell", 0x08: "backspace", 0x0b: "vertical tab", 0x0c: "form feed",
		'\r': "carriage return", 0x1b: "escape", 0x7f: "delete",
		0x85: "next line", 0x2028: "line separator", 0x2029: "paragraph separator",
		0xfeff: "byte order mark", 0x202a: "left-to-right embedding", 0x202b: "right-to-left embedding",
		0x202c: "end of embedding", 0x202d: "left-to-right override", 0x202e: "right-to-left override",
		0x2066: "left-to-right isolate", 0x2067: "right-to-left isolate", 0x2068: "isolate", 0x2069: "end of isolate",
	}
	if name, ok := names[r]; ok {
		return fmt.Sprintf("%s (U+%04X)", name, r)
	}
	return fmt.Sprintf("U+%04X", r)
}
