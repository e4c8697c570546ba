package syntax

import (
	"bytes"
	"errors"
	"io"

	"gopkg.in/yaml.v3"

	"soknad/internal/diag"
	"soknad/internal/lazyregexp"
	"soknad/internal/source"
)

// maxMistakes is how many mistakes in the YAML of one file are reported.
const maxMistakes = 20

// patience is how many bytes the library reads of one file to find its mistakes.
// A large file that is broken in many places runs it out; then the mistake that
// was being looked for is shown near its place, and those after it are not.
const patience = 4 << 20

// A gap is a range of bytes that was blanked.
type gap struct{ start, end int }

// mend finds the places where a text cannot be read as YAML and blanks the
// lines of each, so that what stands around them can be read. It returns the
// mended text, what the library reads in it, the gaps it made, and a finding
// for each.
//
// The library says that a text is broken, but not where: its errors carry no
// column and often the wrong line. A line is to blame when the text up to it
// cannot be read, the text before it can, and nothing that follows heals it.
func mend(f *source.File, text []byte) (mended []byte, documents []*yaml.Node, gaps []gap, list diag.List) {
	text, list = takeOurs(f, text)
	text, ended := takeEndMark(f, text)
	list.Add(ended...)
	text, gaps, odd := takeOddLines(f, text)
	list.Add(odd...)
	left := patience
	bad := 0 // the lines before it can be read
	for {
		var ok bool
		if documents, ok = load(bytes.NewReader(text)); ok {
			return text, documents, gaps, list
		}
		l := locator{file: f, text: text, lines: lineStarts(text), left: &left}
		bad = l.firstBadLine(bad)
		list.Add(l.explain(bad))
		g := l.gap(bad)
		if len(list) >= maxMistakes || left < 0 || isBlank(text[g.start:g.end]) {
			g = gap{0, len(text)}
		}
		gaps = append(gaps, g)
		text = blanked(text, g.start, g.end)
	}
}

// load reads the documents of a text, and reports whether the library can
// read all of it.
func load(text io.Reader) (documents []*yaml.Node, ok bool) {
	decoder := yaml.NewDecoder(text)
	for {
		n := new(yaml.Node)
		if err := decoder.Decode(n); err != nil {
			return documents, errors.Is(err, io.EOF)
		}
		documents = append(documents, n)
	}
}

// blanked returns a copy of text in which the bytes of a range are spaces,
// but for the line breaks.
func blanked(text []byte, start, end int) []byte {
	text = bytes.Clone(text)
	for i := start; i < end; i++ {
		if text[i] != '\n' && text[i] != '\r' {
			text[i] = ' '
		}
	}
	return text
}

func isBlank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }

