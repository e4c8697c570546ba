package rules

import (
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

var targetDate = &Rule{
	Code: "GOA009", Name: "target-date", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "a result is due outside the project, or an effect before its end",
	Check: func(p *Pass) {
		period, ok := p.period()
		if !ok || p.isPeriodWrong(p.strays()) {
			return
		}
		for i := range p.Project.Goals {
			g := &p.Project.Goals[i]
			for j := range g.Indicators {
				switch t := &g.Indicators[j].Target; {
				case t.Date.IsZero():
				case g.Level == model.Result:
					p.checkResultDate(period, g, t)
				case g.Level == model.Effect:
					p.checkEffectDate(period, g, t)
				}
			}
		}
	},
}

// checkResultDate reports a result that is due outside the project: a result
// goal is what is delivered within the period (F114).
func (p *Pass) checkResultDate(period model.Period, g *model.Goal, t *model.Target) {
	switch {
	case t.Date.After(period.End()):
		p.relatePeriod(p.Reportf(t.At("date"), "the result goal %q is due on %s, after the project has ended", g.ID, i18n.Date(t.Date))).
			Hint("write a date within the project, or level: effect if it is reached afterwards")
	case t.Date.Before(period.Start):
		p.relatePeriod(p.Reportf(t.At("date"), "the result goal %q is due on %s, before the project has begun", g.ID, i18n.Date(t.Date))).
			Hint("write a date within the project")
	}
}

// checkEffectDate reports an effect that is due before the project has ended:
// an effect is normally reached after it (F113).
func (p *Pass) checkEffectDate(period model.Period, g *model.Goal, t *model.Target) {
	if !t.Date.After(period.End()) {
		p.relatePeriod(p.Reportf(t.At("date"), "the effect goal %q is due on %s, before the project has ended", g.ID, i18n.Date(t.Date))).
			Hint("write a date after the project, or level: result if the project itself delivers it")
	}
}
