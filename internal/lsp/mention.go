package lsp

import (
	"path"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A mention is a place where an id stands, in the application that it is a
// part of.
type mention struct {
	model.Mention
	in *application
}

// mentionAt returns the mention that a position of an open document lies in.
func (s *server) mentionAt(p atPosition) (mention, bool) {
	file, _ := pathOf(p.Document.URI)
	d, a := s.documents[file], s.readOf(file)
	if d == nil || a == nil {
		return mention{}, false
	}
	name, _ := within(a.dir, file)
	offset := offsetOf(d.text, p.Position)
	for _, m := range a.current.Project.Mentions() {
		if at := m.At.Span(); !at.IsZero() && at.File.Name == name && at.Start <= offset && offset <= at.End {
			return mention{m, a}, true
		}
	}
	return mention{}, false
}

// named lists where the id stands that a mention means.
func (m mention) named() []model.Mention {
	var all []model.Mention
	for _, o := range m.in.current.Project.Mentions() {
		if m.Meant != "" && o.Kind == m.Kind && o.Meant == m.Meant {
			all = append(all, o)
		}
	}
	return all
}

func (s *server) locationOf(a *application, at source.Span) location {
	return location{s.uri(a, at.File.Name), rangeOf(at)}
}

// definition returns where the entity is written whose id stands at a place.
func (s *server) definition(p atPosition) (any, error) {
	if m, ok := s.mentionAt(p); ok {
		for _, o := range m.named() {
			if o.Defines {
				return s.locationOf(m.in, word(o.At)), nil
			}
		}
	}
	return nil, nil
}

// references returns every place where the id at a place stands.
func (s *server) references(p referenceParams) (any, error) {
	places := []location{}
	if m, ok := s.mentionAt(p.atPosition); ok {
		for _, o := range m.named() {
			if !o.Defines || p.Context.Definition {
				places = append(places, s.locationOf(m.in, word(o.At)))
			}
		}
	}
	return places, nil
}

// word returns where an id stands, without the quotes around it.
func word(at source.Ranger) source.Span {
	span := at.Span()
	if text := span.Text(); len(text) > 1 && (text[0] == '"' || text[0] == '\'') && text[len(text)-1] == text[0] {
		span.Start, span.End = span.Start+1, span.End-1
	}
	return span
}

// prepareRename returns where the id at a place stands that can be given
// another name.
func (s *server) prepareRename(p atPosition) (any, error) {
	if m, ok := s.mentionAt(p); ok && m.ID == m.Meant {
		return rangeOf(word(m.At)), nil
	}
	return nil, nil
}

// rename gives an entity another id, and everything that names it.
func (s *server) rename(p renameParams) (any, error) {
	m, ok := s.mentionAt(p.atPosition)
	if !ok || m.ID != m.Meant {
		return nil, s.refuse(i18n.Msg("no id that exists stands here"))
	}
	if err := s.refuseID(m, p.NewName); err != nil {
		return nil, err
	}
	edit := workspaceEdit{map[string][]textEdit{}}
	for _, o := range m.named() {
		if o.ID == m.ID && p.NewName != m.ID {
			uri := s.uri(m.in, o.At.Span().File.Name)
			edit.Changes[uri] = append(edit.Changes[uri], renamed(o.At, p.NewName))
		}
	}
	return edit, nil
}

// refuseID returns why something cannot have an id, nil when it can.
func (s *server) refuseID(m mention, id string) error {
	if !schema.IsID(id) {
		return s.refuse(i18n.Msg("%q is no id: write small letters a to z, digits and single hyphens, 60 at most", id))
	}
	defined := 0
	for _, e := range m.in.current.Project.Entities() {
		switch {
		case e.ID == id && id != m.ID:
			return s.refuse(i18n.Msg("the id %q exists already (%s)", id, e.At.Span()))
		case e.Kind == m.Kind && e.ID == m.ID:
			defined++
		}
	}
	if defined != 1 {
		return s.refuse(i18n.Msg("more than one thing has the id %q, and nobody can tell which one is named", m.ID))
	}
	if c := m.in.current.Call; c != nil {
		if section, ok := c.Section(id); ok {
			return s.refuse(i18n.Msg("the id %q exists already (%s)", id, section.At("id").Span()))
		}
	}
	return nil
}

// refuse makes an error that a person reads.
func (s *server) refuse(why i18n.Message) error {
	return &rpcError{requestFailed, why.In(s.lang)}
}

// renamed is the edit that writes another id at a place.
func renamed(at source.Ranger, id string) textEdit {
	span := word(at)
	if span == at.Span() && syntax.LooksLikeValue(id) {
		id = `"` + id + `"`
	}
	return textEdit{rangeOf(span), id}
}

// isYAML reports whether a file is a part of the description itself.
func isYAML(file string) bool {
	ext := path.Ext(file)
	return strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml")
}
