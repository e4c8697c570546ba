package document

import (
	"soknad/internal/figure"
	"soknad/internal/model"
)

// kindMatrix shows how many participants of each kind there are in each stage
// of the value chain, and in all.
func (v *view) kindMatrix() []*figure.Figure {
	stages := v.project.ValueChain
	if len(stages) == 0 {
		return nil
	}
	m := figure.CountMatrix{
		Alt: v.word("alt.kinds"), Corner: v.word("kind"), Filled: v.enum("role", model.Partner), Open: v.enum("role", model.Supporter),
	}
	for _, s := range stages {
		m.Columns = append(m.Columns, s.Title)
	}
	m.Columns = append(m.Columns, v.word("in-all"))
	for _, kind := range model.Kinds() {
		row := figure.CountRow{Label: v.enum("kind", kind)}
		for _, s := range stages {
			row.Counts = append(row.Counts, v.countBoth(func(q *model.Participant) bool { return q.Kind == kind && worksIn(q, s.ID) }))
		}
		all := v.countBoth(func(q *model.Participant) bool { return q.Kind == kind })
		if row.Counts = append(row.Counts, all); all != (figure.Count{}) {
			m.Rows = append(m.Rows, row)
		}
	}
	return m.Draw()
}

// countBoth counts the partners and the supporters of a sort.
func (v *view) countBoth(of func(*model.Participant) bool) figure.Count {
	return figure.Count{
		Filled: v.number(func(q *model.Participant) bool { return q.IsPartner() && of(q) }),
		Open:   v.number(func(q *model.Participant) bool { return !q.IsPartner() && of(q) }),
	}
}
