package document

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// chain shows the way from what was said to what it costs: for each focus
// area the inputs that went into it, by where they were said, and its
// activities with the goals they serve. Every krone stands there once.
func (v *view) chain() fields {
	areas := []fields{}
	for _, g := range v.groups {
		areas = append(areas, v.chainArea(g))
	}
	return fields{
		"areas":     areas,
		"dropped":   v.inputNumbers(func(in *model.Input) bool { return in.Decision.Status == model.Dropped }),
		"undecided": v.inputNumbers(func(in *model.Input) bool { return in.Decision.Status == "" }),
		"common":    v.nonZero(v.project.CommonCostYearly().Total()),
		"total":     v.amount(v.project.CostYearly().Total()),
	}
}

func (v *view) chainArea(g group) fields {
	var sum i18n.Kroner
	rows, numbers := []fields{}, []string{}
	for _, a := range g.activities {
		cost := a.CostOf().Total()
		sum += cost
		numbers = append(numbers, v.numberOf(a.ID))
		rows = append(rows, fields{
			"title": v.numberOf(a.ID) + " " + escape(a.Title), "goals": strings.Join(v.goalTitles(a.Goals), "; "), "kroner": v.amount(cost),
		})
	}
	f := fields{
		"title": v.groupTitle(g), "activities": strings.Join(numbers, ", "), "rows": rows, "sum": v.amount(sum),
		"inputs": "", "goals": "", "said": []fields{},
	}
	if g.focusArea != nil {
		id := g.focusArea.ID
		f["inputs"] = v.inputNumbers(func(in *model.Input) bool { return slices.Contains(v.behind[id], in) })
		f["goals"] = len(v.goalsOf(id))
		f["said"] = v.saidWhere(v.behind[id])
	}
	return f
}

// nonZero says an amount, "" when it is nothing.
func (v *view) nonZero(k i18n.Kroner) string {
	if k == 0 {
		return ""
	}
	return v.amount(k)
}

// inputNumbers lists the numbers of some inputs, in order.
func (v *view) inputNumbers(which func(*model.Input) bool) string {
	var numbers []string
	for i := range v.project.Inputs {
		if which(&v.project.Inputs[i]) {
			numbers = append(numbers, fmt.Sprint(i+1))
		}
	}
	return strings.Join(numbers, ", ")
}

// saidWhere lists inputs by the workshop where they were said; those that
// were said at none come last.
func (v *view) saidWhere(inputs []*model.Input) []fields {
	all := []fields{}
	for i := range v.project.Workshops {
		w := &v.project.Workshops[i]
		all = v.saidAt(all, escape(w.Title), inputs, func(in *model.Input) bool { return in.Workshop == w.ID })
	}
	return v.saidAt(all, v.word("elsewhere"), inputs, func(in *model.Input) bool {
		_, ok := v.project.Workshop(in.Workshop)
		return !ok
	})
}

// saidAt adds the inputs that were said at one place, unless there are none.
func (v *view) saidAt(all []fields, place string, inputs []*model.Input, which func(*model.Input) bool) []fields {
	var numbers []string
	for _, in := range inputs {
		if !which(in) {
			continue
		}
		number := fmt.Sprint(v.inputNumber(in.ID))
		if in.Decision.Status == model.Merged {
			number += fmt.Sprintf(" (%s %d)", v.word("merged-with"), v.inputNumber(in.Decision.Into))
		}
		numbers = append(numbers, number)
	}
	if len(numbers) == 0 {
		return all
	}
	return append(all, fields{"place": place, "inputs": strings.Join(numbers, ", ")})
}
