package model

import (
	"slices"

	"soknad/internal/source"
)

// A Mention is a place where the id of an entity stands.
type Mention struct {
	Kind string // as Entity.Kind
	ID   string // as written
	// Meant is the id that exists: ID itself, the nearest one, or "".
	Meant string
	// Defines says that it is the entity's own id.
	Defines bool
	At      source.Ranger
}

// AnswerKinds lists the kinds of entity that can answer a criterion, besides
// the call's sections.
func AnswerKinds() []string {
	return []string{"goal", "activity", "focus area", "challenge", "participant", "risk", "workshop"}
}

// Mentions lists every place where an id stands: where it is an entity's own,
// where it must name one, and where it can.
func (p *Project) Mentions() []Mention {
	var all []Mention
	entities := p.Entities()
	for _, e := range entities {
		all = append(all, Mention{e.Kind, e.ID, e.ID, true, e.At})
	}
	for _, r := range p.References {
		all = append(all, Mention{r.Kind, r.ID, r.Meant, false, r.At})
	}
	for i := range p.Inputs {
		all = append(all, named(entities, p.Inputs[i].From, p.Inputs[i].At("from"), "participant")...)
	}
	for i := range p.Criteria {
		for j, id := range p.Criteria[i].AnsweredIn {
			all = append(all, named(entities, id, p.Criteria[i].Item("answered_in", j), AnswerKinds()...)...)
		}
	}
	return all
}

// named returns the mention of the entity of one of the kinds that an id
// names. When it names none, or several, nobody can tell which.
func named(entities []Entity, id string, at source.Ranger, kinds ...string) []Mention {
	var found []Mention
	for _, e := range entities {
		if e.ID == id && slices.Contains(kinds, e.Kind) {
			found = append(found, Mention{e.Kind, id, id, false, at})
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}
