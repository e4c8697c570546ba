package compare

import (
	"encoding/json"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A named is an id that is shown with what it is called.
type named struct{ id, title string }

// In says the id and what it is called.
func (n named) In(l i18n.Lang) string {
	if n.title == "" {
		return text(n.id).In(l)
	}
	return text(n.id).In(l) + " – " + text(n.title).In(l)
}

// MarshalJSON writes the id.
func (n named) MarshalJSON() ([]byte, error) { return json.Marshal(n.id) }

// A caller says what an id is called in a project, "" when nothing has it.
type caller func(p *model.Project, id string) string

// callers makes a caller of how a kind is found and what it is called.
func callers[T any](find func(*model.Project, string) (*T, bool), title func(*T) string) caller {
	return func(p *model.Project, id string) string {
		if e, ok := find(p, id); ok {
			return title(e)
		}
		return ""
	}
}

func participantCalled(p *model.Project, id string) string {
	return callers((*model.Project).Participant, (*model.Participant).Called)(p, id)
}

func inputCalled(p *model.Project, id string) string {
	return callers((*model.Project).Input, inputTitle)(p, id)
}

func challengeCalled(p *model.Project, id string) string {
	return callers((*model.Project).Challenge, challengeTitle)(p, id)
}

func focusAreaCalled(p *model.Project, id string) string {
	return callers((*model.Project).FocusArea, focusAreaTitle)(p, id)
}

func goalCalled(p *model.Project, id string) string {
	return callers((*model.Project).Goal, goalTitle)(p, id)
}

func activityCalled(p *model.Project, id string) string {
	return callers((*model.Project).Activity, activityTitle)(p, id)
}

// both are the projects of the two states, of which each calls its ids in its
// own way.
type both struct{ old, current *model.Project }

func (b both) before(id string, called caller) Value { return namedOf(id, b.old, called) }

func (b both) now(id string, called caller) Value { return namedOf(id, b.current, called) }

func namedOf(id string, p *model.Project, called caller) Value {
	if id == "" {
		return nil
	}
	return named{id, called(p, id)}
}

// ref adds a reference when it is to another id; that the same one is called
// otherwise is a change of what it refers to.
func (f *fields) ref(name word, b both, called caller, old, current string) {
	if old != current {
		f.value(name, "", b.before(old, called), b.now(current, called))
	}
}

// pairs finds for each of a list the one of an older list with the same name,
// nil where there is none, and those of the older list that are left. Where
// several have one name, they go together in their order.
func pairs[T any](old, current []T, name func(*T) string) (before []*T, left []*T) {
	waiting := map[string][]*T{}
	for i := range old {
		waiting[name(&old[i])] = append(waiting[name(&old[i])], &old[i])
	}
	taken := map[*T]bool{}
	for i := range current {
		var o *T
		if same := waiting[name(&current[i])]; len(same) > 0 {
			o, waiting[name(&current[i])] = same[0], same[1:]
			taken[o] = true
		}
		before = append(before, o)
	}
	for i := range old {
		if !taken[&old[i]] {
			left = append(left, &old[i])
		}
	}
	return before, left
}
