package schema

import (
	"strings"

	"soknad/internal/diag"
	"soknad/internal/syntax"
)

// wrongReference reports a reference that no id can look like. It is mended to
// the id of the entity that is meant; when there is none, the same mistake is
// not reported again as a reference to nothing.
func (c *checker) wrongReference(v violation, list string) *syntax.Node {
	d := c.add(codeForm, v.node, "%q cannot be written \"%s\"", v.name, visible(v.node.Value))
	if list == "call" {
		c.meantInCall(d, v)
		return &syntax.Node{}
	}
	entities := c.root.Lookup(list)
	if e, id := meantEntity(entities, v.node.Value); e != nil && v.shape.accepts(id) {
		d.HintAt(e, "write %s", asWritten(id)).Fix(v.node, asWritten(id), "write %s", asWritten(id))
		return v.node.WithScalar(syntax.String, id)
	}
	c.describe(d, v)
	if ids := idsOf(entities); len(ids) > 0 && len(ids) <= 12 {
		d.Hint("the ids are: %s", join(ids))
	} else {
		d.Hint("write it like this: %s", asWritten(v.shape.example()))
	}
	return &syntax.Node{}
}

// meantInCall hints at the id of the call that a text looks like. Whether the
// call has it is not known here.
func (c *checker) meantInCall(d *diag.Diagnostic, v violation) {
	if meant := meantForm(v.shape, v.node.Value); meant != "" {
		d.Hint("write %s", asWritten(meant)).Fix(v.node, asWritten(meant), "write %s", asWritten(meant))
		return
	}
	c.describe(d, v)
}

// describe hints at what the schema says of a value, if it says anything.
func (c *checker) describe(d *diag.Diagnostic, v violation) {
	if said := v.shape.description(); said != "" {
		d.Hint("%s: %s", v.name, said)
	}
}

// meantEntity returns where the entity is written that a text means, with its
// id: the entity has the text as its id, or as its title or name; or else it is
// the nearest to it.
func meantEntity(list *syntax.Node, text string) (at *syntax.Node, id string) {
	if list == nil {
		return nil, ""
	}
	ids := map[string]*syntax.Node{}
	var words []string
	for _, key := range []string{"id", "title", "name"} {
		for _, item := range list.Items {
			word, written := textOf(item, key), item.Lookup("id")
			if word == "" || textOf(item, "id") == "" {
				continue
			}
			if Slug(word) != "" && Slug(word) == Slug(text) {
				return written, idOf(item)
			}
			words = append(words, word)
			ids[word] = written
		}
	}
	at = ids[diag.Nearest(strings.TrimSpace(text), words)]
	if at == nil {
		return nil, ""
	}
	return at, meantID(at.Value)
}

// textOf returns the text of a key of an entity, or "".
func textOf(item *syntax.Node, key string) string {
	n := item.Lookup(key)
	if n == nil || !n.IsScalar() || n.Kind == syntax.Null || n.Kind == syntax.Broken {
		return ""
	}
	return n.Value
}

// idOf returns the id of an entity as it must be written.
func idOf(item *syntax.Node) string { return meantID(textOf(item, "id")) }

func meantID(id string) string {
	if meant := Slug(id); meant != "" {
		return meant
	}
	return id
}

// idsOf lists the ids of a list of entities.
func idsOf(list *syntax.Node) []string {
	var ids []string
	if list == nil {
		return nil
	}
	for _, item := range list.Items {
		if id := idOf(item); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}
