package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var researchLeads = &Rule{
	Code: "PAR021", Name: "research-leads", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Reads: []string{"activities.lead", "participants.kind", "participants.id"},
	Title: "research and education lead more activities than the companies",
	Check: func(p *Pass) {
		business := p.ledBy((*model.Participant).IsBusiness)
		academy := p.ledBy((*model.Participant).IsAcademy)
		if academy > business && business+academy >= fewestLed {
			p.Reportf(p.Project.Key("activities"), "research and education lead more activities than the companies: %d against %d", academy, business).
				Hint("let companies lead what they need most, with research and education as participants")
		}
	},
}
