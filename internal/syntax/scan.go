package syntax

import (
	"bytes"
	"unicode/utf8"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// The codes of findings about the bytes and the YAML of a file.
const (
	codeSyntax    diag.Code = "YML001" // cannot be read as YAML
	codeEncoding  diag.Code = "YML002" // not UTF-8
	codeControl   diag.Code = "YML003" // hidden character
	codeDuplicate diag.Code = "YML004" // key written twice
	codeAnchor    diag.Code = "YML005" // anchor, alias or merge key
	codeTag       diag.Code = "YML006" // tag
	codeDocuments diag.Code = "YML007" // second document
	codeLimit     diag.Code = "YML008" // too large, too deep or too much
	codeComment   diag.Code = "YML009" // text cut off by #
	codeConflict  diag.Code = "YML010" // the same thing in two files
)

// MaxFileSize is the largest file that is read, in bytes.
const MaxFileSize = 1 << 20

// CheckText looks at the bytes of a text file before anything else does: its
// size, its encoding and hidden characters. It returns the findings and the
// text with what was found blanked out byte for byte, so that offsets stay
// true; the text is nil when it cannot be read at all.
func CheckText(f *source.File) ([]byte, diag.List) {
	if len(f.Text) > MaxFileSize {
		return nil, diag.List{diag.New(codeLimit, diag.Error, f.Span(0, 0),
			"the file is larger than %d MB, the most that is read", MaxFileSize>>20).
			Hint("move a part of it into a file of its own")}
	}
	if isUTF16(f.Text) {
		return nil, diag.List{diag.New(codeEncoding, diag.Error, f.Span(0, 2),
			"the file is UTF-16, not UTF-8").Hint("save it as UTF-8 in your editor")}
	}
	s := scanner{file: f, text: f.Text, first: map[rune]*diag.Diagnostic{}}
	s.scan()
	return s.text, s.list
}

// TooMany says that a folder holds more files than are looked at, from a file
// on.
func TooMany(at source.Ranger, most int) *diag.Diagnostic {
	return diag.New(codeLimit, diag.Error, at, "there are more than %d files in the folder", most).
		Hint("keep only what describes the application in its folder")
}

// TooLarge says that the files of a description are larger than what is read,
// from a file on.
func TooLarge(at source.Ranger, most int) *diag.Diagnostic {
	return diag.New(codeLimit, diag.Error, at, "the files of the description are larger than %d MB together", most>>20).
		Hint("keep only what describes the application in its folder")
}

func isUTF16(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) ||
		len(text) > 3 && (text[0] == 0 && text[1] != 0 || text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0)
}

// A scanner walks over a file's characters and blanks what may not be there.
type scanner struct {
	file *source.File
	text []byte // the file's text; a copy once something is blanked
	list diag.List

	crowd    crowd
	badBytes int
	first    map[rune]*diag.Diagnostic // what was found first of each character
}

func (s *scanner) scan() {
	for i := 0; i < len(s.file.Text); {
		r, size := utf8.DecodeRune(s.file.Text[i:])
		switch {
		case i == 0 && r == '\ufeff':
		case r == utf8.RuneError && size == 1:
			s.badByte(i)
		case isHidden(r) && !s.endsLine(i, r):
			s.hidden(i, size, r)
		}
		i += size
	}
}

// endsLine reports whether the character is the \r of a \r\n.
func (s *scanner) endsLine(i int, r rune) bool {
	return r == '\r' && i+1 < len(s.file.Text) && s.file.Text[i+1] == '\n'
}

// badByte reports the first byte that is not UTF-8; the others of the file
// are the same mistake.
func (s *scanner) badByte(i int) {
	b := s.file.Text[i]
	s.blank(i, 1)
	s.badBytes++
	if s.badBytes > 1 {
		return
	}
	d := diag.New(codeEncoding, diag.Error, s.file.Span(i, i+1), "the byte 0x%02X is not UTF-8", b)
	if meant, ok := windows1252(b); ok {
		d.Hint("it looks like %q as Windows-1252 writes it; save the file as UTF-8 in your editor", meant)
	} else {
		d.Hint("save the file as UTF-8 in your editor")
	}
	s.list.Add(d)
}

// windows1252 returns the Norwegian letter or the quote that a byte is in
// the encoding that older Windows programs use.
func windows1252(b byte) (string, bool) {
	switch {
	case b >= 0xC0:
		return string(rune(b)), true
	case b == 0xAB, b == 0xBB:
		return string(rune(b)), true
	case b == 0x96:
		return "–", true
	case b == 0x93 || b == 0x94:
		return "”", true
	}
	return "", false
}

// hidden reports a hidden character; those that a program ended its lines with
// are one mistake. What follows a hidden line break, or a
// hidden character at the margin, goes on at the margin.
func (s *scanner) hidden(i, size int, r rune) {
	s.blank(i, size)
	if replacement(r) == "\n" || i > 0 && s.text[i-1] == '\n' {
		s.text[i+size-1] = '\n'
	}
	at := s.file.Span(i, i+size)
	if first := s.first[r]; first != nil && replacement(r) == "\n" {
		first.Fixes[0].Edits = append(first.Fixes[0].Edits, diag.Edit{Span: at, New: "\n"})
		return
	}
	s.first[r] = s.crowd.add(&s.list, hiddenAt(at, r))
}

// replacement is what a fix writes for a hidden character: what stood for a
// line break becomes one.
func replacement(r rune) string {
	switch r {
	case '\r', '\u0085', '\u2028', '\u2029':
		return "\n"
	}
	return ""
}

// blank overwrites bytes with spaces, in a copy of the text.
func (s *scanner) blank(i, size int) {
	if s.badBytes == 0 && len(s.list) == 0 {
		s.text = bytes.Clone(s.file.Text)
	}
	for j := i; j < i+size; j++ {
		s.text[j] = ' '
	}
}
