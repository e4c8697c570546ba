package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var duplicateID = &Rule{
	Code: "REF002", Name: "duplicate-id", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "two of a kind have the same id",
	Check: func(p *Pass) {
		groups, missed := p.missed()
		copied := p.copied(missed)
		for _, twice := range p.duplicates() {
			e := twice.again
			d := p.Reportf(e.At, "there are two of the kind %s with the id %q", word(e.Kind), e.ID).
				Relate(twice.first.At, "the first one is here")
			if key, ok := lostBy(e, copied); ok {
				relateSome(d, groups[key]).Hint("is it %q? That id is named, and nothing has it", key.id)
				continue
			}
			d.Hint("give one of them another id, and say which of the two the references mean")
		}
	},
}

// lostBy returns the id that an entity should have.
func lostBy(e model.Entity, copied map[kindOfID]model.Entity) (lost kindOfID, ok bool) {
	for key, by := range copied {
		if by.At == e.At {
			return key, true
		}
	}
	return kindOfID{}, false
}

// A duplicate is an entity with the id of an earlier one of its kind.
type duplicate struct{ first, again model.Entity }

// duplicates lists the entities whose ids are taken.
func (p *Pass) duplicates() []duplicate {
	var found []duplicate
	first := map[kindOfID]model.Entity{}
	for _, e := range p.Project.Entities() {
		key := kindOfID{e.Kind, e.ID}
		if f, ok := first[key]; ok {
			found = append(found, duplicate{f, e})
			continue
		}
		first[key] = e
	}
	return found
}

// hasTwice reports whether two of a kind have the same id.
func (p *Pass) hasTwice(kind string) bool {
	return slices.ContainsFunc(p.duplicates(), func(d duplicate) bool { return d.again.Kind == kind })
}
