package rules

import "soknad/internal/diag"

var unknownCriterion = &Rule{
	Code: "CAL006", Name: "unknown-criterion", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an answer is given to a criterion that the call does not have",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		criteria, known := p.Call.IDs("criteria")
		if !known {
			return
		}
		var mentions []mention
		for _, c := range p.Project.Criteria {
			mentions = append(mentions, mention{c.ID, c.At("id")})
		}
		holdAgainst(mentions, criteria, func(m mention) *diag.Diagnostic {
			return p.Reportf(m.at, "the call has no criterion %q", m.word).
				Relate(p.Call.Key("criteria"), "the call lists its criteria here")
		})
	},
}
