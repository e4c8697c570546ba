package rules

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/model"
)

var missingActorClass = &Rule{
	Code: "PAR005", Name: "missing-actor-class", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"application.title", "participants.kind", "participants.role", "participants.commitment.status"},
	Title: "a class of actors that the call asks for is not among the participants",
	Check: func(p *Pass) {
		if p.Call == nil || len(p.Project.Participants) == 0 {
			return
		}
		for i := range p.Call.Consortium.ActorClasses {
			class := &p.Call.Consortium.ActorClasses[i]
			if of := participantsOf(p.Project, class); !slices.ContainsFunc(of, fills(class)) {
				p.missingClass(class, of)
			}
		}
	},
}

// participantsOf lists the participants of a class's kinds, those that do not
// count among them.
func participantsOf(project *model.Project, class *call.ActorClass) []*model.Participant {
	var of []*model.Participant
	for i := range project.Participants {
		if q := &project.Participants[i]; slices.Contains(class.Kinds, q.Kind) {
			of = append(of, q)
		}
	}
	return of
}

// fills returns whether a participant of the right kind is enough for a class.
func fills(class *call.ActorClass) func(*model.Participant) bool {
	return func(q *model.Participant) bool {
		return q.Commitment.Status != model.Declined && (q.IsPartner() || class.Supporters)
	}
}

func (p *Pass) missingClass(class *call.ActorClass, of []*model.Participant) {
	format := "the call asks for %q among the partners, and there is none"
	if class.Supporters {
		format = "the call asks for %q among the partners or the supporters, and there is none"
	}
	d := p.Reportf(p.Project.Application.At("title"), format, class.Title)
	p.citing(d, class.At("id"), class.Provenance)
	for _, q := range of {
		if q.Commitment.Status == model.Declined {
			d.Relate(q.Commitment.At("status"), "%q is of that kind, but has declined", q.Called())
		} else {
			d.Relate(q.At("role"), "%q is of that kind, but only a supporter", q.Called())
		}
	}
	d.Hint("find a participant of the kind: %s", joined(class.Kinds))
}
