package document

import (
	"slices"

	"soknad/internal/call"
	"soknad/internal/i18n"
	"soknad/internal/model"
)

// A payer is someone who pays, apart from the participants, as the document
// shows it.
type payer struct {
	ids          []string // of the sources it stands for
	name         string   // plain text
	kind, status string   // kind is "" where the name says it
	amounts      model.Yearly
}

// payers lists who pays. A public document takes all private ones together,
// since what a single company gives is its own matter.
func (v *view) payers() []payer {
	var all []payer
	hidden := payer{name: v.word("other-private-sources"), amounts: model.Yearly{}}
	for i := range v.project.Budget.Financing {
		s := &v.project.Budget.Financing[i]
		if v.hides(s) {
			hidden.ids = append(hidden.ids, s.ID)
			hidden.amounts.Add(s.Yearly())
			continue
		}
		all = append(all, payer{
			ids: []string{s.ID}, name: s.Funder, kind: " (" + v.enum("financing", s.Kind) + ")", status: v.enum("status", s.Status), amounts: s.Yearly(),
		})
	}
	if len(hidden.ids) > 0 {
		all = append(all, hidden)
	}
	return all
}

// hides reports whether a source is not named in this variant.
func (v *view) hides(s *model.Source) bool {
	return v.variant == Public && s.Kind == model.OtherPrivate
}

// ownEffort is the category of the participants' own work, which pays for
// itself.
const ownEffort = "own-effort"

// isOwnWork reports whether a cost is a participant's own work. A call that has
// no category for it does not tell it from work that is paid for.
func (v *view) isOwnWork(c model.SpentCost) bool {
	told := slices.ContainsFunc(v.call.CostCategories, func(c call.Named) bool { return c.ID == ownEffort })
	return c.Category == ownEffort || c.Hours != 0 && !told
}

// whoPays says how much of each category of costs each payer pays, those that
// pay nothing left out.
func (v *view) whoPays() fields {
	cube := v.project.Cube(v.isOwnWork)
	type key struct{ category, payer string }
	sums := model.By(cube, func(c model.Cell) key { return key{c.Category, c.Payer} })
	byPayer := model.By(cube, func(c model.Cell) string { return c.Payer })
	payers := slices.DeleteFunc(v.allPayers(), func(p payer) bool { return p.sum(byPayer) == 0 })
	names, rows := []string{}, []fields{}
	for _, p := range payers {
		names = append(names, escape(p.name))
	}
	for _, category := range v.categories() {
		of := map[string]i18n.Kroner{}
		for k, amount := range sums {
			if k.category == category {
				of[k.payer] = amount
			}
		}
		rows = append(rows, v.paidBy(v.category(category), payers, of))
	}
	return fields{"payers": names, "rows": rows, "total": v.paidBy(v.word("total"), payers, byPayer)}
}

// paidBy says what each payer pays of something, with the total.
func (v *view) paidBy(title string, payers []payer, sums map[string]i18n.Kroner) fields {
	amounts, total := []string{}, i18n.Kroner(0)
	for _, p := range payers {
		amounts, total = append(amounts, v.amount(p.sum(sums))), total+p.sum(sums)
	}
	return fields{"title": title, "amounts": amounts, "total": v.amount(total)}
}

func (p payer) sum(sums map[string]i18n.Kroner) i18n.Kroner {
	var total i18n.Kroner
	for _, id := range p.ids {
		total += sums[id]
	}
	return total
}

// allPayers lists everybody who pays, the participants among them, and what
// nobody does.
func (v *view) allPayers() []payer {
	return append(v.payers(),
		payer{ids: []string{model.PayCash}, name: v.word("own-cash")},
		payer{ids: []string{model.PayEffort}, name: v.word("own-effort")},
		payer{ids: []string{model.PayNobody}, name: v.word("unfinanced")},
		payer{ids: []string{model.PayRounding}, name: v.word("rounding")})
}

// categories lists the categories of the costs: those of the call in its
// order, then others as they were written.
func (v *view) categories() []string {
	var written, all []string
	for c := range v.project.Costs() {
		if !slices.Contains(written, c.Category) {
			written = append(written, c.Category)
		}
	}
	for _, c := range v.call.CostCategories {
		if slices.Contains(written, c.ID) {
			all = append(all, c.ID)
		}
	}
	for _, id := range written {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}
