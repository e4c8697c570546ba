package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"soknad/internal/i18n"
	"soknad/internal/sheet"
	"soknad/internal/syntax"
)

// costsOf lists the costs in a list as records.
func costsOf(owner *syntax.Node, path, activity string) []record {
	var all []record
	for i, n := range items(owner, path) {
		all = append(all, record{n, map[string]string{activityColumn: activity, lineColumn: strconv.Itoa(i + 1)}})
	}
	return all
}

// Export makes the table of a kind, with its headings in a language. Totals
// are formulas.
func Export(root *syntax.Node, k Kind, l i18n.Lang) sheet.Table {
	t := sheet.Table{Name: string(k), Rows: [][]sheet.Cell{{}}}
	for _, c := range k.columns() {
		t.Rows[0] = append(t.Rows[0], sheet.Text(c.title(l)))
	}
	records := k.records(root)
	for _, r := range records {
		row := []sheet.Cell{}
		for _, c := range k.columns() {
			row = append(row, cellOf(r.value(c.path), c.form))
		}
		t.Rows = append(t.Rows, row)
	}
	total, _ := i18n.Word("total", l)
	switch k {
	case Budget:
		withAmounts(&t, total)
	case Activities:
		withYears(&t, records, total)
	}
	return t
}

func cellOf(value string, f form) sheet.Cell {
	if n, err := strconv.ParseInt(value, 10, 64); err == nil && f == number {
		return sheet.Number(n)
	}
	return sheet.Text(value)
}

// withAmounts makes formulas of the amounts that are hours at a rate, and adds
// the total.
func withAmounts(t *sheet.Table, total string) {
	paths := Budget.columns()
	place := func(path string) int {
		return slices.IndexFunc(paths, func(c column) bool { return c.path == path })
	}
	hours, rate, amount := place("hours"), place("rate"), place("amount")
	var sum int64
	for i, row := range t.Rows[1:] {
		h, r := numberIn(row[hours]), numberIn(row[rate])
		if h != 0 || r != 0 {
			row[amount] = sheet.Sum(h*r, sheet.Address(i+1, hours)+"*"+sheet.Address(i+1, rate))
		}
		sum += numberIn(row[amount])
	}
	last := make([]sheet.Cell, len(paths))
	last[0], last[amount] = sheet.Text(total), sumBelow(amount, len(t.Rows), sum)
	t.Rows = append(t.Rows, last)
}

// sumBelow makes the sum of a column below its heading, down to a row.
func sumBelow(column, rows int, sum int64) sheet.Cell {
	return sheet.Sum(sum, fmt.Sprintf("SUM(%s:%s)", sheet.Address(1, column), sheet.Address(rows-1, column)))
}

func numberIn(c sheet.Cell) int64 {
	n, err := strconv.ParseInt(c.Text, 10, 64)
	if err != nil || !c.IsNumber {
		return 0
	}
	return n
}

// withYears adds a column of costs for each year, their total, and the totals
// of all activities.
func withYears(t *sheet.Table, activities []record, total string) {
	by, years := costsByYear(activities)
	first := len(t.Rows[0])
	for _, year := range years {
		t.Rows[0] = append(t.Rows[0], sheet.Number(int64(year)))
	}
	t.Rows[0] = append(t.Rows[0], sheet.Text(total))
	sums := make([]int64, len(years)+1)
	for i := range activities {
		row, sum := i+1, int64(0)
		for j, year := range years {
			t.Rows[row] = append(t.Rows[row], sheet.Number(by[i][year]))
			sum, sums[j] = sum+by[i][year], sums[j]+by[i][year]
		}
		sums[len(years)] += sum
		t.Rows[row] = append(t.Rows[row], sumBeside(row, first, len(years), sum))
	}
	last := make([]sheet.Cell, first)
	last[0] = sheet.Text(total)
	for j, sum := range sums {
		last = append(last, sumBelow(first+j, len(activities)+1, sum))
	}
	t.Rows = append(t.Rows, last)
}

// sumBeside makes the sum of some cells of a row, 0 where there are none.
func sumBeside(row, first, cells int, sum int64) sheet.Cell {
	if cells == 0 {
		return sheet.Number(0)
	}
	return sheet.Sum(sum, fmt.Sprintf("SUM(%s:%s)", sheet.Address(row, first), sheet.Address(row, first+cells-1)))
}

// costsByYear adds up the costs of each activity by year, and lists the years.
func costsByYear(activities []record) (by []map[int]int64, years []int) {
	found := map[int]bool{}
	for _, a := range activities {
		costs := map[int]int64{}
		for _, c := range costsOf(a.node, "costs", "") {
			year, amount := costIn(c)
			costs[year] += amount
			found[year] = true
		}
		by = append(by, costs)
	}
	return by, slices.Sorted(maps.Keys(found))
}

// costIn returns the year of a cost and what it amounts to.
func costIn(c record) (year int, amount int64) {
	n := func(path string) int64 { return numberIn(cellOf(c.value(path), number)) }
	if h, r := n("hours"), n("rate"); h != 0 || r != 0 {
		return int(n("year")), h * r
	}
	return int(n("year")), n("amount")
}
