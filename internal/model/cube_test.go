package model_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"soknad/internal/i18n"
	"soknad/internal/model"
)

// budgets is how many budgets TestEveryTotalReconciles makes up.
const budgets = 10_000

// TestEveryTotalReconciles holds, for budgets made up by a generator with a
// fixed seed, that the same kroner are found whichever way they are added up.
func TestEveryTotalReconciles(t *testing.T) {
	random := rand.New(rand.NewPCG(2012, 3))
	for n := range budgets {
		p, balanced := budget(random)
		if err := reconciles(p, balanced); err != nil {
			t.Fatalf("budget %d: %v", n, err)
		}
	}
}

// reconciles adds up a budget in every direction and says where two sums of
// the same kroner differ.
func reconciles(p *model.Project, balanced bool) error {
	cube := p.Cube(isOwn)
	sums := []struct {
		name      string
		got, want any
	}{
		{"the cube and the costs", cube.Total(), p.CostYearly().Total()},
		{"the categories", sumOf(categoryTotals(p)), p.CostYearly().Total()},
		{"the activities and what is common", sumOf(activityTotals(p)), p.CostYearly().Total()},
		{"the years", nonzero(model.By(cube, func(c model.Cell) int { return c.Year })), nonzero(p.CostYearly())},
		{"the categories of the cube", nonzero(model.By(cube, func(c model.Cell) string { return c.Category })), nonzero(categoryTotals(p))},
		{"the activities of the cube", nonzero(model.By(cube, func(c model.Cell) string { return c.Activity })), nonzero(activityTotals(p))},
		{"the participants of the cube", sumOf(model.By(cube, func(c model.Cell) string { return c.Participant })), cube.Total()},
		{"the financing", p.FinancingYearly().Total(), p.PublicYearly().Total() + privateTotal(p) + p.OwnCash().Total() + p.OwnEffort().Total()},
	}
	for _, s := range sums {
		if fmt.Sprint(s.got) != fmt.Sprint(s.want) {
			return fmt.Errorf("%s: %v is not %v", s.name, s.got, s.want)
		}
	}
	return paysUp(p, cube, balanced)
}

// paysUp holds that nobody pays more than it has in a year, and, when
// financing and costs agree, that all is paid but for the rounding, which is
// less than a krone for each cost and payer.
func paysUp(p *model.Project, cube model.Cube, balanced bool) error {
	type key struct {
		payer string
		year  int
	}
	paid := model.By(cube, func(c model.Cell) key { return key{c.Payer, c.Year} })
	purses := map[key]i18n.Kroner{}
	for i := range p.Budget.Financing {
		for year, amount := range p.Budget.Financing[i].Yearly() {
			purses[key{p.Budget.Financing[i].ID, year}] += amount
		}
	}
	for year, amount := range p.OwnCash() {
		purses[key{model.PayCash, year}] += amount
	}
	for _, year := range p.Years() {
		var unspent i18n.Kroner
		for k, purse := range purses {
			if k.year != year {
				continue
			}
			if paid[k] > purse {
				return fmt.Errorf("%s pays %d in %d and has %d", k.payer, paid[k], year, purse)
			}
			unspent += purse - paid[k]
		}
		rounding, nobody := paid[key{model.PayRounding, year}], paid[key{model.PayNobody, year}]
		if most := i18n.Kroner(len(slices.Collect(p.Costs())) * (len(p.Budget.Financing) + 2)); rounding < 0 || rounding > most {
			return fmt.Errorf("the rounding of %d is %d", year, rounding)
		}
		if balanced && (unspent != rounding || nobody != 0) {
			return fmt.Errorf("in %d %d is unspent, %d is rounding and %d is not financed", year, unspent, rounding, nobody)
		}
	}
	return nil
}

func isOwn(c model.SpentCost) bool { return c.Category == "own-effort" }

func categoryTotals(p *model.Project) map[string]i18n.Kroner {
	totals := map[string]i18n.Kroner{}
	for category, y := range p.CostByCategory() {
		totals[category] = y.Total()
	}
	return totals
}

func activityTotals(p *model.Project) map[string]i18n.Kroner {
	totals := map[string]i18n.Kroner{"": p.CommonCostYearly().Total()}
	for i := range p.Activities {
		totals[p.Activities[i].ID] = p.Activities[i].CostOf().Total()
	}
	return totals
}

