package document

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/fill"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// fill makes the body of a section from its template, or of its own text
// when it has no template; s is nil for the cover.
func (a *assembler) fill(name string, s *call.Section) (filled, error) {
	data := a.data
	if s != nil {
		data = a.sectionData(s)
	}
	f, err := a.find("sections/" + name + ".md.tmpl")
	if err != nil {
		return filled{}, err
	}
	if f == nil {
		return plainly(strings.TrimSpace(fmt.Sprint(data["prose"]))), nil
	}
	return a.body(f, data), nil
}

// body fills a template with what is a part of a document. Markdown that goes
// beyond a bound is left out: what people wrote is within them by now, so that
// the template makes it.
func (a *assembler) body(f *source.File, data fields) filled {
	made := filled{body: strings.TrimSpace(a.execute(f, data))}
	var excess *Excess
	if made.headings, excess = readMade(made.body); excess != nil {
		a.list.Add(diag.New(codeBeyond, diag.Error, f.Span(0, 0), "what the template makes is too tangled to be read as Markdown").
			Hint("let it write fewer lists inside each other, marks in one paragraph, or columns"))
		return filled{}
	}
	return made
}

// sectionData adds what only one section sees.
func (a *assembler) sectionData(s *call.Section) fields {
	data := fields{}
	for key, value := range a.data {
		data[key] = value
	}
	text := ""
	if prose, ok := a.input.Project.SectionText(s.ID); ok {
		text = strings.TrimSpace(prose.Text)
	}
	data["section"] = escape(s.Title.In(a.view.lang))
	data["prose"] = shiftHeadings(a.footnotes.apart(text), 3)
	return data
}

// find reads a template from the first folder that has it, nil when none
// does.
func (a *assembler) find(name string) (*source.File, error) {
	for _, folder := range a.input.Templates {
		shown := path.Join(folder.Name, name)
		text, err := source.Read(folder.Files, name, fill.MaxSource)
		switch {
		case err == nil:
			return source.NewFile(shown, text), nil
		case source.IsLink(folder.Files, name):
			a.unreadable(shown).Hint("put the file itself in its place")
		case errors.Is(err, source.ErrNotRegular):
			a.unreadable(shown).Hint("delete it, or put a text in its place")
		case !errors.Is(err, fs.ErrNotExist):
			return nil, err
		}
	}
	return nil, nil
}

// unreadable says that a template is there and cannot be read.
func (a *assembler) unreadable(name string) *diag.Diagnostic {
	d := diag.New(codeTemplate, diag.Error, source.NewFile(name, nil).Span(0, 0), "the template cannot be read")
	a.list.Add(d)
	return d
}

// execute runs a template. A mistake in it is a finding at its place, and the
// section is then empty. Once the templates together have gone too far, the
// rest of them are not filled.
func (a *assembler) execute(f *source.File, data fields) string {
	if a.meter.Spent() {
		return ""
	}
	out, err := a.meter.Execute(f.Name, string(f.Text), a.functions(), map[string]any(data))
	var fault *fill.Fault
	if errors.As(err, &fault) {
		a.list.Add(finding(f, fault, &a.meter))
	}
	return out
}

// functions are what a template may call. None of them reaches the world.
func (a *assembler) functions() map[string]any {
	return map[string]any{
		"word":   a.word,
		"say":    a.say,
		"figure": a.drawn,
		"cell":   cell,
		"shift": func(level int, markdown string) string {
			return shiftHeadings(a.footnotes.apart(strings.TrimSpace(markdown)), level)
		},
		"indent": indent,
		"join":   fill.Join,
	}
}

// word says a word of the pack, or else one of the program.
func (a *assembler) word(key string) (string, error) {
	if t, ok := a.input.Call.Words[key]; ok {
		return t.In(a.view.lang), nil
	}
	if w, ok := i18n.Word(key, a.view.lang); ok {
		return w, nil
	}
	return "", fmt.Errorf("there is no word %q", key)
}

// say says a word that has places for arguments, written %v.
func (a *assembler) say(key string, args ...any) (string, error) {
	w, err := a.word(key)
	if err != nil {
		return "", err
	}
	return fill.Sprintf(w, args...)
}

// maxIndent is the most that a text is moved to the right, in spaces.
const maxIndent = 20

// indent moves the lines of a text to the right, all but the first.
func indent(by int, text string) (string, error) {
	if by < 0 || by > maxIndent {
		return "", fmt.Errorf("a text is indented by 0 to %d spaces", maxIndent)
	}
	return strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+strings.Repeat(" ", by)), nil
}
