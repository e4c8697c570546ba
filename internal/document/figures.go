package document

import (
	"fmt"
	"maps"
	"strings"

	"soknad/internal/figure"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// figureSteps is what drawing a figure counts among the steps of templates.
const figureSteps = 5000

// drawn draws a figure for a template.
func (a *assembler) drawn(name string) (string, error) {
	if err := a.meter.Spend(figureSteps); err != nil {
		return "", err
	}
	return a.figure(name)
}

// figure draws a figure and returns the images that show it, one after
// another when it takes more than one. The caption stands as each image's
// text.
func (a *assembler) figure(name string) (string, error) {
	var drawn []*figure.Figure
	switch name {
	case "gantt":
		drawn = a.view.gantt()
	case "costs":
		drawn = a.view.costBars()
	case "financing":
		drawn = a.view.financingBars()
	case "risks":
		drawn = a.view.riskMatrix()
	case "interests":
		drawn = a.view.interestMatrix()
	case "goals":
		drawn = a.view.goalTree()
	case "trace":
		drawn = a.view.flow()
	case "kinds":
		drawn = a.view.kindMatrix()
	case "organisation":
		drawn = a.view.orgChart()
	default:
		return "", fmt.Errorf("there is no figure %q", name)
	}
	caption := a.view.word("figure." + name)
	images := make([]string, len(drawn))
	for i, f := range drawn {
		file := "figures/" + name + ".svg"
		if i > 0 {
			file = fmt.Sprintf("figures/%s-%d.svg", name, i+1)
		}
		a.figures[file] = f
		images[i] = fmt.Sprintf("![%s](%s)", caption, file)
		if len(drawn) > 1 {
			images[i] = fmt.Sprintf("![%s (%d/%d)](%s)", caption, i+1, len(drawn), file)
		}
	}
	return strings.Join(images, "\n\n"), nil
}

// placed returns the figures that stand in the text: those of a template whose
// text was left out do not.
func (a *assembler) placed(text string) map[string]*figure.Figure {
	maps.DeleteFunc(a.figures, func(file string, _ *figure.Figure) bool { return !strings.Contains(text, "("+file+")") })
	return a.figures
}

func (v *view) gantt() []*figure.Figure {
	p := v.project.Application.Period
	if p.End().IsZero() || len(v.project.Activities) == 0 {
		return nil
	}
	g := figure.Gantt{
		Alt: v.word("alt.gantt"), From: p.Start, To: p.End(), Continued: v.word("continued"),
		Milestone: v.word("milestone"), Dependency: v.word("depends-on"), Outside: v.word("outside-period"),
	}
	for i := range g.Quarters {
		g.Quarters[i] = fmt.Sprintf("%s%d", v.word("quarter"), i+1)
	}
	for _, group := range v.groups {
		rows := make([]figure.GanttRow, len(group.activities))
		for i, a := range group.activities {
			rows[i] = v.ganttRow(a)
		}
		title := v.word("other-activities")
		if group.focusArea != nil {
			title = group.focusArea.Title
		}
		g.Groups = append(g.Groups, figure.GanttGroup{Title: title, Rows: rows})
	}
	return g.Draw()
}

func (v *view) ganttRow(a *model.Activity) figure.GanttRow {
	row := figure.GanttRow{
		ID: a.ID, Label: fmt.Sprintf("A%d %s", v.numbers[a.ID], a.Title), Start: a.Start, End: a.End, After: a.DependsOn,
	}
	for _, m := range a.Milestones {
		if !m.Date.IsZero() {
			row.Milestones = append(row.Milestones, figure.Milestone{Date: m.Date})
		}
	}
	return row
}

// costBars shows the costs by year and category.
func (v *view) costBars() []*figure.Figure {
	by := v.project.CostByCategory()
	var series []string
	var amounts []model.Yearly
	for _, c := range v.call.CostCategories {
		if y, ok := by[c.ID]; ok {
			series, amounts = append(series, c.Title.In(v.lang)), append(amounts, y)
		}
	}
	return v.bars(v.word("alt.costs"), series, amounts)
}

// financingBars shows the financing by year and source.
func (v *view) financingBars() []*figure.Figure {
	var series []string
	var amounts []model.Yearly
	for _, p := range v.payers() {
		series, amounts = append(series, p.name), append(amounts, p.amounts)
	}
	series = append(series, v.word("own-cash"), v.word("own-effort"))
	amounts = append(amounts, v.project.OwnCash(), v.project.OwnEffort())
	return v.bars(v.word("alt.financing"), series, amounts)
}

// bars draws amounts by year in thousand kroner.
func (v *view) bars(alt string, series []string, amounts []model.Yearly) []*figure.Figure {
	chart := figure.Bars{Alt: alt, Unit: v.word("thousand-kroner"), Series: series}
	for _, year := range v.years {
		var total i18n.Kroner
		parts := make([]figure.Part, len(amounts))
		for i, y := range amounts {
			parts[i] = figure.Part{Amount: int64(y[year]), Words: v.thousands(y[year])}
			total += y[year]
		}
		chart.Bars = append(chart.Bars, figure.Bar{Label: fmt.Sprint(year), Total: v.thousands(total), Parts: parts})
	}
	if len(series) == 0 || len(chart.Bars) == 0 {
		return nil
	}
	return chart.Draw()
}

// thousands says an amount in thousand kroner, rounded to the nearest.
func (v *view) thousands(k i18n.Kroner) string { return i18n.Number((int64(k)+500)/1000, v.lang) }

func (v *view) riskMatrix() []*figure.Figure {
	m := figure.RiskMatrix{
		Alt: v.word("alt.risks"), Probability: v.word("probability"), Consequence: v.word("consequence"),
		Low: v.word("low"), Medium: v.word("medium"), High: v.word("high"),
	}
	for i := range v.project.Risks {
		r := &v.project.Risks[i]
		m.Risks = append(m.Risks, figure.Risk{
			Mark: fmt.Sprintf("R%d", i+1), Probability: r.Probability, Consequence: r.Consequence,
		})
	}
	if len(m.Risks) == 0 {
		return nil
	}
	return []*figure.Figure{m.Draw()}
}

// unanswered stands in the interest matrix where a participant has not said
// how much a focus area matters to it.
const unanswered = -1

func (v *view) interestMatrix() []*figure.Figure {
	m := figure.HeatMatrix{Alt: v.word("alt.interests"), Corner: v.word("participant")}
	for i := range m.Scale {
		m.Scale[i] = v.word(fmt.Sprintf("interest.%d", i))
	}
	for _, f := range v.ranked() {
		m.Columns = append(m.Columns, f.Title)
	}
	for i := range v.project.Participants {
		q := &v.project.Participants[i]
		if len(q.Priorities) == 0 {
			continue
		}
		row := figure.HeatRow{Label: q.Name}
		for _, f := range v.ranked() {
			value, ok := q.Priorities[f.ID]
			if !ok {
				value = unanswered
			}
			row.Values = append(row.Values, value)
		}
		m.Rows = append(m.Rows, row)
	}
	if len(m.Rows) == 0 || len(m.Columns) == 0 {
		return nil
	}
	return m.Draw()
}
