package lsp

import (
	"slices"
	"strings"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/schema"
	"soknad/internal/syntax"
)

// hover tells what the id, the key or the word at a place is.
func (s *server) hover(p atPosition) (any, error) {
	if m, ok := s.mentionAt(p); ok {
		return s.hoverID(m), nil
	}
	file, _ := pathOf(p.Document.URI)
	d := s.documents[file]
	if d == nil || !isYAML(file) {
		return nil, nil
	}
	c, ok := syntax.CursorAt(d.text, offsetOf(d.text, p.Position))
	if !ok || c.Start == c.End {
		return nil, nil
	}
	text := string(d.text[c.Start:c.End])
	place := schema.PlaceAt(c.Path)
	said := ""
	switch {
	case c.Value:
		said = s.aboutValue(place, s.named(s.readOf(file), c.Path), text)
	case slices.Equal(c.Path, []string{"sections"}):
		said = s.aboutValue(schema.Place{}, s.named(s.readOf(file), c.Path), text)
	default:
		said = s.aboutPlace(place.Below(text))
	}
	if said == "" {
		return nil, nil
	}
	return hoverResult{markup{"markdown", said}, textRange{positionOf(d.text, c.Start), positionOf(d.text, c.End)}}, nil
}

// hoverID tells what an id is of, and how often it is named.
func (s *server) hoverID(m mention) hoverResult {
	c := cardOf(m.in.current.Project, m.Kind, m.Meant, s.lang)
	if m.Meant == "" {
		c.say("there is no such id")
	} else if places := len(m.named()) - 1; places > 0 {
		c.say("named elsewhere: %d", places)
	}
	id := m.Meant
	if id == "" {
		id = m.ID
	}
	return hoverResult{markup{"markdown", c.markdown(m.Kind, id)}, rangeOf(word(m.At))}
}

// aboutPlace tells what the schema says of a place.
func (s *server) aboutPlace(p schema.Place) string {
	said := p.Description(s.lang)
	if title := p.Title(s.lang); title != "" {
		said = "**" + escaped(title) + "**\n\n" + escaped(said)
	}
	return strings.TrimSpace(said)
}

// aboutValue tells what a word is of those that can stand at a place: a name
// of the call's, or one of the schema's.
func (s *server) aboutValue(p schema.Place, names []name, text string) string {
	for _, n := range names {
		if n.id == text {
			return strings.TrimSpace("**" + escaped(n.title) + "**\n\n" + escaped(n.more))
		}
	}
	if slices.Contains(p.Values(), text) {
		if meaning := p.Of(text, s.lang); meaning != "" {
			return "**" + escaped(text) + "**: " + escaped(meaning)
		}
		return s.aboutPlace(p)
	}
	return ""
}

// A name is something that a call names, with what it says of it.
type name struct{ id, title, more string }

// named lists the names of the call that can stand at a place.
func (s *server) named(a *application, path []string) []name {
	if a == nil || a.current.Call == nil || len(path) == 0 {
		return nil
	}
	c := a.current.Call
	switch last := path[len(path)-1]; {
	case last == "category":
		return namesOf(c.CostCategories, s.lang)
	case last == "strategic_area":
		return namesOf(c.StrategicAreas, s.lang)
	case last == "id" && path[0] == "criteria":
		var names []name
		for _, k := range c.Criteria {
			names = append(names, name{k.ID, k.Title.In(s.lang), k.Question.In(s.lang)})
		}
		return names
	case len(path) == 1 && last == "sections" || len(path) > 1 && path[len(path)-2] == "answered_in":
		var names []name
		for _, k := range c.Sections {
			names = append(names, name{k.ID, k.Title.In(s.lang), k.Guidance.In(s.lang)})
		}
		return names
	}
	return nil
}

func namesOf(all []call.Named, l i18n.Lang) []name {
	var names []name
	for _, n := range all {
		names = append(names, name{id: n.ID, title: n.Title.In(l)})
	}
	return names
}
