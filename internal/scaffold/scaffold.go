// Package scaffold makes the files of a new application from a few answers:
// commented YAML that validates at once, and a file for each section's text.
//
// What a key means is told by the schema's own descriptions, and what a
// section must answer by the call pack, so a comment cannot say anything else
// than a finding does. What is to be filled in is written "[…]", which the
// rules know as a placeholder.
package scaffold

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"text/template"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/schema"
)

// A File is a file of the new application.
type File struct {
	Name string
	Data []byte
}

// SchemaName is the name of the schema beside the description, where editors
// find it.
const SchemaName = "soknad.schema.json"

// todo stands where something is to be filled in.
const todo = "[…]"

// Files makes the files of a new application, in the order of their names.
func Files(templates fs.FS, c *call.Call, a Answers) ([]File, error) {
	s := &scaffold{templates: templates, call: c, lang: a.Language}
	v := s.view(a)
	s.add("application.yaml", "application.yaml.tmpl", v)
	s.add(".gitignore", "gitignore.tmpl", v)
	for _, name := range []string{"activities", "budget", "criteria", "focus-areas", "goals", "organisation", "risks", "workshops"} {
		s.add(name+".yaml", name+".yaml.tmpl", v)
	}
	for _, p := range v.Participants {
		v.Participant = p
		s.add(path.Join("participants", p.ID+".yaml"), "participant.yaml.tmpl", v)
	}
	if name, ok := ciFiles()[a.CI]; ok {
		s.add(name, "ci/"+a.CI+".yml.tmpl", v)
	}
	for i := range c.Sections {
		if text := s.section(&c.Sections[i]); text != nil {
			v.Section = text
			s.add(path.Join("sections", c.Sections[i].ID+".md"), "section.md.tmpl", v)
		}
	}
	s.files = append(s.files, File{Name: SchemaName, Data: schema.In(schema.Application, a.Language)})
	slices.SortFunc(s.files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return s.files, s.err
}

// A scaffold is the making of an application's files; the first error ends
// it.
type scaffold struct {
	templates fs.FS
	call      *call.Call
	lang      i18n.Lang
	files     []File
	err       error
}

// add makes a file from a template.
func (s *scaffold) add(name, templateName string, v *view) {
	if s.err != nil {
		return
	}
	text, err := fs.ReadFile(s.templates, path.Join("init", templateName))
	if err != nil {
		s.err = err
		return
	}
	t, err := template.New(templateName).Funcs(s.functions()).Parse(string(text))
	if err != nil {
		s.err = fmt.Errorf("%s: %w", templateName, err)
		return
	}
	var out bytes.Buffer
	if err := t.Execute(&out, v); err != nil {
		s.err = fmt.Errorf("%s: %w", templateName, err)
		return
	}
	s.files = append(s.files, File{Name: name, Data: out.Bytes()})
}

// ciFiles says where the file of each service that checks commits stands.
func ciFiles() map[string]string {
	return map[string]string{
		"github":  ".github/workflows/application.yml",
		"gitlab":  ".gitlab-ci.yml",
		"forgejo": ".forgejo/workflows/application.yml",
	}
}
