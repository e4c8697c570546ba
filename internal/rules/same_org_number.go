package rules

import (
	"strings"

	"soknad/internal/diag"
	"soknad/internal/model"
)

var sameOrgNumber = &Rule{
	Code: "PAR009", Name: "same-org-number", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "two participants have one organisation number, or one name and two numbers",
	Check: func(p *Pass) {
		numbers, names := firstWith{}, firstWith{}
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			country, number := q.Registration()
			if number == "" {
				continue
			}
			byNumber := numbers.find(country, number, q)
			byName := names.find(country, strings.ToLower(strings.Join(strings.Fields(q.Called()), " ")), q)
			p.sameUnit(q, byNumber, byName)
		}
	},
}

// firstWith holds the first participant of a country with some number or name.
type firstWith map[[2]string]*model.Participant

// find returns the first participant; it may be q itself.
func (f firstWith) find(country, key string, q *model.Participant) *model.Participant {
	if f[[2]string{country, key}] == nil {
		f[[2]string{country, key}] = q
	}
	return f[[2]string{country, key}]
}

// sameUnit reports a participant that has the number or the name of another
// one. Where they share their id too, duplicate-id has said so.
func (p *Pass) sameUnit(q, byNumber, byName *model.Participant) {
	switch {
	case byNumber != q && byNumber.ID != q.ID:
		p.Reportf(q.At("org_number"), "%q has the same organisation number as %q", q.Called(), byNumber.Called()).
			Relate(byNumber.At("org_number"), "the other one is here").
			Hint("correct the number of one of them, or make one participant of the two")
	case byName != q && byName.ID != q.ID:
		p.Reportf(q.At("org_number"), "%q is written twice, with different organisation numbers", q.Called()).
			Relate(byName.At("org_number"), "the other number is here").
			Hint("make one participant of the two, with the number of the legal unit and not of a branch")
	}
}
