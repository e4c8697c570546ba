package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var inputUndecided = &Rule{
	Code: "GOA010", Name: "input-undecided", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "an input has no decision, or one that leads nowhere",
	Check: func(p *Pass) {
		for i := range p.Project.Inputs {
			p.checkDecision(&p.Project.Inputs[i])
		}
		if p.hasTwice("input") {
			return // An input seems to be merged into itself when its id is another's.
		}
		for _, ids := range p.Project.MergeCircles() {
			p.reportMergeCircle(ids)
		}
	},
}

func (p *Pass) checkDecision(in *model.Input) {
	d := &in.Decision
	switch {
	case in.Lacks("decision"):
		p.Reportf(in, "nothing is decided about input %q", in.ID).
			Hint("write decision: with the status used, merged or dropped")
	case d.Status == model.Used && d.Lacks("focus_area"):
		p.Reportf(d.At("status"), "input %q is used, but in no focus area", in.ID).
			Hint("write focus_area: and the id of the focus area that it went into")
	case d.Status == model.Merged && d.Lacks("into"):
		p.Reportf(d.At("status"), "input %q is merged, but into no other input", in.ID).
			Hint("write into: and the id of the input that says the same")
	case d.Status == model.Dropped && d.Lacks("reason"):
		p.Reportf(d.At("status"), "input %q is dropped without a reason", in.ID).
			Hint("write reason: and why it was set aside")
	}
}

// reportMergeCircle reports inputs of which nothing is left, because each was
// merged into the next.
func (p *Pass) reportMergeCircle(ids []string) {
	first, _ := p.Project.Input(ids[0])
	if len(ids) == 1 {
		p.Reportf(first.Decision.At("into"), "input %q is merged into itself", first.ID).
			Hint("write the id of the input that says the same, or status: used with its focus area")
		return
	}
	d := p.Reportf(first.Decision.At("into"), "these inputs are merged into one another in a circle: %s", joined(ids)).
		Hint("decide which of them stands for the others, and write status: used there with its focus area")
	for _, id := range ids[1:] {
		in, _ := p.Project.Input(id)
		d.Relate(in.Decision.At("into"), "%q is merged into %q", in.ID, in.Decision.Into)
	}
}
