package exchange

import (
	"path"
	"strings"

	"soknad/internal/i18n"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// add remembers a record that is not there yet. That of a budget belongs to an
// activity, or to none.
func (in *reading) add(row int, values []value, activity string) {
	in.added = append(in.added, addition{row: row, values: values, activity: activity})
	in.Added++
}

// finish puts the new records where they belong.
func (in *reading) finish() {
	if in.kind == Budget {
		in.finishBudget()
		return
	}
	list := items(in.root, string(in.kind))
	for _, a := range in.added {
		in.place(list, string(in.kind), a.values)
	}
}

// place puts a record after the others of a list. Where each has a file of its
// own, it gets one as well, and where there are none, the list gets one.
func (in *reading) place(list []*syntax.Node, name string, values []value) {
	switch {
	case len(list) == 0:
		file := name + ".yaml"
		if in.edits.new[file] == "" {
			in.edits.new[file] = name + ":\n"
		}
		in.edits.new[file] += "  - " + strings.ReplaceAll(fields(values), "\n", "\n    ") + "\n"
	case inFilesOfTheirOwn(list):
		last := list[len(list)-1].Span().File.Name
		in.edits.new[path.Join(path.Dir(last), values[0].text+".yaml")] =
			name + ":\n  - " + strings.ReplaceAll(fields(values), "\n", "\n    ") + "\n"
	default:
		in.after(list[len(list)-1], values)
	}
}

// inFilesOfTheirOwn reports whether no two items of a list share a file.
func inFilesOfTheirOwn(list []*syntax.Node) bool {
	files := map[*source.File]bool{}
	for _, n := range list {
		files[n.Span().File] = true
	}
	return len(list) > 1 && len(files) == len(list)
}

// after puts a record after an item of a list, in the way the list is
// written.
func (in *reading) after(item *syntax.Node, values []value) {
	s := item.Span()
	indent, dashed := dash(s.File, s.Start)
	if !dashed {
		in.edits.add(s.File, edit{start: s.End, end: s.End, text: ", " + flow(values), depth: 1 << 20})
		return
	}
	text := strings.Repeat(" ", indent) + "- "
	if isFlow(item) {
		text += flow(values)
	} else {
		text += strings.ReplaceAll(fields(values), "\n", "\n"+strings.Repeat(" ", indent+2))
	}
	in.edits.line(s.File, s.End, text, indent)
}

// dash returns the column of the dash before an item of a list, and whether
// there is one.
func dash(f *source.File, start int) (column int, dashed bool) {
	before := strings.TrimRight(string(f.Text[start-columnOf(f, start):start]), " ")
	return len(before) - 1, strings.HasSuffix(before, "-")
}

// fields writes the fields of a record, one a line. Those of one mapping stand
// together.
func fields(values []value) string {
	var lines []string
	for i := 0; i < len(values); i++ {
		parent, _, below := strings.Cut(values[i].path, ".")
		if !below {
			lines = append(lines, parent+": "+encoded(values[i]))
			continue
		}
		var inside []value
		for ; i < len(values) && strings.HasPrefix(values[i].path, parent+"."); i++ {
			inside = append(inside, value{column{strings.TrimPrefix(values[i].path, parent+"."), values[i].form}, values[i].text})
		}
		i--
		lines = append(lines, parent+": "+flow(inside))
	}
	return strings.Join(lines, "\n")
}

// flow writes the fields of a record in braces.
func flow(values []value) string {
	return "{" + strings.ReplaceAll(fields(values), "\n", ", ") + "}"
}

// finishBudget puts the new costs with their activities, and those of none in
// the budget.
func (in *reading) finishBudget() {
	fresh := map[*syntax.Node][]string{} // costs of an owner that has none yet
	var owners []*syntax.Node
	for _, a := range in.added {
		owner, known := in.owner(a)
		switch list := items(owner, "costs"); {
		case !known:
			in.problem(a.row, 0, i18n.Msg("there is no activity %q", a.activity))
		case owner == nil:
			in.firstOfBudget(a)
		case len(list) > 0:
			in.after(list[len(list)-1], a.values)
		default:
			if len(fresh[owner]) == 0 {
				owners = append(owners, owner)
			}
			fresh[owner] = append(fresh[owner], flow(a.values))
		}
	}
	for _, owner := range owners {
		in.edits.insert(owner, owner.Lookup("costs"), "costs: ["+strings.Join(fresh[owner], ", ")+"]")
	}
}

// owner returns what a new cost belongs to: its activity, or the budget, which
// is nil where none is written. An activity that is not there is not known.
func (in *reading) owner(a addition) (owner *syntax.Node, known bool) {
	if a.activity == "" {
		return in.root.Lookup("budget"), true
	}
	for _, n := range items(in.root, "activities") {
		if (record{node: n}).value("id") == a.activity {
			return n, true
		}
	}
	return nil, false
}

// firstOfBudget writes a cost of a budget that nothing is written of yet.
func (in *reading) firstOfBudget(a addition) {
	const file, head = "budget.yaml", "budget:\n  costs:\n"
	if in.edits.new[file] == "" {
		in.edits.new[file] = head
	}
	in.edits.new[file] += "    - " + flow(a.values) + "\n"
}
