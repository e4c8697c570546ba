// Package compare says what changed between two states of a project, in the
// words of the project: who joined, which goals were sharpened, what moved and
// what it costs. Two projects go in, changes come out; nothing is read and
// nothing is known of versions.
package compare

import (
	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A State is one of the two that are compared.
type State struct {
	Project *model.Project
	// Call names the categories of costs; it is nil when it is not known.
	Call     *call.Call
	Findings diag.List
}

// Changes are what is another in the new state than in the old one. What is
// the same is not there.
type Changes struct {
	Participants []Entity
	Inputs       []Entity
	Challenges   []Entity
	FocusAreas   []Entity
	Goals        []Entity
	Activities   []Entity
	Money        Money
	Appeared     diag.List
	Vanished     diag.List
}

// Between compares two states.
func Between(old, current State) *Changes {
	o, n := old.Project, current.Project
	b := both{o, n}
	c := &Changes{
		Participants: participants(b),
		Inputs:       entities(o.Inputs, n.Inputs, inputKind(b)),
		Challenges:   entities(o.Challenges, n.Challenges, challengeKind()),
		FocusAreas:   entities(o.FocusAreas, n.FocusAreas, focusAreaKind()),
		Goals:        entities(o.Goals, n.Goals, goalKind(b)),
		Activities:   entities(o.Activities, n.Activities, activityKind(b)),
		Money:        moneyBetween(old, current),
	}
	c.Appeared = without(current.Findings, old.Findings)
	c.Vanished = without(old.Findings, current.Findings)
	return c
}

// IsEmpty reports whether nothing changed.
func (c *Changes) IsEmpty() bool {
	for _, group := range c.groups() {
		if len(group.entities) > 0 {
			return false
		}
	}
	return c.Money.isEmpty() && len(c.Appeared) == 0 && len(c.Vanished) == 0
}

// A group is the changes of one kind of entity.
type group struct {
	title    word
	entities []Entity
	// added and removed say what it is called that one comes and goes.
	added, removed word
}

func (c *Changes) groups() []group {
	return []group{
		{word("Participants"), c.Participants, word("joined"), word("left")},
		{word("Inputs"), c.Inputs, word("new"), word("gone")},
		{word("Challenges"), c.Challenges, word("new"), word("gone")},
		{word("Focus areas"), c.FocusAreas, word("new"), word("gone")},
		{word("Goals"), c.Goals, word("new"), word("gone")},
		{word("Activities"), c.Activities, word("new"), word("gone")},
	}
}

// without lists the findings of a list that another one does not hold. A
// finding is the same when its code and its words are, wherever it stands: a
// line that is written above it does not make another of it.
func without(list, other diag.List) diag.List {
	type key struct {
		code diag.Code
		said string
	}
	of := func(d *diag.Diagnostic) key { return key{d.Code, d.Message.In(i18n.EN)} }
	there := map[key]int{}
	for _, d := range other {
		there[of(d)]++
	}
	var left diag.List
	for _, d := range list {
		if k := of(d); there[k] > 0 {
			there[k]--
		} else {
			left.Add(d)
		}
	}
	return left
}
