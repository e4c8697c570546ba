package model

import (
	"maps"
	"slices"

	"soknad/internal/source"
	"soknad/internal/syntax"
)

// A Doubt is why a link of a record is suspect.
type Doubt uint8

// The doubts.
const (
	Changed Doubt = iota // it does not say what it said
	Gone                 // it is no longer something that is answered
	Added                // it is answered, and the record does not know it
)

// A Suspect is something on a record, or missing from it, that is not as it
// was when somebody last looked.
type Suspect struct {
	ID    string
	Doubt Doubt
	// Answer is what is answered now; nil when it is gone.
	Answer *Answer
	// At is the fingerprint on record, or the key of the record when it does
	// not know the id.
	At source.Ranger
}

// Suspects lists what is not as it was when somebody last looked: first what
// the record holds, in the order written, then what it lacks. Inputs may be
// left out of a record, since a goal seldom answers all of those behind its
// focus area; a focus area and a challenge may not. Without a record nothing
// is suspect.
func (a *Answering) Suspects() []Suspect {
	record := a.Node(recordKey)
	if record == nil || record.Kind != syntax.Mapping || record.Truncated {
		return nil
	}
	var all []Suspect
	for _, f := range record.Fields {
		id := f.Key.Value
		answer := a.answer(id)
		switch {
		case f.Value.Kind == syntax.Broken:
		case answer == nil:
			all = append(all, Suspect{ID: id, Doubt: Gone, At: f.Value})
		case answer.Fingerprint != a.Record[id]:
			all = append(all, Suspect{ID: id, Doubt: Changed, Answer: answer, At: f.Value})
		}
	}
	for i := range a.Answers {
		answer := &a.Answers[i]
		if record.Field(answer.ID) == nil && answer.Kind != "input" {
			all = append(all, Suspect{ID: answer.ID, Doubt: Added, Answer: answer, At: a.Key(recordKey)})
		}
	}
	return all
}

// answer returns what is answered under an id, nil when nothing is.
func (a *Answering) answer(id string) *Answer {
	for i := range a.Answers {
		if a.Answers[i].ID == id {
			return &a.Answers[i]
		}
	}
	return nil
}

// AnsweringIDs lists the ids of what answers something, each once.
func (p *Project) AnsweringIDs() []string {
	ids := map[string]bool{}
	for _, a := range p.Answering() {
		ids[a.ID] = true
	}
	return slices.Sorted(maps.Keys(ids))
}
