// Package exchange turns the description into tables for spreadsheets, and
// rows of such tables into edits of the description.
//
// It works on the tree as it is written, not on what it means, so that an
// import changes nothing but the values that differ: comments, order and all
// other bytes stay.
package exchange

import (
	"slices"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/syntax"
)

// A Kind is a part of the description that is exchanged as a table.
type Kind string

// The kinds.
const (
	Participants Kind = "participants"
	Inputs       Kind = "inputs"
	Budget       Kind = "budget"
	Activities   Kind = "activities"
	Indicators   Kind = "indicators"
)

// Exported lists the kinds that can be exported.
func Exported() []Kind { return []Kind{Budget, Participants, Inputs, Activities, Indicators} }

// Imported lists the kinds that can be imported.
func Imported() []Kind { return []Kind{Participants, Inputs, Budget} }

// form says what a column holds.
type form uint8

const (
	line   form = iota // text
	number             // a whole number
	date               // a day, as YYYY-MM-DD
)

// A column is a field of the records of a kind.
type column struct {
	path string // such as "contact.email"
	form form
}

// The columns that say which record a row of a budget is: the activity, and
// the place of the cost in its list, from 1.
const (
	activityColumn = "activity"
	lineColumn     = "line"
)

func (k Kind) columns() []column {
	switch k {
	case Participants:
		return columns("id name kind role org_number country municipality industry_code employees# language contact.name " +
			"contact.email contact.phone interest contribution.text commitment.status commitment.date@")
	case Inputs:
		return columns("id workshop from text decision.status decision.focus_area decision.into decision.reason")
	case Budget:
		return columns("activity line# category year# participant hours# rate# amount# reason")
	case Activities:
		return columns("id title focus_area lead start@ end@")
	default:
		return columns("goal goal_title name unit direction baseline.value baseline.date@ baseline.source target.value target.date@")
	}
}

// columns reads paths; # marks a number and @ a day.
func columns(paths string) []column {
	var all []column
	for path := range strings.FieldsSeq(paths) {
		c := column{path: strings.TrimRight(path, "#@")}
		switch path[len(path)-1] {
		case '#':
			c.form = number
		case '@':
			c.form = date
		}
		all = append(all, c)
	}
	return all
}

// title is what the column is called in a language.
func (c column) title(l i18n.Lang) string {
	word, _ := i18n.Word("column."+c.path, l)
	return word
}

// isCalled reports whether a heading names the column, in any language, in
// short or in full, or as the description's key.
func (c column) isCalled(heading string) bool {
	return strings.EqualFold(heading, c.path) || slices.ContainsFunc(i18n.Langs(), func(l i18n.Lang) bool {
		full, _ := i18n.Word("column."+c.path+".full", l)
		return strings.EqualFold(heading, c.title(l)) || strings.EqualFold(heading, full)
	})
}

// A record is what one row of a table stands for.
type record struct {
	node *syntax.Node
	// given are values that are not written in the node, by path.
	given map[string]string
}

// key tells the records of a kind apart.
func (r record) key(k Kind) string {
	if k == Budget {
		return r.given[activityColumn] + " " + r.given[lineColumn]
	}
	return r.value("id")
}

// value returns a field as text, "" when it is not written.
func (r record) value(path string) string {
	if value, ok := r.given[path]; ok {
		return value
	}
	n := at(r.node, path)
	if n == nil || !n.IsScalar() || n.Kind == syntax.Broken || n.Kind == syntax.Null {
		return ""
	}
	return strings.TrimRight(n.Value, " \t\n")
}

// at follows a path of keys.
func at(n *syntax.Node, path string) *syntax.Node {
	for key := range strings.SplitSeq(path, ".") {
		n = n.Lookup(key)
	}
	return n
}

// items returns the items of a list at a path, none when there is none.
func items(n *syntax.Node, path string) []*syntax.Node {
	list := at(n, path)
	if list == nil || list.Kind != syntax.Sequence {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(list.Items), func(item *syntax.Node) bool { return item.Kind != syntax.Mapping })
}

// records lists what the rows of a kind stand for, in the order written.
func (k Kind) records(root *syntax.Node) []record {
	var all []record
	switch k {
	case Budget:
		for _, a := range items(root, "activities") {
			all = append(all, costsOf(a, "costs", record{node: a}.value("id"))...)
		}
		return append(all, costsOf(root, "budget.costs", "")...)
	case Indicators:
		for _, g := range items(root, "goals") {
			goal := record{node: g}
			for _, n := range items(g, "indicators") {
				all = append(all, record{n, map[string]string{"goal": goal.value("id"), "goal_title": goal.value("title")}})
			}
		}
		return all
	default:
		for _, n := range items(root, string(k)) {
			all = append(all, record{node: n})
		}
		return all
	}
}
