package document

import (
	"fmt"
	"strings"

	"soknad/internal/figure"
	"soknad/internal/model"
)

// orgChart shows who answers to whom, once somebody is to lead the project.
func (v *view) orgChart() []*figure.Figure {
	o := &v.project.Organisation
	if o.SteeringGroup.Chair == "" && len(o.SteeringGroup.Members) == 0 && o.ProjectManager.Name == "" {
		return nil
	}
	manager := o.ProjectManager
	chart := figure.OrgChart{
		Alt:             v.word("alt.organisation"),
		ContractPartner: figure.OrgUnit{Title: v.word("contract-partner"), Head: v.contractPartner()},
		SteeringGroup:   v.steeringUnit(),
		ProjectManager:  figure.OrgUnit{Title: v.word("project-manager"), Head: v.person(manager.Name, manager.Participant)},
		Partnership:     v.unitOf("partnership", v.project.Partners()),
		Supporters:      v.unitOf("supporters", v.project.Supporters()),
	}
	if f := chart.Draw(); f != nil {
		return []*figure.Figure{f}
	}
	return nil
}

func (v *view) contractPartner() string {
	if q, ok := v.project.Participant(v.project.Application.ContractPartner); ok {
		return q.Name
	}
	return ""
}

// steeringUnit puts the chair before the members.
func (v *view) steeringUnit() figure.OrgUnit {
	g := &v.project.Organisation.SteeringGroup
	u := figure.OrgUnit{Title: v.word("steering-group")}
	chair := g.Chair
	for _, m := range g.Members {
		if m.Name == g.Chair {
			chair = v.person(m.Name, m.Participant)
		} else {
			u.Lines = append(u.Lines, v.person(m.Name, m.Participant))
		}
	}
	if chair != "" {
		u.Head = fmt.Sprintf("%s: %s", v.word("chair"), chair)
	}
	return u
}

// person says who somebody is and where from.
func (v *view) person(name, participant string) string {
	from := participant
	if q, ok := v.project.Participant(participant); ok {
		from = q.Name
	}
	if name == "" || from == "" {
		return name
	}
	return strings.Join([]string{name, from}, ", ")
}

// unitOf counts participants, in all and by kind.
func (v *view) unitOf(title string, all []*model.Participant) figure.OrgUnit {
	u := figure.OrgUnit{Title: v.word(title)}
	if len(all) == 0 {
		return u
	}
	u.Head = fmt.Sprintf("%s: %d", v.word("in-all"), len(all))
	for _, kind := range model.Kinds() {
		n := 0
		for _, q := range all {
			if q.Kind == kind {
				n++
			}
		}
		if n > 0 {
			u.Lines = append(u.Lines, fmt.Sprintf("%s: %d", v.enum("kind", kind), n))
		}
	}
	return u
}
