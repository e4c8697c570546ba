package document

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

func (v *view) participants() []fields {
	all := make([]*model.Participant, len(v.project.Participants))
	for i := range v.project.Participants {
		all[i] = &v.project.Participants[i]
	}
	return v.list(all)
}

func (v *view) list(all []*model.Participant) []fields {
	list := []fields{}
	for _, q := range all {
		list = append(list, v.participant(q))
	}
	return list
}

func (v *view) participant(q *model.Participant) fields {
	c := q.Commitment
	return fields{
		"name":          escape(q.Name),
		"org_number":    i18n.OrgNumber(q.OrgNumber),
		"country":       escape(q.Country),
		"kind":          v.enum("kind", q.Kind),
		"role":          v.enum("role", v.roleOf(q)),
		"stages":        v.stageTitles(q.ValueChain),
		"municipality":  escape(q.Municipality),
		"industry_code": escape(q.IndustryCode),
		"employees":     v.optional(q.Employees),
		"contact":       v.contact(q.Contact),
		"interest":      q.Interest,
		"contribution":  q.Contribution.Text,
		"commitment":    v.enum("commitment", c.Status),
		"answered":      v.shortDate(c.Date),
		"letter":        escape(c.Letter),
	}
}

func (v *view) roleOf(q *model.Participant) string {
	if q.IsPartner() {
		return model.Partner
	}
	return model.Supporter
}

func (v *view) stageTitles(ids []string) string {
	var titles []string
	for _, id := range ids {
		if s, ok := v.project.Stage(id); ok {
			titles = append(titles, escape(s.Title))
		}
	}
	return strings.Join(titles, ", ")
}

// ownCash says what each participant pays, by year; those that pay nothing
// are left out. A public document has no such rows.
func (v *view) ownCash() []fields {
	rows := []fields{}
	if v.variant == Public {
		return rows
	}
	for i := range v.project.Participants {
		q := &v.project.Participants[i]
		if cash := q.Cash(); cash.Total() > 0 {
			rows = append(rows, v.row(escape(q.Name), cash))
		}
	}
	return rows
}

// ownEffort says how many hours each participant works, by year, at which
// rates, and what that is worth. A public document has no such rows.
func (v *view) ownEffort() []fields {
	rows := []fields{}
	if v.variant == Public {
		return rows
	}
	for i := range v.project.Participants {
		q := &v.project.Participants[i]
		if len(q.Contribution.Hours) > 0 {
			rows = append(rows, v.effortOf(q))
		}
	}
	return rows
}

func (v *view) effortOf(q *model.Participant) fields {
	hours := map[int]int64{}
	var rates []string
	for _, h := range q.Contribution.Hours {
		hours[h.Year] += h.Hours
		if rate := v.amount(h.Rate); !slices.Contains(rates, rate) {
			rates = append(rates, rate)
		}
	}
	years := []string{}
	for _, year := range v.years {
		years = append(years, i18n.Number(hours[year], v.lang))
	}
	return fields{
		"title": escape(q.Name), "hours": years, "rates": strings.Join(rates, ", "), "value": v.amount(q.Effort().Total()),
	}
}

// kinds counts the participants by kind and by stage of the value chain.
func (v *view) kinds() []fields {
	all := []fields{}
	for _, kind := range model.Kinds() {
		counts := make([]string, len(v.project.ValueChain))
		for i, s := range v.project.ValueChain {
			counts[i] = v.count(func(q *model.Participant) bool { return q.Kind == kind && worksIn(q, s.ID) })
		}
		partners := v.count(func(q *model.Participant) bool { return q.Kind == kind && q.IsPartner() })
		supporters := v.count(func(q *model.Participant) bool { return q.Kind == kind && !q.IsPartner() })
		if partners == "" && supporters == "" {
			continue
		}
		all = append(all, fields{
			"kind": v.enum("kind", kind), "stages": counts, "partners": partners, "supporters": supporters,
		})
	}
	return all
}

func worksIn(q *model.Participant, stage string) bool {
	return slices.Contains(q.ValueChain, stage)
}

// count says how many participants there are of a sort; none is empty.
func (v *view) count(of func(*model.Participant) bool) string {
	if n := v.number(of); n > 0 {
		return i18n.Number(int64(n), v.lang)
	}
	return ""
}

// number counts the participants of a sort that have not declined.
func (v *view) number(of func(*model.Participant) bool) int {
	n := 0
	for i := range v.project.Participants {
		q := &v.project.Participants[i]
		if q.Commitment.Status != model.Declined && of(q) {
			n++
		}
	}
	return n
}

func (v *view) stages() []string {
	titles := []string{}
	for _, s := range v.project.ValueChain {
		titles = append(titles, escape(s.Title))
	}
	return titles
}

// interests says how much each focus area matters to each participant that
// has answered, a row each.
func (v *view) interests() []fields {
	rows := []fields{}
	for i := range v.project.Participants {
		q := &v.project.Participants[i]
		if len(q.Priorities) == 0 {
			continue
		}
		values := []string{}
		for _, f := range v.ranked() {
			value := ""
			if n, ok := q.Priorities[f.ID]; ok {
				value = i18n.Number(int64(n), v.lang)
			}
			values = append(values, value)
		}
		rows = append(rows, fields{"name": escape(q.Name), "values": values})
	}
	return rows
}

// ranking says how the partners rank each focus area, in the order of the
// columns of interests: the mean of their priorities, and the rank.
func (v *view) ranking() fields {
	by := map[string]model.Ranked{}
	for _, r := range v.project.Ranking() {
		by[r.ID] = r
	}
	means, ranks := []string{}, []string{}
	for _, f := range v.ranked() {
		mean, rank := "–", "–"
		if r := by[f.ID]; r.Votes > 0 {
			mean, rank = i18n.Decimal(r.Mean, 2, v.lang), fmt.Sprint(r.Rank)
		}
		means, ranks = append(means, mean), append(ranks, rank)
	}
	return fields{"means": means, "ranks": ranks, "weights": v.weights()}
}

// weights lists the kinds of participant that do not count once, with how
// much they do.
func (v *view) weights() string {
	var all []string
	for _, kind := range model.Kinds() {
		if w := v.project.Weight(kind); w != 1 {
			all = append(all, fmt.Sprintf("%s ×%d", v.enum("kind", kind), w))
		}
	}
	return strings.Join(all, ", ")
}

func (v *view) organisation() fields {
	o := &v.project.Organisation
	members := []fields{}
	for _, m := range o.SteeringGroup.Members {
		role := ""
		if m.Name == o.SteeringGroup.Chair {
			role = v.word("chair")
		}
		members = append(members, fields{"name": escape(m.Name), "participant": v.nameOf(m.Participant), "role": role})
	}
	return fields{
		"chair":   escape(o.SteeringGroup.Chair),
		"members": members,
		"manager": fields{
			"name": escape(o.ProjectManager.Name), "participant": v.nameOf(o.ProjectManager.Participant),
			"cv": escape(o.ProjectManager.CV),
		},
		"agreement": fields{"status": v.enum("agreement", o.Agreement.Status), "file": escape(o.Agreement.File)},
	}
}

// nameOf returns the name of a participant, or the text itself when it is the
// id of none.
func (v *view) nameOf(id string) string {
	if q, ok := v.project.Participant(id); ok {
		return escape(q.Name)
	}
	return escape(id)
}

// noBreak keeps the parts of a number together.
func noBreak(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }
