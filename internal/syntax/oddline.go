package syntax

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"soknad/internal/diag"
	"soknad/internal/lazyregexp"
	"soknad/internal/source"
)

// takeOddLines reports lines that the library reads as something else than
// what was meant, so that the mistake would show further down, and blanks them
// with what stands deeper below them.
func takeOddLines(f *source.File, text []byte) (mended []byte, gaps []gap, list diag.List) {
	l := locator{file: f, text: text, lines: lineStarts(text)}
	lines := l.structure()
	for i, n := range lines {
		d := l.noBreakIndent(n)
		if d == nil {
			d = l.dashWithoutSpace(n)
		}
		if d == nil && i == 0 {
			d = l.firstIndented(lines)
		}
		if d == nil {
			continue
		}
		g := l.deeper(n, width)
		gaps, list = append(gaps, g), append(list, d)
		text = blanked(text, g.start, g.end)
	}
	return text, gaps, list
}

// structure lists the lines that are neither blank nor a comment nor a part of
// a text that | or > begins.
func (l *locator) structure() []int {
	var lines []int
	for n := 0; n < len(l.lines); n++ {
		line := bytes.TrimLeft(l.line(n), " \t")
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		lines = append(lines, n)
		if beginsText(l.line(n)) {
			n = l.blockEnd(n) - 1
		}
	}
	return lines
}

// beginsText reports whether a line ends with the | or > that begins a text on
// the next.
func beginsText(line []byte) bool {
	if !bytes.ContainsAny(line, "|>") {
		return false
	}
	text, _ := valueOf(line)
	return len(text) > 0 && blockHeader().Match(text)
}

// blockEnd returns the line after the text that a line with | or > begins.
func (l *locator) blockEnd(n int) int {
	end, depth := n+1, -1
	for ; end < len(l.lines); end++ {
		if !l.isWritten(end) {
			continue
		}
		if depth < 0 {
			depth = max(l.depth(end), l.depth(n)+1)
		}
		if l.depth(end) < depth {
			break
		}
	}
	return end
}

// width returns how many characters of white space a line begins with; the
// spaces that YAML does not know as such count too.
func width(line []byte) int {
	words := bytes.TrimLeft(line, " \t")
	if len(words) > 0 && words[0] >= utf8.RuneSelf {
		words = bytes.TrimLeft(words, " \t"+foreignSpaces)
	}
	return utf8.RuneCount(line[:len(line)-len(words)])
}

// foreignSpaces are those that a text pasted from elsewhere may be indented
// with: no-break, figure, narrow no-break and ideographic.
const foreignSpaces = "\u00a0\u2007\u202f\u3000"

var foreignIndent = lazyregexp.New(`^[ \t]*(?:- *)*([` + foreignSpaces + `][ ` + foreignSpaces + `]*)(?:- |[a-z_]+:(?: |$))`)

func (l *locator) noBreakIndent(n int) *diag.Diagnostic {
	line := l.line(n)
	if first := bytes.TrimLeft(line, " \t-"); len(first) == 0 || first[0] < utf8.RuneSelf {
		return nil
	}
	m := foreignIndent().FindSubmatchIndex(line)
	if m == nil {
		return nil
	}
	at := l.file.Span(l.lines[n]+m[2], l.lines[n]+m[3])
	return l.at(n, m[2], m[3], "a no-break space cannot indent").
		Hint("use spaces instead").
		Fix(at, strings.Repeat(" ", utf8.RuneCount(at.Text())), "write ordinary spaces")
}

var gluedDash = lazyregexp.New(`^ *(?:- +)*(-)(?:[a-z_]+:(?: |$)|\{ *[a-z_]+:)`)

func (l *locator) dashWithoutSpace(n int) *diag.Diagnostic {
	line := l.line(n)
	if first := bytes.TrimLeft(line, " -"); len(first) == len(line) || line[len(line)-len(first)-1] != '-' {
		return nil
	}
	m := gluedDash().FindSubmatchIndex(line)
	if m == nil {
		return nil
	}
	d := l.at(n, m[2], m[3], "there must be a space after the hyphen").
		Hint("write a space after the hyphen")
	if g := l.deeper(n, width); g.end == l.lineEnd(n) || l.depth(n+1) == m[2]+len("- ") {
		at := l.file.Span(l.lines[n]+m[2], l.lines[n]+m[3])
		return d.Fix(at, string(at.Text())+" ", "write a space after the hyphen")
	}
	return d.Hint("indent the lines below it as far as its key")
}

// firstIndented finds that the first key is indented and a later one is not:
// the library would take the later one for the mistake.
func (l *locator) firstIndented(lines []int) *diag.Diagnostic {
	first := lines[0]
	line := l.line(first)
	depth := l.depth(first)
	if depth == 0 || !atMargin(line[depth:]) {
		return nil
	}
	for _, n := range lines[1:] {
		if atMargin(l.line(n)) {
			return l.at(first, 0, depth, "this key is indented, and those below it are not").
				Hint("delete the spaces before it")
		}
	}
	return nil
}

var endMark = lazyregexp.New(`^\.\.\.(?:[ \t]|$)`)

// takeEndMark reports the line ... when more follows, and goes on with what
// does. Where that begins with ---, it is a second document.
func takeEndMark(f *source.File, text []byte) ([]byte, diag.List) {
	if !bytes.Contains(text, []byte("...")) {
		return text, nil
	}
	l := locator{file: f, text: text, lines: lineStarts(text)}
	lines := l.structure()
	for i, n := range lines {
		line := l.line(n)
		if !endMark().Match(line) || len(line) == len("...") && (i+1 == len(lines) || bytes.HasPrefix(l.line(lines[i+1]), []byte("---"))) {
			continue
		}
		d := diag.New(codeDocuments, diag.Error, f.Span(l.lines[n], l.lines[n]+len(line)),
			"the description ends here; everything after it would be left out").
			Hint("delete this line, or move what follows into a file of its own")
		return blanked(text, l.lines[n], l.lines[n]+len(line)), diag.List{d}
	}
	return text, nil
}
