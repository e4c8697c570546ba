package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

// A kindOfID is an id together with the kind of what it should name.
type kindOfID struct{ kind, id string }

// references groups the references by what they name, in the order in which
// each is named first.
func (p *Pass) references() (groups map[kindOfID][]model.Reference, order []kindOfID) {
	groups = map[kindOfID][]model.Reference{}
	for _, r := range p.Project.References {
		key := kindOfID{r.Kind, r.ID}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], r)
	}
	return groups, order
}

// missed returns the references by what they name, and the names among them
// that nothing has. An answer to a criterion, which may be of any kind, goes
// with the references that miss the same id.
func (p *Pass) missed() (groups map[kindOfID][]model.Reference, missed []kindOfID) {
	groups, order := p.references()
	for _, key := range order {
		if groups[key][0].Meant != key.id && p.Project.Intact(listOf(key.kind)+".id") {
			missed = append(missed, key)
		}
	}
	for _, m := range p.unknownAnswers() {
		i := slices.IndexFunc(missed, func(k kindOfID) bool { return k.id == m.word && slices.Contains(model.AnswerKinds(), k.kind) })
		if i >= 0 {
			group := groups[missed[i]]
			groups[missed[i]] = append(group, model.Reference{Kind: group[0].Kind, ID: m.word, Meant: group[0].Meant, At: m.at})
		}
	}
	return groups, missed
}

// copied finds the ids that are missed because their entity was given the id
// of another one, as happens when an entry is copied: of a kind, one id is
// written twice, and one that is near it or near no other is missed.
func (p *Pass) copied(missed []kindOfID) map[kindOfID]model.Entity {
	twice, lost := map[string][]model.Entity{}, map[string][]kindOfID{}
	for _, d := range p.duplicates() {
		twice[d.again.Kind] = append(twice[d.again.Kind], d.again)
	}
	for _, key := range missed {
		lost[key.kind] = append(lost[key.kind], key)
	}
	found := map[kindOfID]model.Entity{}
	for kind, entities := range twice {
		if len(entities) == 1 && len(lost[kind]) == 1 && p.isLost(lost[kind][0], entities[0]) {
			found[lost[kind][0]] = entities[0]
		}
	}
	return found
}

// isLost reports whether a missed id may be the one that an entity should have.
func (p *Pass) isLost(key kindOfID, e model.Entity) bool {
	return diag.Nearest(key.id, []string{e.ID}) != "" || diag.Nearest(key.id, p.Project.IDs(key.kind)) == ""
}
