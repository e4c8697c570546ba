package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var unknownReference = &Rule{
	Code: "REF001", Name: "unknown-reference", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an id refers to something that is not written",
	Check: func(p *Pass) {
		told := map[string]*diag.Diagnostic{}
		for _, r := range p.Project.References {
			if r.Meant == r.ID || !p.Project.Intact(listOf(r.Kind)+".id") {
				continue
			}
			key := r.Kind + " " + r.ID
			if d, ok := told[key]; ok {
				d.Relate(r.At, "it is named here too")
				continue
			}
			told[key] = p.unknown(r)
		}
	},
}

// unknown reports a reference and suggests the nearest id.
func (p *Pass) unknown(r model.Reference) *diag.Diagnostic {
	d := p.Reportf(r.At, "there is no %s %q", word(r.Kind), r.ID)
	if r.Meant == "" {
		if ids := p.Project.IDs(r.Kind); len(ids) > 0 && len(ids) <= 12 {
			d.Hint("the ids are: %s", joined(ids))
		}
		return d
	}
	for _, e := range p.Project.Entities() {
		if e.Kind == r.Kind && e.ID == r.Meant {
			d.HintAt(e.At, "did you mean %q?", r.Meant)
		}
	}
	if len(r.ID) < plainSlip {
		return d // Of ids this short, any is near another one: a person must choose.
	}
	return d.Fix(r.At, r.Meant, "write %q", r.Meant)
}

// plainSlip is how many bytes an id must have for its nearest neighbour to be
// what was meant beyond doubt.
const plainSlip = 4

// listOf names the list of the description that a kind of entity stands in.
func listOf(kind string) string {
	lists := map[string]string{
		"stage": "value_chain", "workshop": "workshops", "input": "inputs", "challenge": "challenges",
		"focus area": "focus_areas", "goal": "goals", "activity": "activities", "participant": "participants",
	}
	return lists[kind]
}
