package syntax

import (
	"bytes"

	"soknad/internal/diag"
	"soknad/internal/lazyregexp"
)

// Each looker knows one mistake: it returns the finding when a line makes
// it, and nil otherwise.

func (l *locator) tab(n int) *diag.Diagnostic {
	line := l.line(n)
	i := bytes.IndexByte(line[:indentation(line)], '\t')
	if i < 0 {
		return nil
	}
	return l.at(n, i, indentation(line), "a tab cannot indent").Hint("use spaces instead")
}

// value cuts a line into what stands before its value and the value itself:
// after the dashes of a list and after a key with its colon.
var value = lazyregexp.New(`^( *(?:- +)*(?:(?:[^\s"'#:\[{&*!|>%@` + "`" + `-][^:#"']*|"[^"]*"|'[^']*') *: +)?)(.*)$`)

// valueOf returns the value on a line and its offset in the line.
func valueOf(line []byte) ([]byte, int) {
	m := value().FindSubmatchIndex(line)
	if m == nil {
		return nil, 0
	}
	return bytes.TrimRight(line[m[4]:m[5]], " "), m[4]
}

func (l *locator) openQuote(n int) *diag.Diagnostic {
	line := l.line(n)
	text, at := valueOf(line)
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' || closes(text) {
		return nil
	}
	return l.at(n, at, at+1, "the quote that opens here is never closed").
		Hint("write %c at the end of the text", text[0])
}

var (
	quoteStart = lazyregexp.New(`(?:^|[\s\[{,:])(")`)
	escape     = lazyregexp.New(`^\\(?:[0abtnvfre "/\\N_LP\t\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})`)
)

// badEscape finds a backslash that means nothing in a text between double
// quotes that begins on the line.
func (l *locator) badEscape(n int) *diag.Diagnostic {
	for _, m := range quoteStart().FindAllSubmatchIndex(l.line(n), -1) {
		start := l.lines[n] + m[2]
		after := quoteEnd(l.text, start)
		for at := start + 1; at < after; at++ {
			if l.text[at] != '\\' {
				continue
			}
			whole := escape().Find(l.text[at:])
			if whole == nil {
				end := min(at+2, lineEnd(l.text, at))
				return diag.New(codeSyntax, diag.Error, l.file.Span(at, end), "%s means nothing between double quotes", string(l.text[at:end])).
					Hint(`write \\ for a backslash, or put the text between single quotes`)
			}
			at += len(whole) - 1
		}
	}
	return nil
}

// closes reports whether a quoted text ends within itself.
func closes(text []byte) bool {
	end := quoteEnd(text, 0)
	return end <= len(text) && end > 1 && text[end-1] == text[0]
}

func (l *locator) openBracket(n int) *diag.Diagnostic {
	line := l.line(n)
	text, at := valueOf(line)
	if len(text) == 0 || text[0] != '[' && text[0] != '{' {
		return nil
	}
	open, wrong := brackets(text)
	switch {
	case wrong >= 0:
		return l.at(n, at+wrong, at+wrong+1, "this bracket closes nothing").
			Hint("a [ is closed by ], a { by }")
	case open >= 0:
		return l.at(n, at+open, at+open+1, "the bracket that opens here is never closed").
			Hint("write %s at the end of the list", closer(text[open]))
	}
	return nil
}

func closer(open byte) string {
	if open == '[' {
		return "]"
	}
	return "}"
}

// brackets returns the offset of the outermost bracket that stays open, and
// of the first that closes what is not open; -1 where there is none.
func brackets(text []byte) (open, wrong int) {
	var stack []int
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\'':
			i = quoteEnd(text, i) - 1
		case '#':
			if i > 0 && text[i-1] == ' ' {
				i = len(text)
			}
		case '[', '{':
			stack = append(stack, i)
		case ']', '}':
			if len(stack) == 0 || closer(text[stack[len(stack)-1]]) != string(c) {
				return -1, i
			}
			stack = stack[:len(stack)-1]
		}
	}
	if len(stack) == 0 {
		return -1, -1
	}
	return stack[0], -1
}

