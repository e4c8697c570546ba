package document

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// row says amounts by year, with their total.
func (v *view) row(title string, y model.Yearly) fields {
	amounts := []string{}
	for _, year := range v.years {
		amounts = append(amounts, v.amount(y[year]))
	}
	return fields{"title": title, "amounts": amounts, "total": v.amount(y.Total())}
}

func (v *view) budget() fields {
	return fields{
		"by_activity": v.costByActivity(),
		"by_category": v.costByCategory(),
		"total":       v.row(v.word("total"), v.project.CostYearly()),
		"kroner":      i18n.Kroner(v.project.CostYearly().Total()).In(v.lang),
	}
}

// costByActivity lists the costs of each activity, by focus area, and at last
// those of no single activity.
func (v *view) costByActivity() []fields {
	all := []fields{}
	for _, g := range v.groups {
		sum, rows := model.Yearly{}, []fields{}
		for _, a := range g.activities {
			sum.Add(a.CostOf())
			rows = append(rows, v.row(v.numberOf(a.ID)+" "+escape(a.Title), a.CostOf()))
		}
		all = append(all, fields{"sum": v.row(v.groupTitle(g), sum), "rows": rows})
	}
	if common := v.project.CommonCostYearly(); len(common) > 0 {
		all = append(all, fields{"sum": v.row(v.word("common-costs"), common), "rows": []fields{}})
	}
	return all
}

// costByCategory lists the costs by category, in the order of the call.
func (v *view) costByCategory() []fields {
	by := v.project.CostByCategory()
	all := []fields{}
	for _, c := range v.call.CostCategories {
		if y, ok := by[c.ID]; ok {
			all = append(all, v.row(escape(c.Title.In(v.lang)), y))
		}
		delete(by, c.ID)
	}
	rest := model.Yearly{}
	for _, y := range by {
		rest.Add(y)
	}
	if len(rest) > 0 {
		all = append(all, v.row(v.word("other-costs"), rest))
	}
	return all
}

func (v *view) category(id string) string {
	for _, c := range v.call.CostCategories {
		if c.ID == id {
			return escape(c.Title.In(v.lang))
		}
	}
	return escape(id)
}

// costLines lists every cost with what it is reckoned from, by activity and
// with the years side by side.
func (v *view) costLines() []fields {
	all := []fields{}
	for _, g := range v.groups {
		for _, a := range g.activities {
			all = append(all, fields{"title": v.numberOf(a.ID) + " " + escape(a.Title), "lines": v.linesOf(a.Costs)})
		}
	}
	return append(all, fields{"title": v.word("common-costs"), "lines": v.linesOf(v.project.Budget.Costs)})
}

// A costLine is what costs have in common that are shown together.
type costLine struct {
	category, participant, reason string
	rate                          i18n.Kroner
}

// lineOf returns the line that a cost is shown in: with those that differ
// only in their year, and in a public document also with those that differ in
// whose they are, so that nobody's share is seen.
func (v *view) lineOf(c *model.Cost) costLine {
	if v.variant == Public && (c.Participant != "" || c.Hours != 0) {
		return costLine{category: c.Category}
	}
	return costLine{category: c.Category, participant: c.Participant, reason: c.Reason, rate: c.Rate}
}

func (v *view) linesOf(costs []model.Cost) []fields {
	var order []costLine
	amounts := map[costLine]model.Yearly{}
	hours, reasons := map[costLine][]string{}, map[costLine][]string{}
	for i := range costs {
		c := &costs[i]
		key := v.lineOf(c)
		if amounts[key] == nil {
			order = append(order, key)
			amounts[key] = model.Yearly{}
		}
		amounts[key][c.Year] += c.Value()
		if !slices.Contains(reasons[key], c.Reason) && c.Reason != "" {
			reasons[key] = append(reasons[key], c.Reason)
		}
		if c.Hours != 0 && key.rate != 0 {
			hours[key] = append(hours[key], i18n.Number(c.Hours, v.lang))
		}
	}
	lines := []fields{}
	for _, key := range order {
		line := v.row(v.category(key.category), amounts[key])
		line["basis"] = v.basis(key, hours[key], strings.Join(reasons[key], "; "))
		lines = append(lines, line)
	}
	return lines
}

// basis says what a cost is reckoned from: whose it is, the hours of each year
// and their rate, and the reason.
func (v *view) basis(c costLine, hours []string, reason string) string {
	var parts []string
	if c.participant != "" {
		parts = append(parts, v.nameOf(c.participant))
	}
	switch all := strings.Join(hours, "\u00a0+\u00a0"); all {
	case "":
	case "1":
		parts = append(parts, fmt.Sprintf(v.word("one-hour-at"), v.amount(c.rate)))
	default:
		parts = append(parts, fmt.Sprintf(v.word("hours-at"), all, v.amount(c.rate)))
	}
	if reason == "" || len(parts) == 0 {
		return strings.Join(parts, ", ") + reason
	}
	return strings.Join(parts, ", ") + ". " + reason
}

// financing lists who pays: each source, the participants' cash and effort,
// with their share of the whole.
func (v *view) financing() fields {
	whole := v.project.FinancingYearly()
	rows := []fields{}
	add := func(title, status string, y model.Yearly) {
		f := v.row(title, y)
		f["status"], f["share"] = status, share(y, whole, v.lang)
		rows = append(rows, f)
	}
	for _, p := range v.payers() {
		add(escape(p.name)+p.kind, p.status, p.amounts)
	}
	add(v.word("own-cash"), "", v.project.OwnCash())
	add(v.word("own-effort"), "", v.project.OwnEffort())
	public, own := v.project.PublicYearly(), v.project.OwnYearly()
	return fields{
		"rows": rows, "total": v.row(v.word("total"), whole), "kroner": i18n.Kroner(whole.Total()).In(v.lang),
		"public": v.sharesOf(v.word("public-share"), public, whole), "own": v.sharesOf(v.word("own-share"), own, whole),
		"applied": i18n.Kroner(v.project.AppliedYearly().Total()).In(v.lang), "letters": v.letters(), "bridging": v.bridging(),
	}
}

// bridging says how much is lent until the grants are paid, and on what terms;
// nil when nothing is, and in a public document, since it tells of one
// company's money.
func (v *view) bridging() fields {
	b := v.project.Budget.Bridging
	if b.Amount == 0 || v.variant == Public {
		return nil
	}
	return fields{"amount": b.Amount.In(v.lang), "reason": strings.TrimSpace(b.Reason)}
}

// letters names the files that promise money.
func (v *view) letters() []fields {
	all := []fields{}
	for i := range v.project.Budget.Financing {
		if s := &v.project.Budget.Financing[i]; s.Letter != "" && !v.hides(s) {
			all = append(all, fields{"funder": escape(s.Funder), "file": escape(s.Letter)})
		}
	}
	return all
}

// sharesOf says a part of the whole, year by year and in total.
func (v *view) sharesOf(title string, part, whole model.Yearly) fields {
	shares := []string{}
	for _, year := range v.years {
		shares = append(shares, share(model.Yearly{year: part[year]}, model.Yearly{year: whole[year]}, v.lang))
	}
	return fields{"title": title, "amounts": shares, "total": share(part, whole, v.lang)}
}

func share(part, whole model.Yearly, l i18n.Lang) string {
	if whole.Total() == 0 {
		return ""
	}
	return i18n.Percent(float64(part.Total())/float64(whole.Total()), l)
}
