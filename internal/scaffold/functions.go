package scaffold

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/template"
	"unicode/utf8"

	"soknad/internal/i18n"
	"soknad/internal/schema"
)

// functions are what a template of a file may call.
func (s *scaffold) functions() template.FuncMap {
	return template.FuncMap{
		"about":   s.about,
		"guide":   s.guide,
		"comment": comment,
		"quote":   quote,
		"todo":    func() string { return todo },
		"word": func(key string) (string, error) {
			w, ok := i18n.Word(key, s.lang)
			if !ok {
				return "", fmt.Errorf("there is no word %q", key)
			}
			return w, nil
		},
	}
}

// about says what a key of the description means, as a comment.
func (s *scaffold) about(indent int, key string) (string, error) {
	description := schema.Description(schema.Application, key)
	if description == "" {
		return "", fmt.Errorf("the schema says nothing about %q", key)
	}
	return comment(indent, i18n.Msg(description).In(s.lang)), nil
}

// guide says what a section of the call must answer, as a comment; "" when
// the call has no such section.
func (s *scaffold) guide(indent int, id string) string {
	section, ok := s.call.Section(id)
	if !ok {
		return ""
	}
	return comment(indent, section.Title.In(s.lang)+": "+section.Guidance.In(s.lang))
}

// width is how long the lines of comments are, in characters.
const width = 100

// comment writes a text as lines of a YAML comment.
func comment(indent int, text string) string {
	begin := strings.Repeat(" ", indent) + "#"
	var lines []string
	line := begin
	for _, word := range strings.Fields(text) {
		if line != begin && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			lines = append(lines, line)
			line = begin
		}
		line += " " + word
	}
	return strings.Join(append(lines, line), "\n")
}

// quote writes a text as a YAML scalar in quotes.
func quote(text string) (string, error) {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(text)
	return strings.TrimSpace(out.String()), err
}