func (l *locator) badStart(n int) *diag.Diagnostic {
	text, at := valueOf(l.line(n))
	if len(text) == 0 {
		return nil
	}
	switch c := text[0]; c {
	case '*', '&', '!', '@', '`', '%', ']', '}', ',':
		return l.at(n, at, at+len(text), "a text cannot begin with %c", c).
			Hint("put the whole text in quotes")
	case '|', '>':
		if len(text) > 1 && !blockHeader().Match(text) {
			return l.at(n, at, at+len(text), "after %c the text must begin on the next line", c).
				Hint("move the text to the next line, indented; or put it in quotes if it begins with %c", c)
		}
	}
	return nil
}

var blockHeader = lazyregexp.New(`^[|>][-+0-9]{0,2}\s*(#.*)?$`)

func (l *locator) afterQuote(n int) *diag.Diagnostic {
	text, at := valueOf(l.line(n))
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' || !closes(text) {
		return nil
	}
	end := quoteEnd(text, 0)
	rest := bytes.TrimLeft(text[end:], " ")
	if len(rest) == 0 || rest[0] == '#' || rest[0] == ':' {
		return nil
	}
	return l.at(n, at+len(text)-len(rest), at+len(text), "there is text after the closing quote").
		Hint("put the whole text between the quotes; a quote inside it is written %s", escapedQuote(text[0]))
}

func escapedQuote(quote byte) string {
	if quote == '"' {
		return `\"`
	}
	return `''`
}

func (l *locator) colonInText(n int) *diag.Diagnostic {
	line := l.line(n)
	text, at := valueOf(line)
	if at == indentation(line) || len(text) == 0 || bytes.IndexByte([]byte(`"'[{|>`), text[0]) >= 0 {
		return nil
	}
	i := bytes.Index(append(bytes.Clone(text), ' '), []byte(": "))
	if i < 0 {
		return nil
	}
	whole := l.file.Span(l.lines[n]+at, l.lines[n]+at+len(text))
	return l.at(n, at+i, at+i+1, "a colon with a space after it cannot stand in text without quotes").
		Hint("put the whole text in quotes: %s", quote(string(text))).
		Fix(whole, quote(string(text)), "put the whole text in quotes")
}

var dashedAmount = lazyregexp.New(`[{,].*: *([0-9][0-9 .]*,-+)(?: |$)`)

// dashInBraces finds an amount as in {amount: 600,- }: the comma ends the
// value, and a hyphen with a space after it begins a list.
func (l *locator) dashInBraces(n int) *diag.Diagnostic {
	m := dashedAmount().FindSubmatchIndex(l.line(n))
	if m == nil {
		return nil
	}
	return l.at(n, m[2], m[3], "an amount has digits only").
		Hint("write digits only, such as 150000")
}

var glued = lazyregexp.New(`^ *(?:- +)*[a-z_]+(:)[^\s:]`)

func (l *locator) noSpaceAfterColon(n int) *diag.Diagnostic {
	m := glued().FindSubmatchIndex(l.line(n))
	if m == nil {
		return nil
	}
	at := l.file.Span(l.lines[n]+m[2], l.lines[n]+m[3])
	return l.at(n, m[2], m[3], "there must be a space after the colon").
		Hint("write a space after the colon").
		Fix(at, ": ", "write a space after the colon")
}

var word = lazyregexp.New(`^( *(?:- +)*)([a-z_]+)( .*)?$`)

func (l *locator) noColon(n int) *diag.Diagnostic {
	line := l.line(n)
	m := word().FindSubmatchIndex(line)
	if m == nil || bytes.Contains(line, []byte(":")) {
		return nil
	}
	key := string(line[m[4]:m[5]])
	return l.at(n, m[4], m[5], "there is no colon after the key %q", key).
		Hint("write %s: and then the value; or, if it goes on with the text above, indent it deeper", key)
}
