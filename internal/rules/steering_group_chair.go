package rules

import (
	"slices"
	"strconv"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var steeringGroupChair = &Rule{
	Code: "PAR013", Name: "steering-group-chair", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"organisation.steering_group.chair", "organisation.steering_group.members.name"},
	Title: "there is no steering group, or none of its members is its chair",
	Check: func(p *Pass) {
		o := p.Project.Organisation
		switch {
		case p.Project.Lacks("organisation"): // section-missing says so, where the call asks for it
		case o.Lacks("steering_group"):
			p.Reportf(p.Project.Key("organisation"), "there is no steering group").
				Hint("give in \"steering_group\", below \"organisation\", its chair and its members")
		case o.SteeringGroup.Lacks("chair"):
			p.Reportf(o.Key("steering_group"), "the steering group has no chair").
				Hint("write in \"chair\" the name of the member who leads the group")
		default:
			p.chair(o.SteeringGroup)
		}
	},
}

// chair reports a chair who is not among the members, and suggests the member
// whose name is nearest.
func (p *Pass) chair(g model.SteeringGroup) {
	var names []string
	for _, m := range g.Members {
		names = append(names, m.Name)
	}
	if slices.Contains(names, g.Chair) {
		return
	}
	d := p.Reportf(g.At("chair"), "the chair %q is not among the members of the steering group", g.Chair)
	nearest := diag.Nearest(g.Chair, names)
	if nearest == "" {
		d.Hint("write the chair among the members too, with name and participant")
		return
	}
	member := g.Members[slices.Index(names, nearest)]
	d.HintAt(member.At("name"), "did you mean %q?", nearest).
		Fix(g.At("chair"), strconv.Quote(nearest), "write %q", nearest)
}
