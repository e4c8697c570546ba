package document

import (
	"cmp"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// letterTemplate is the template of a commitment sheet, below the packs'
// folders.
const letterTemplate = "letters/commitment.md.tmpl"

// Letter makes the commitment sheet of one participant, to read, sign and
// return: what the cluster will do, what this participant wants and brings,
// and what it takes part in. It says nothing of other participants' money. It
// is in the participant's language, or else in the application's; what people
// wrote stays as they wrote it.
func Letter(in Input, q *model.Participant) (*Document, diag.List, error) {
	lang, ok := i18n.ParseLang(cmp.Or(q.Language, in.Project.Application.Language))
	if !ok {
		lang = i18n.NB
	}
	a := &assembler{view: newView(in, lang), input: in}
	f, err := a.find(letterTemplate)
	if err != nil || f == nil {
		return nil, nil, err
	}
	body := a.body(f, a.view.letter(q))
	d := a.document([]part{{id: "letter", role: Body, filled: body}})
	d.Title = a.view.title() + " – " + q.Called()
	d.Subject = a.view.word("letter.subject")
	return d, a.list, nil
}

// letter is what the template of a commitment sheet sees.
func (v *view) letter(q *model.Participant) fields {
	a := &v.project.Application
	leads, joins := v.takesPart(q)
	effort := v.effortOf(q)
	return fields{
		"title": escape(v.title()), "vision": v.project.Vision, "summary": a.Summary, "period": v.period(),
		"applicant": v.applicant(), "participant": v.participant(q), "years": v.yearsOf(q),
		"cash": v.cashOf(q), "hours": v.hoursOf(q), "rates": effort["rates"],
		"leads": leads, "joins": joins, "ranks": v.ranks(q), "focus_areas": v.focusAreas(),
	}
}

// yearsOf lists the years in which the project runs, none for a participant
// that brings neither cash nor hours.
func (v *view) yearsOf(q *model.Participant) []int {
	if q.Cash().Total() == 0 && q.Effort().Total() == 0 {
		return nil
	}
	return v.years
}

func (v *view) cashOf(q *model.Participant) fields { return v.row("", q.Cash()) }

// hoursOf says how many hours a participant works, by year and in all.
func (v *view) hoursOf(q *model.Participant) fields {
	amounts := []string{}
	var total int64
	for _, year := range v.years {
		var hours int64
		for _, h := range q.Contribution.Hours {
			if h.Year == year {
				hours += h.Hours
			}
		}
		total += hours
		amounts = append(amounts, i18n.Number(hours, v.lang))
	}
	return fields{"amounts": amounts, "total": i18n.Number(total, v.lang)}
}

// takesPart lists the activities that a participant leads, and those that it
// takes part in.
func (v *view) takesPart(q *model.Participant) (leads, joins []fields) {
	for i := range v.project.Activities {
		a := &v.project.Activities[i]
		row := fields{"title": escape(a.Title), "dates": v.dates(a.Start, a.End), "part": ""}
		if a.Lead == q.ID {
			leads = append(leads, row)
			continue
		}
		for _, part := range a.Participants {
			if part.ID == q.ID {
				row["part"] = escape(part.Role)
				joins = append(joins, row)
				break
			}
		}
	}
	return leads, joins
}

// ranks says how much each focus area matters to a participant, in the order
// of the application; those it did not rank are left out.
func (v *view) ranks(q *model.Participant) []fields {
	rows := []fields{}
	for _, f := range v.ranked() {
		if priority, ok := q.Priorities[f.ID]; ok {
			rows = append(rows, fields{"title": escape(f.Title), "weight": v.word("interest." + string(rune('0'+priority)))})
		}
	}
	return rows
}