func privateTotal(p *model.Project) i18n.Kroner {
	var total i18n.Kroner
	for i := range p.Budget.Financing {
		if s := &p.Budget.Financing[i]; !s.IsPublic() {
			total += s.Yearly().Total()
		}
	}
	return total
}

func sumOf(totals map[string]i18n.Kroner) i18n.Kroner {
	var sum i18n.Kroner
	for _, total := range totals {
		sum += total
	}
	return sum
}

func nonzero[M ~map[K]i18n.Kroner, K comparable](totals M) M {
	kept := M{}
	for k, v := range totals {
		if v != 0 {
			kept[k] = v
		}
	}
	return kept
}

// budget makes up a project. Half of them are balanced: the money of each year
// is what costs money in it, and the participants' hours are their work.
func budget(random *rand.Rand) (p *model.Project, balanced bool) {
	p = &model.Project{}
	for i := range 1 + random.IntN(4) {
		p.Participants = append(p.Participants, model.Participant{ID: fmt.Sprintf("p-%d", i)})
	}
	for i := range random.IntN(5) {
		p.Activities = append(p.Activities, model.Activity{ID: fmt.Sprintf("a-%d", i), Costs: costs(random, p)})
	}
	p.Budget.Costs = costs(random, p)
	kinds := []string{model.Grant, model.OtherPublic, model.OtherPrivate}
	for i := range 1 + random.IntN(4) {
		p.Budget.Financing = append(p.Budget.Financing, model.Source{ID: fmt.Sprintf("s-%d", i), Kind: kinds[random.IntN(3)]})
	}
	if balanced = random.IntN(2) == 0; balanced {
		balance(random, p)
	} else {
		pay(random, p, func() i18n.Kroner { return kroner(random) })
	}
	return p, balanced
}

func costs(random *rand.Rand, p *model.Project) []model.Cost {
	categories := []string{"own-effort", "travel", "meetings", "external-services"}
	all := make([]model.Cost, random.IntN(6))
	for i := range all {
		c := model.Cost{Category: categories[random.IntN(len(categories))], Year: 2012 + random.IntN(4)}
		if c.Category == "own-effort" {
			c.Participant = p.Participants[random.IntN(len(p.Participants))].ID
			c.Hours, c.Rate = int64(random.IntN(2000)), i18n.Kroner(random.IntN(1200))
		} else {
			c.Amount = kroner(random)
		}
		all[i] = c
	}
	return all
}

// kroner makes up an amount: often small, sometimes as large as the schema
// allows.
func kroner(random *rand.Rand) i18n.Kroner {
	return i18n.Kroner(random.Int64N([]int64{3, 100, 1_000_000, 100_000_000_000}[random.IntN(4)]))
}

// pay gives every source and every participant money in every year.
func pay(random *rand.Rand, p *model.Project, amount func() i18n.Kroner) {
	for year := 2012; year < 2016; year++ {
		for i := range p.Budget.Financing {
			s := &p.Budget.Financing[i]
			s.Amounts = append(s.Amounts, model.YearAmount{Year: year, Amount: amount()})
		}
		q := &p.Participants[random.IntN(len(p.Participants))]
		q.Contribution.Cash = append(q.Contribution.Cash, model.YearAmount{Year: year, Amount: amount()})
	}
}

// balance pays exactly what is spent: the work by those who do it, and the
// rest of each year by whoever is drawn.
func balance(random *rand.Rand, p *model.Project) {
	spent := model.Yearly{}
	for c := range p.Costs() {
		if !isOwn(c) {
			spent[c.Year] += c.Value()
			continue
		}
		q, _ := p.Participant(c.Participant)
		q.Contribution.Hours = append(q.Contribution.Hours, model.YearHours{Year: c.Year, Hours: c.Hours, Rate: c.Rate})
	}
	for _, year := range spent.Years() {
		left := spent[year]
		for i := range p.Budget.Financing {
			part := i18n.Kroner(random.Int64N(int64(left) + 1))
			s := &p.Budget.Financing[i]
			s.Amounts = append(s.Amounts, model.YearAmount{Year: year, Amount: part})
			left -= part
		}
		q := &p.Participants[random.IntN(len(p.Participants))]
		q.Contribution.Cash = append(q.Contribution.Cash, model.YearAmount{Year: year, Amount: left})
	}
}
