package check

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"soknad/internal/render/pdf/object"
)

// plain returns the text of a PDF text string (ISO 32000-1, 7.9.2.2). What is
// neither UTF-16 nor UTF-8 is read as Latin-1, which differs from
// PDFDocEncoding in a few signs only.
func plain(s object.String) string {
	if units, ok := strings.CutPrefix(string(s), "\xfe\xff"); ok {
		return utf16Text(units)
	}
	text := strings.TrimPrefix(string(s), "\xef\xbb\xbf")
	if utf8.ValidString(text) {
		return text
	}
	runes := make([]rune, len(text))
	for i := range len(text) {
		runes[i] = rune(text[i])
	}
	return string(runes)
}

// utf16Text decodes UTF-16 with the higher byte first.
func utf16Text(s string) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}
