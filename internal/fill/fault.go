package fill

import (
	"errors"
	"strconv"
	"strings"

	"soknad/internal/lazyregexp"
)

// place is how text/template begins its errors after the template's name: the
// line, and for an error of execution the byte in the line.
var place = lazyregexp.New(`^([0-9]+)(?::([0-9]+))?: (?s:(.*))$`)

// mostWords bounds how much of an error is said: it can quote a whole text.
const mostWords = 300

// fault makes a fault of an error of text/template. One of a limit is where
// the counting stood.
func (m *Meter) fault(name, text string, err error) *Fault {
	f := &Fault{Line: 1, Words: err.Error(), Limit: m.limit(err)}
	if said, ok := strings.CutPrefix(f.Words, "template: "+name+":"); ok {
		if at := place().FindStringSubmatch(said); at != nil {
			f.Line, _ = strconv.Atoi(at[1])
			f.Byte, _ = strconv.Atoi(at[2]) // An error of parsing names no byte, which is the first.
			f.Words = at[3]
		}
	}
	if f.Limit != nil && !errors.Is(f.Limit, ErrText) {
		f.Line, f.Byte = position(text, m.at)
	}
	f.Words = shortened(f.Words)
	return f
}

// limit returns the limit behind an error, nil when it is another mistake.
func (m *Meter) limit(err error) error {
	if m.reached == nil && errors.Is(err, ErrText) {
		return ErrText
	}
	return m.reached
}

// position returns the line, from 1, and the byte in it, from 0.
func position(text string, at int) (line, byteInLine int) {
	before := text[:min(at, len(text))]
	return 1 + strings.Count(before, "\n"), len(before) - 1 - strings.LastIndexByte(before, '\n')
}

// shortened cuts words that are too many.
func shortened(words string) string {
	if len(words) <= mostWords {
		return words
	}
	return strings.ToValidUTF8(words[:mostWords], "") + "…"
}
