package compare

import (
	"slices"

	"soknad/internal/model"
)

// A Change is what became of an entity.
type Change string

// The changes.
const (
	Added   Change = "added"
	Removed Change = "removed"
	Changed Change = "changed"
)

// An Entity is something with an id that came, went or is another.
type Entity struct {
	ID, Title string
	Change    Change
	// Fields are what is another of it; none when it came or went.
	Fields []Field
}

// A kind says how entities of one kind are compared.
type kind[T any] struct {
	id, title func(*T) string
	// fields compares two with the same id.
	fields func(old, current *T) fields
}

// entities compares two lists: those that came or changed in the order of the
// new one, then those that went.
func entities[T any](old, current []T, k kind[T]) []Entity {
	var all []Entity
	for i := range current {
		n := &current[i]
		o := withID(old, k.id(n), k.id)
		if o == nil {
			all = append(all, Entity{ID: k.id(n), Title: k.title(n), Change: Added})
		} else if f := k.fields(o, n); len(f) > 0 {
			all = append(all, Entity{ID: k.id(n), Title: k.title(n), Change: Changed, Fields: f})
		}
	}
	for i := range old {
		if o := &old[i]; withID(current, k.id(o), k.id) == nil {
			all = append(all, Entity{ID: k.id(o), Title: k.title(o), Change: Removed})
		}
	}
	return all
}

// withID returns the first of a list that has an id, nil when none has.
func withID[T any](all []T, id string, of func(*T) string) *T {
	if i := slices.IndexFunc(all, func(e T) bool { return of(&e) == id }); i >= 0 {
		return &all[i]
	}
	return nil
}

// participants compares the participants; one that declines leaves.
func participants(b both) []Entity {
	takesPart := func(all []model.Participant) []model.Participant {
		return slices.DeleteFunc(slices.Clone(all), func(q model.Participant) bool { return q.Commitment.Status == model.Declined })
	}
	return entities(takesPart(b.old.Participants), takesPart(b.current.Participants), participantKind(b))
}