func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, b := range text {
		if b == '\n' && i+1 < len(text) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// A locator looks for mistakes in one text. Lines are counted from 0 here.
type locator struct {
	file  *source.File
	text  []byte
	lines []int // offset of each line's first byte
	left  *int  // of patience
}

// line returns a line without its line break.
func (l *locator) line(n int) []byte {
	return bytes.TrimRight(l.text[l.lines[n]:l.lineEnd(n)], "\r\n")
}

func (l *locator) lineEnd(n int) int {
	if n+1 < len(l.lines) {
		return l.lines[n+1]
	}
	return len(l.text)
}

// healing is how many lines further on a text is given the chance to close
// what a line opened.
const healing = 40

// firstBadLine returns the line that makes the text unreadable, when the lines
// before a good one are known to be readable. It searches by halves for a line
// that is bad while the text before it is good, and looks further on when some
// later line heals it, as the end of a quoted text of several lines does.
func (l *locator) firstBadLine(good int) int {
	given := l.given()
	bad := given
	for {
		for bad-good > 1 {
			middle := (good + bad) / 2
			if l.readableTo(middle) {
				good = middle
			} else {
				bad = middle
			}
		}
		healed := l.healed(bad, min(bad+healing, given-1))
		if healed < 0 || *l.left < 0 {
			return bad - 1
		}
		good, bad = healed, given
	}
}

// given returns how many lines the library asks for before it says that the
// text is broken. Nothing that follows them can heal it.
func (l *locator) given() int {
	lines := &lineReader{locator: l}
	_, _ = load(lines)
	*l.left -= l.lineEnd(lines.n - 1)
	return lines.n
}

// A lineReader gives the lines of a text as they are asked for.
type lineReader struct {
	*locator
	n    int    // lines that were given, the last perhaps in part
	rest []byte // of the last line given
}

func (r *lineReader) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.n == len(r.lines) {
			return 0, io.EOF
		}
		r.rest = r.text[r.lines[r.n]:r.lineEnd(r.n)]
		r.n++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// readableTo reports whether the first n lines alone can be read.
func (l *locator) readableTo(n int) bool {
	if n == 0 {
		return true
	}
	end := l.lineEnd(n - 1)
	*l.left -= end
	_, ok := load(bytes.NewReader(l.text[:end]))
	return ok
}

// healed returns a number of lines, more than n and no more than last, that can
// be read again, or -1.
func (l *locator) healed(n, last int) int {
	for m := n + 1; m <= last && *l.left >= 0; m++ {
		if l.readableTo(m) {
			return m
		}
	}
	return -1
}

// gap returns the bytes to blank for a mistake on a line: the line with those
// indented deeper below it. The text before them can be read, so that the next
// mistake is further down.
func (l *locator) gap(bad int) gap { return l.deeper(bad, indentation) }

// deeper returns the bytes of a line and of those indented deeper below it, by
// a measure of how far a line is indented.
func (l *locator) deeper(n int, indented func(line []byte) int) gap {
	for next := n + 1; next < len(l.lines); next++ {
		if l.isWritten(next) && indented(l.line(next)) <= indented(l.line(n)) {
			return gap{l.lines[n], l.lines[next]}
		}
	}
	return gap{l.lines[n], len(l.text)}
}

func (l *locator) isWritten(n int) bool { return !isBlank(l.line(n)) }

func (l *locator) depth(n int) int { return indentation(l.line(n)) }

var marginKey = lazyregexp.New(`^[a-z_]+:( |$)`)

func atMargin(line []byte) bool { return marginKey().Match(line) }

// explain makes the finding for a mistake on a line.
func (l *locator) explain(bad int) *diag.Diagnostic {
	for _, look := range lookers() {
		if d := look(l, bad); d != nil {
			return d
		}
	}
	return l.fits(bad)
}

// at makes a finding about bytes of a line, counted from its start.
func (l *locator) at(line, start, end int, format string, args ...any) *diag.Diagnostic {
	first := l.lines[line]
	end = max(end, start+1)
	return diag.New(codeSyntax, diag.Error, l.file.Span(first+start, min(first+end, len(l.text))), format, args...)
}

// indentation counts the white space before a line's first character.
func indentation(line []byte) int {
	return len(line) - len(bytes.TrimLeft(line, " \t"))
}

func (l *locator) fits(bad int) *diag.Diagnostic {
	line := l.line(bad)
	from := indentation(line)
	return l.at(bad, from, len(line), "this line does not fit under the lines above").
		Hint("if it is a key of its own, indent it exactly like its neighbours").
		Hint("if it goes on with the text above, begin that text with | on the key's line")
}

// lookers are the mistakes that people make, the surest first.
func lookers() []func(*locator, int) *diag.Diagnostic {
	return []func(*locator, int) *diag.Diagnostic{
		(*locator).tab,
		(*locator).badEscape,
		(*locator).openQuote,
		(*locator).openBracket,
		(*locator).badStart,
		(*locator).afterQuote,
		(*locator).dashInBraces,
		(*locator).colonInText,
		(*locator).noSpaceAfterColon,
		(*locator).noColon,
	}
}
