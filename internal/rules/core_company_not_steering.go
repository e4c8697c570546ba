package rules

import (
	"slices"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var coreCompanyNotSteering = &Rule{
	Code: "PAR022", Name: "core-company-not-steering", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"organisation.steering_group.members", "participants.kind", "participants.commitment.status"},
	Title: "no core company sits in the steering group",
	Check: func(p *Pass) {
		members := p.Project.Organisation.SteeringGroup.Members
		core := slices.DeleteFunc(p.Project.Partners(), func(q *model.Participant) bool { return !q.IsCore() })
		if len(members) == 0 || len(core) == 0 || slices.ContainsFunc(members, func(m model.Member) bool {
			q, ok := p.Project.Participant(m.Participant)
			return !ok || q.IsCore()
		}) {
			return
		}
		d := p.Reportf(p.Project.Organisation.SteeringGroup.Key("members"), "no core company sits in the steering group")
		for _, q := range core {
			d.Relate(q, "%q is a core company", q.Called())
		}
		d.Hint("ask one of them to take a seat")
	},
}
