package report

import (
	"fmt"
	"io"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/i18n"
)

// GitHub writes findings as the workflow commands that become annotations on
// the lines of a pull request.
type GitHub struct {
	W    io.Writer
	Lang i18n.Lang
	// Dir is put before file names: the application's folder as seen from
	// the root of the repository.
	Dir string
}

// Write writes a command for each finding. Hints stand below the message.
func (g GitHub) Write(list diag.List) error {
	var out strings.Builder
	for _, d := range list {
		g.command(&out, d)
	}
	_, err := io.WriteString(g.W, out.String())
	return err
}

func (g GitHub) command(out *strings.Builder, d *diag.Diagnostic) {
	fmt.Fprintf(out, "::%s title=%s", commandOf(d.Severity), property(string(d.Code)))
	if !d.Span.IsZero() {
		first, last := d.Span.First(), d.Span.Last()
		fmt.Fprintf(out, ",file=%s,line=%d,endLine=%d", property(inDir(g.Dir, d.Span.File.Name)), first.Line, last.Line)
		if first.Line == last.Line {
			// The columns of an annotation are only read within one line.
			fmt.Fprintf(out, ",col=%d,endColumn=%d", first.Column, last.Column)
		}
	}
	lines := []string{d.Message.In(g.Lang)}
	for _, r := range d.Related {
		lines = append(lines, r.Span.String()+": "+r.Message.In(g.Lang))
	}
	lines = append(lines, hintsIn(d, g.Lang)...)
	for i := range lines {
		lines[i] = data(Printable(lines[i]))
	}
	fmt.Fprintf(out, "::%s\n", strings.Join(lines, "%0A"))
}

func commandOf(s diag.Severity) string {
	if s == diag.Note {
		return "notice"
	}
	return s.String()
}

// data escapes what would end the message of a command.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes what would end a property of a command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(Printable(s)))
}

// inDir puts a folder before a file's name.
func inDir(dir, name string) string {
	if dir == "" || dir == "." {
		return name
	}
	return strings.TrimSuffix(strings.ReplaceAll(dir, `\`, "/"), "/") + "/" + name
}
