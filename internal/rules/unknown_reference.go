package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var unknownReference = &Rule{
	Code: "REF001", Name: "unknown-reference", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an id refers to something that is not written",
	Check: func(p *Pass) {
		groups, missed := p.missed()
		copied := p.copied(missed)
		for _, key := range missed {
			if _, told := copied[key]; !told {
				p.unknown(groups[key], groups)
			}
		}
	},
}

// agreement is how many places must agree on an id that does not exist to
// be believed more than the one where the neighbour is written.
const agreement = 3

// unknown reports references to one id that does not exist. Where enough
// places agree on it and none names its nearest neighbour, the neighbour's own
// id is the one that was misspelt.
func (p *Pass) unknown(refs []model.Reference, groups map[kindOfID][]model.Reference) {
	r := refs[0]
	e, ok := p.entity(r.Kind, r.Meant)
	if !ok {
		p.dangling(refs)
		return
	}
	if len(refs) >= agreement && groups[kindOfID{r.Kind, r.Meant}] == nil {
		d := p.Reportf(e.At, "nothing names the %s %q, but %d places name %q", word(r.Kind), r.Meant, len(refs), r.ID)
		relateSome(d, refs).Hint("did you mean %q?", r.ID).Fix(e.At, r.ID, "write %q", r.ID)
		return
	}
	d := p.Reportf(r.At, "there is no %s %q", word(r.Kind), r.ID).HintAt(e.At, "did you mean %q?", r.Meant)
	relateSome(d, refs[1:])
	if len(r.ID) < plainSlip || r.Taken {
		return // Of ids this short, any is near another one: a person must choose.
	}
	fix := diag.Fix{Message: i18n.Msg("write %q", r.Meant)}
	for _, r := range refs {
		fix.Edits = append(fix.Edits, diag.Edit{Span: r.At.Span(), New: r.Meant})
	}
	d.Fixes = append(d.Fixes, fix)
}

// dangling reports references to an id that is near no other.
func (p *Pass) dangling(refs []model.Reference) {
	r := refs[0]
	d := relateSome(p.Reportf(r.At, "there is no %s %q", word(r.Kind), r.ID), refs[1:])
	if ids := p.Project.IDs(r.Kind); len(ids) > 0 && len(ids) <= 12 {
		d.Hint("the ids are: %s", joined(ids))
	}
}

// plainSlip is how many bytes an id must have for its nearest neighbour to be
// what was meant beyond doubt.
const plainSlip = 4

// someRefs is how many places are shown of those that name the same id.
const someRefs = 5

func relateSome(d *diag.Diagnostic, refs []model.Reference) *diag.Diagnostic {
	for _, r := range refs[:min(len(refs), someRefs)] {
		d.Relate(r.At, "it is named here too")
	}
	return d
}

// entity returns the entity of a kind that has an id.
func (p *Pass) entity(kind, id string) (model.Entity, bool) {
	for _, e := range p.Project.Entities() {
		if id != "" && e.Kind == kind && e.ID == id {
			return e, true
		}
	}
	return model.Entity{}, false
}

// listOf names the list of the description that a kind of entity stands in.
func listOf(kind string) string {
	lists := map[string]string{
		"stage": "value_chain", "workshop": "workshops", "input": "inputs", "challenge": "challenges",
		"focus area": "focus_areas", "goal": "goals", "activity": "activities", "participant": "participants",
	}
	return lists[kind]
}
