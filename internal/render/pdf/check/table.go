package check

import (
	"fmt"
	"slices"

	"soknad/internal/render/pdf/object"
)

// captionIsOutermost is PDF/UA-1 7.2-16: a table's caption is its first or last
// part.
func captionIsOutermost(d *document, say report) {
	for _, e := range d.tree.typed("Table") {
		inner := after(e.kinds())
		if slices.Contains(inner[:max(len(inner)-1, 0)], "Caption") {
			say(e.at(), "The caption of a table is neither its first part nor its last.")
		}
	}
}

// partIsSingle is PDF/UA-1 7.2-11, 7.2-12 and 7.2-39: a table has one part of a
// type at most.
func partIsSingle(is object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed("Table") {
			if n := count(e.kinds(), is); n > 1 {
				say(e.at(), "A table has %d parts %s; it may have one.", n, is)
			}
		}
	}
}

// partNeedsBody is PDF/UA-1 7.2-13 and 7.2-14: a table with a head or a foot
// has a body.
func partNeedsBody(is object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed("Table") {
			if count(e.kinds(), is) > 0 && count(e.kinds(), "TBody") == 0 {
				say(e.at(), "A table has a part %s and no TBody.", is)
			}
		}
	}
}

// count returns how often a type is in a list.
func count(list []object.Name, is object.Name) int {
	n := 0
	for _, k := range list {
		if k == is {
			n++
		}
	}
	return n
}

// A fault is what keeps a table from being regular. The first that is found
// hides the others, as it moves all cells behind it.
type fault struct {
	kind    faultKind
	row     int // from 1
	columns int // that the row has
	first   int // columns that the first row has
}

// A faultKind is one of the tests of veraPDF that a table can fail.
type faultKind uint8

const (
	isRegular faultKind = iota
	cellsOverlap
	cellLeavesRows
	rowIsLonger
	rowIsShorter
)

// overlap says that cells overlap.
func (f fault) overlap() string {
	return fmt.Sprintf("A cell of row %d of a table takes the place of another.", f.row)
}

// leave says that a cell goes on below the last row.
func (f fault) leave() string {
	return fmt.Sprintf("A cell of row %d of a table spans more rows than there are.", f.row)
}

// differ says that rows are not of the same length.
func (f fault) differ() string {
	return fmt.Sprintf("Row %d of a table has another number of columns (%d) than the first row (%d).", f.row, f.columns, f.first)
}

// tablesAre reports tables that are not regular for one reason: PDF/UA-1
// 7.2-15, 7.2-41, 7.2-42 and 7.2-43.
func tablesAre(bad faultKind, message func(fault) string) func(*document, report) {
	return func(d *document, say report) {
		for _, t := range d.tables {
			if t.fault.kind == bad {
				say(t.at(), "%s", message(t.fault))
			}
		}
	}
}

// A table is an element Table, its rows and what keeps it from being regular.
type table struct {
	*element
	rows  []*element
	fault fault
}

// tables lists the tables of a structure.
func (t *tree) tables() []table {
	var all []table
	for _, e := range t.typed("Table") {
		rows := e.rows()
		all = append(all, table{e, rows, judge(rows)})
	}
	return all
}

// rows lists the rows of a table.
func (e *element) rows() []*element {
	var all []*element
	for _, k := range e.kids {
		switch k.is {
		case "TR":
			all = append(all, k)
		case "THead", "TBody", "TFoot":
			for _, row := range k.kids {
				if row.is == "TR" {
					all = append(all, row)
				}
			}
		}
	}
	return all
}

// cells lists the cells of a row.
func (e *element) cells() []*element {
	var all []*element
	for _, k := range e.kids {
		if k.is == "TH" || k.is == "TD" {
			all = append(all, k)
		}
	}
	return all
}

// widest is how many columns or rows a cell is counted to span at most, and
// largest how many cells a table may have; more is larger than any table.
const (
	widest  = 1 << 12
	largest = 1 << 26
)

// span returns how many columns or rows a cell takes.
func (e *element) span(name object.Name) int {
	n, ok := object.IntOf(e.attribute("Table", name))
	if !ok {
		return 1
	}
	return min(max(n, 1), widest)
}

// A grid is where the cells of a table are.
type grid struct {
	taken   [][]bool
	columns int
}

// judge finds what keeps a table of some rows from being regular.
func judge(rows []*element) fault {
	if len(rows) == 0 {
		return fault{}
	}
	g := grid{taken: make([][]bool, len(rows))}
	for _, cell := range rows[0].cells() {
		g.columns += cell.span("ColSpan")
	}
	if g.columns > largest/len(rows) {
		return fault{rowIsLonger, 1, g.columns, largest / len(rows)}
	}
	for r := range rows {
		g.taken[r] = make([]bool, g.columns)
	}
	for r, row := range rows {
		if f := g.fill(r, row); f.kind != isRegular {
			return f
		}
	}
	for r, taken := range g.taken {
		if n := countTrue(taken); n < g.columns {
			return fault{rowIsShorter, r + 1, n, g.columns}
		}
	}
	return fault{}
}

// fill enters the cells of a row.
func (g *grid) fill(r int, row *element) fault {
	c := 0
	for _, cell := range row.cells() {
		for c < g.columns && g.taken[r][c] {
			c++
		}
		across, down := cell.span("ColSpan"), cell.span("RowSpan")
		switch {
		case c+across > g.columns:
			return fault{rowIsLonger, r + 1, c + across, g.columns}
		case r+down > len(g.taken):
			return fault{kind: cellLeavesRows, row: r + 1}
		case !g.take(r, c, down, across):
			return fault{kind: cellsOverlap, row: r + 1}
		}
		c += across
	}
	return fault{}
}

// take enters a cell and reports whether its place was free.
func (g *grid) take(r, c, down, across int) bool {
	for _, row := range g.taken[r : r+down] {
		for i := c; i < c+across; i++ {
			if row[i] {
				return false
			}
			row[i] = true
		}
	}
	return true
}

func countTrue(list []bool) int {
	n := 0
	for _, b := range list {
		if b {
			n++
		}
	}
	return n
}
