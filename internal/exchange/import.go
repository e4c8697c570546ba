package exchange

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/lazyregexp"
	"soknad/internal/syntax"
)

// A Problem is something in a table that cannot be taken in.
type Problem struct {
	Row, Column int // from 1, as a spreadsheet counts; Column is 0 for a whole row
	Message     i18n.Message
	// Harmless says that the rest of the table can be taken in.
	Harmless bool
}

// An Import is what a table changes in a description.
type Import struct {
	Updated, Added int // records
	Problems       []Problem

	edits edits
}

// Fails reports whether the table cannot be taken in.
func (i *Import) Fails() bool {
	return slices.ContainsFunc(i.Problems, func(p Problem) bool { return !p.Harmless })
}

// Texts returns the new texts of the files that change, by name; those that
// have no text yet are new.
func (i *Import) Texts() map[string][]byte { return i.edits.texts() }

// Read finds out what the rows of a table change in a description. Records
// that exist are updated, others are added. An empty cell changes nothing.
func Read(root *syntax.Node, k Kind, rows [][]string) *Import {
	in := &reading{kind: k, root: root, known: map[string]record{}, Import: &Import{edits: newEdits()}}
	for _, r := range k.records(root) {
		in.known[r.key(k)] = r
	}
	if len(rows) == 0 {
		in.problem(1, 0, i18n.Msg("there is no row with the names of the columns"))
		return in.Import
	}
	in.heads(rows[0])
	for i, row := range rows[1:] {
		if !in.isEmpty(row) && !in.isTotal(row) {
			in.row(i+2, row)
		}
	}
	if !in.Fails() {
		in.finish()
	}
	return in.Import
}

// A reading is a table on its way into a description.
type reading struct {
	*Import
	kind     Kind
	root     *syntax.Node
	known    map[string]record
	seen     map[string]bool
	headings []*column // by their place in the rows; nil for those that are not known
	added    []addition
}

// An addition is a record that the description does not have yet.
type addition struct {
	row      int
	values   []value
	activity string
}

// A value is what a cell says of a field.
type value struct {
	column
	text string
}

func (in *reading) problem(row, column int, m i18n.Message) {
	in.Problems = append(in.Problems, Problem{Row: row, Column: column, Message: m})
}

// heads finds out which columns the first row names.
func (in *reading) heads(row []string) {
	columns := in.kind.columns()
	found := map[string]bool{}
	for i, heading := range row {
		heading = strings.TrimSpace(heading)
		at := slices.IndexFunc(columns, func(c column) bool { return c.isCalled(heading) })
		switch {
		case at >= 0 && found[columns[at].path]:
			in.problem(1, i+1, i18n.Msg("the column %q is there twice", heading))
		case at >= 0:
			found[columns[at].path] = true
			in.headings = append(in.headings, &columns[at])
			continue
		case heading != "":
			in.Problems = append(in.Problems, Problem{Row: 1, Column: i + 1, Harmless: true, Message: in.unknown(heading)})
		}
		in.headings = append(in.headings, nil)
	}
	for _, path := range in.kind.keys() {
		if !found[path] {
			in.problem(1, 0, i18n.Msg("there is no column %q", path))
		}
	}
}

// keys are the columns that tell the records apart.
func (k Kind) keys() []string {
	if k == Budget {
		return []string{activityColumn, lineColumn}
	}
	return []string{"id"}
}

func (in *reading) unknown(heading string) i18n.Message {
	var names []string
	for _, c := range in.kind.columns() {
		names = append(names, c.path)
		for _, l := range i18n.Langs() {
			names = append(names, c.title(l))
		}
	}
	if nearest := diag.Nearest(heading, names); nearest != "" {
		return i18n.Msg("the column %q is not known and is left out; did you mean %q?", heading, nearest)
	}
	return i18n.Msg("the column %q is not known and is left out", heading)
}

