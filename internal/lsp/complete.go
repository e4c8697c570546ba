package lsp

import (
	"bytes"
	"fmt"
	"slices"

	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/syntax"
)

// The kinds of what can be completed, as the protocol numbers them.
const (
	completesKey   = 10 // a property
	completesValue = 20 // a member of an enumeration
	completesID    = 18 // a reference
)

// completion lists what can be written at a place: keys, words and ids.
func (s *server) completion(p atPosition) (any, error) {
	file, _ := pathOf(p.Document.URI)
	d := s.documents[file]
	if d == nil || !isYAML(file) {
		return []completionItem{}, nil
	}
	cursor, ok := syntax.CursorAt(d.text, offsetOf(d.text, p.Position))
	if !ok {
		return []completionItem{}, nil
	}
	c := completer{
		server: s, in: s.readOf(file), cursor: cursor, place: schema.PlaceAt(cursor.Path), items: []completionItem{},
		word: textRange{positionOf(d.text, cursor.Start), positionOf(d.text, cursor.End)},
	}
	if !bytes.HasPrefix(d.text[cursor.End:], []byte(":")) {
		c.colon = ":"
	}
	if cursor.Key {
		c.keys()
	}
	if cursor.Value {
		c.values()
	}
	return c.items, nil
}

// A completer collects what can be written at a place.
type completer struct {
	server *server
	in     *application // nil when the file belongs to none
	cursor syntax.Cursor
	place  schema.Place
	word   textRange
	colon  string // what follows a key, if it is not there yet
	items  []completionItem
}

// add adds an item, in the order in which they shall be shown.
func (c *completer) add(kind int, label, text, detail, more string) {
	c.items = append(c.items, completionItem{
		Label: label, Kind: kind, Detail: detail, Documentation: more,
		Sort: fmt.Sprintf("%04d", len(c.items)), Edit: textEdit{c.word, text},
	})
}

// keys adds the keys of the schema, and the ids that are keys.
func (c *completer) keys() {
	for _, key := range c.place.Keys() {
		if slices.Contains(c.cursor.Beside, key) {
			continue
		}
		below, after := c.place.Below(key), c.colon
		if after != "" && !below.Holds() {
			after += " "
		}
		c.add(completesKey, key, key+after, below.Title(c.server.lang), below.Description(c.server.lang))
	}
	if path := c.cursor.Path; len(path) > 0 && path[len(path)-1] == "priorities" {
		c.ids("", c.colon+" ", "focus area")
	}
	if slices.Equal(c.cursor.Path, []string{"sections"}) {
		c.names(c.colon)
	}
}

// values adds the words of the schema, and the ids that can stand here.
func (c *completer) values() {
	for _, value := range c.place.Values() {
		c.add(completesValue, value, value, c.place.Of(value, c.server.lang), "")
	}
	c.names("")
	if list := c.place.RefersTo(); list != "" {
		c.ids("", "", kindIn(list))
	}
	if list := c.place.Below("-").RefersTo(); list != "" && len(c.cursor.Path) > 0 && !c.cursor.Key {
		c.ids("[", "]", kindIn(list))
	}
	switch path := c.cursor.Path; {
	case slices.Equal(path, []string{"inputs", "-", "from"}):
		c.ids("", "", "participant")
	case slices.Equal(path, []string{"criteria", "-", "answered_in", "-"}):
		c.ids("", "", model.AnswerKinds()...)
	case slices.Equal(path, []string{"application", "call"}) && c.in != nil:
		for _, call := range c.in.current.Calls {
			c.add(completesValue, call, call, "", "")
		}
	}
}

// names adds the names of the call that can stand here.
func (c *completer) names(after string) {
	for _, n := range c.server.named(c.in, c.cursor.Path) {
		if !slices.Contains(c.cursor.Beside, n.id) {
			c.add(completesID, n.id, n.id+after, n.title, n.more)
		}
	}
}

// ids adds the ids of kinds of entity, in the order in which they are
// written.
func (c *completer) ids(before, after string, kinds ...string) {
	if c.in == nil {
		return
	}
	project := c.in.current.Project
	seen := map[string]bool{}
	for _, e := range project.Entities() {
		if !slices.Contains(kinds, e.Kind) || seen[e.ID] || slices.Contains(c.cursor.Beside, e.ID) {
			continue
		}
		seen[e.ID] = true
		card := cardOf(project, e.Kind, e.ID, c.server.lang)
		c.add(completesID, e.ID, before+e.ID+after, card.title, i18n.Msg(e.Kind).In(c.server.lang)+card.line())
	}
}

// kindIn returns the kind of the entities of a list of the description.
func kindIn(list string) string {
	return map[string]string{
		"value_chain": "stage", "workshops": "workshop", "inputs": "input", "challenges": "challenge",
		"focus_areas": "focus area", "goals": "goal", "activities": "activity", "participants": "participant",
	}[list]
}
