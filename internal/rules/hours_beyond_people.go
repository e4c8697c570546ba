package rules

import "soknad/internal/diag"

var hoursBeyondPeople = &Rule{
	Code: "BUD010", Name: "hours-beyond-people", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"participants.contribution.hours"},
	Title: "a participant gives more hours than its people have",
	Check: func(p *Pass) {
		if p.Call == nil {
			return
		}
		each := p.Call.Financing.HoursPerYearMax
		most, known := each.Known()
		if !known {
			return
		}
		for i := range p.Project.Participants {
			q := &p.Project.Participants[i]
			if q.Employees == nil {
				continue
			}
			hours := map[int]int64{}
			for j := range q.Contribution.Hours {
				h := &q.Contribution.Hours[j]
				hours[h.Year] += h.Hours
				if limit := most * float64(max(1, *q.Employees)); float64(hours[h.Year]) > limit {
					d := p.Reportf(h.At("hours"), "%q gives %s hours in %d, more than the %s its people have", q.Called(), number(hours[h.Year]), h.Year, number(limit)).
						Relate(q.At("employees"), "employees: %d", *q.Employees)
					p.citing(d, each.At("value"), each.Provenance).
						Hint("correct the hours or the number of employees")
					break
				}
			}
		}
	},
}