func (in *reading) isEmpty(row []string) bool {
	return !slices.ContainsFunc(row, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// isTotal reports whether a row is the total below the costs.
func (in *reading) isTotal(row []string) bool {
	return in.kind == Budget && slices.ContainsFunc(i18n.Langs(), func(l i18n.Lang) bool {
		total, _ := i18n.Word("total", l)
		return strings.TrimSpace(row[0]) == total
	})
}

// row takes in a row, numbered as in a spreadsheet.
func (in *reading) row(number int, row []string) {
	values := []value{}
	cells := map[string]string{}
	for i, text := range row {
		if i >= len(in.headings) || in.headings[i] == nil || strings.TrimSpace(text) == "" {
			continue
		}
		c := *in.headings[i]
		text, ok := c.form.read(text)
		if !ok {
			in.problem(number, i+1, c.form.wrong(text))
			return
		}
		values, cells[c.path] = append(values, value{c, text}), text
	}
	in.match(number, values, cells)
}

// match finds the record that a row stands for, or adds one.
func (in *reading) match(number int, values []value, cells map[string]string) {
	slices.SortStableFunc(values, func(a, b value) int { return cmp.Compare(in.rank(a), in.rank(b)) })
	key := cells["id"]
	if in.kind == Budget {
		key = cells[activityColumn] + " " + cells[lineColumn]
		values = slices.DeleteFunc(values, func(v value) bool {
			isKey := v.path == activityColumn || v.path == lineColumn
			return isKey || v.path == "amount" && (cells["hours"] != "" || cells["rate"] != "")
		})
	}
	r, known := in.known[key]
	switch {
	case in.kind != Budget && key == "":
		in.problem(number, 0, i18n.Msg("the row has no id"))
	case in.kind != Budget && !slug().MatchString(key):
		in.problem(number, 0, i18n.Msg("%q is no id: write small letters, digits and hyphens", key))
	case in.seen[key]:
		in.problem(number, 0, i18n.Msg("the row says %q once more", strings.TrimSpace(key)))
	case known:
		in.update(r, values)
	case in.kind == Budget && cells[lineColumn] != "":
		in.problem(number, 0, i18n.Msg("there is no cost number %s there; leave the number out to add one", cells[lineColumn]))
	default:
		in.add(number, values, cells[activityColumn])
	}
	if in.seen == nil {
		in.seen = map[string]bool{}
	}
	in.seen[key] = in.kind != Budget || cells[lineColumn] != ""
}

func (in *reading) update(r record, values []value) {
	changed := slices.DeleteFunc(values, func(v value) bool { return r.value(v.path) == v.text })
	if len(changed) > 0 {
		in.edits.update(r.node, changed)
		in.Updated++
	}
}

// rank is the place of a value's column among those of the kind.
func (in *reading) rank(v value) int {
	return slices.IndexFunc(in.kind.columns(), func(c column) bool { return c.path == v.path })
}

var (
	slug    = lazyregexp.New(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	grouped = lazyregexp.New(`^[0-9]{1,3}([ \x{a0}\x{202f}][0-9]{3})+$`)
	digits  = lazyregexp.New(`^[0-9]+(\.0+)?$`)
)

// read returns a cell's text as it is written in the description, and whether
// it is what the column holds.
func (f form) read(text string) (string, bool) {
	text = strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), " \t\n")
	switch f {
	case number:
		text = strings.TrimSpace(text)
		if grouped().MatchString(text) {
			text = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(text)
		}
		whole, _, _ := strings.Cut(text, ".")
		if !digits().MatchString(text) {
			return text, false
		}
		return whole, true
	case date:
		text = strings.TrimSpace(text)
		if days, err := strconv.Atoi(text); err == nil && days > 0 && days < 100_000 {
			text = firstDay().AddDate(0, 0, days).Format(time.DateOnly)
		}
		_, err := time.Parse(time.DateOnly, text)
		return text, err == nil
	default:
		return text, true
	}
}

// firstDay is the day 0 of spreadsheets, in which 1900 has a day too many.
func firstDay() time.Time { return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC) }

// wrong says that a text is not what a column holds.
func (f form) wrong(text string) i18n.Message {
	if f == number {
		return i18n.Msg("%q is not a whole number", text)
	}
	return i18n.Msg("%q is not a day, written as 2012-03-31", text)
}
