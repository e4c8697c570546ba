package document

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

// codeTemplate is the code of findings about a section's template.
const codeTemplate diag.Code = "TPL001"

// fill makes the body of a section from its template, or of its own text
// when it has no template; s is nil for the cover.
func (a *assembler) fill(name string, s *call.Section) (string, error) {
	data := a.data
	if s != nil {
		data = a.sectionData(s)
	}
	f, err := a.find("sections/" + name + ".md.tmpl")
	if err != nil {
		return "", err
	}
	if f == nil {
		return strings.TrimSpace(fmt.Sprint(data["prose"])), nil
	}
	return strings.TrimSpace(a.execute(f, data)), nil
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
		text, err := fs.ReadFile(folder.Files, name)
		if err == nil {
			return source.NewFile(path.Join(folder.Name, name), text), nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	return nil, nil
}

// execute runs a template. A mistake in it is a finding at its place, and the
// section is then empty.
func (a *assembler) execute(f *source.File, data fields) string {
	t, err := template.New(f.Name).Option("missingkey=error").Funcs(a.functions()).Parse(string(f.Text))
	if err != nil {
		a.mistake(f, err)
		return ""
	}
	var out strings.Builder
	if err := t.Execute(&out, data); err != nil {
		a.mistake(f, err)
		return ""
	}
	return out.String()
}

// place is how text/template begins its errors: the template's name, the
// line, and for an error of execution the byte in the line.
var place = regexp.MustCompile(`^template: [^:]*:([0-9]+)(?::([0-9]+))?: (.*)$`)

func (a *assembler) mistake(f *source.File, err error) {
	line, from, words := 1, 0, err.Error()
	if m := place.FindStringSubmatch(words); m != nil {
		line, _ = strconv.Atoi(m[1])
		from, _ = strconv.Atoi(m[2])
		words = m[3]
	}
	start := f.Offset(source.Position{Line: line, Column: 1})
	end := start + len(f.Line(line))
	start = min(start+from, end)
	a.list.Add(diag.New(codeTemplate, diag.Error, f.Span(start, end), "the template cannot be filled: %s", words))
}

// functions are what a template may call. None of them reaches the world.
func (a *assembler) functions() template.FuncMap {
	return template.FuncMap{
		"word":   a.word,
		"say":    a.say,
		"figure": a.figure,
		"cell":   cell,
		"shift": func(level int, markdown string) string {
			return shiftHeadings(a.footnotes.apart(strings.TrimSpace(markdown)), level)
		},
		"indent": func(by int, text string) string {
			return strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+strings.Repeat(" ", by))
		},
		"join": strings.Join,
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
	return fmt.Sprintf(w, args...), err
}
