package figure

import "fmt"

// Measures of a unit, in points.
const (
	unitColumn = 118.0 // what a column of names must have, unless all are shorter
	unitSeam   = 10.0  // between columns
	unitIndent = 6.0   // of a name's second line
	unitMost   = 60
	unitRows   = 3 // so many names stand below each other before there are columns
	unitLines  = 3 // of a name
)

// A unit is a box of an organisation chart with its measures. Its card has the
// title as head.
type unit struct {
	card
	first   []string // lines in bold
	columns [][]name
}

// A name is broken into lines.
type name []string

// newUnit measures a unit: as narrow as it may be when few belong to it, else
// as wide. One without words is nil.
func newUnit(f form, u OrgUnit, narrow, wide float64) *unit {
	lines := counted(u.Lines)
	if clean(u.Head) == "" && len(lines) == 0 {
		return nil
	}
	width := wide
	if len(lines) <= unitRows {
		width = min(narrow, wide)
	}
	n := &unit{card: newCard(f, u.Title, "", width, 1)}
	n.first = balanced(u.Head, n.bold(), n.room(), unitLines)
	n.columns = n.share(lines)
	return n
}

// counted cleans lines and drops empty ones. When there are more than a unit
// shows, the last says how many are left.
func counted(lines []string) []string {
	var list []string
	for _, words := range lines {
		if words = clean(words); words != "" {
			list = append(list, words)
		}
	}
	if len(list) > unitMost {
		list = append(list[:unitMost-1:unitMost-1], fmt.Sprintf("+%d", len(list)-unitMost+1))
	}
	return list
}

func (u *unit) bold() style { return style{7.5, true, u.ink()} }

// share breaks names into lines and puts them in columns, from the top down.
func (u *unit) share(lines []string) [][]name {
	if len(lines) == 0 {
		return nil
	}
	n := 1
	if len(lines) > unitRows {
		least := min(unitColumn, u.style().widestOf(lines)+unitIndent)
		n = max(1, int((u.room()+unitSeam)/(least+unitSeam)))
	}
	rows := (len(lines) + n - 1) / n
	n = (len(lines) + rows - 1) / rows
	columns := make([][]name, n)
	for i, words := range lines {
		broken := wrap(words, u.style(), u.pitch(n)-unitSeam-unitIndent, unitLines)
		columns[i/rows] = append(columns[i/rows], broken)
	}
	return columns
}

// pitch is the distance between n columns.
func (u *unit) pitch(n int) float64 { return (u.room() + unitSeam) / float64(n) }

// height is what the unit needs.
func (u *unit) height() float64 {
	most := 0
	for _, column := range u.columns {
		lines := 0
		for _, n := range column {
			lines += len(n)
		}
		most = max(most, lines)
	}
	return u.card.height() + float64(len(u.first)+most)*cardLeading
}

// say sets the words of a unit whose upper left corner is at x, y.
func (u *unit) say(x, y float64) []Shape {
	shapes := u.card.say(x, y)
	x, y = x+u.side(), y+u.pad+cardLeading*(0.5+float64(u.lines()))
	for _, words := range u.first {
		shapes = append(shapes, u.bold().around(x, y, Start, lineOf(words))...)
		y += cardLeading
	}
	for i, column := range u.columns {
		at, left := y, x+float64(i)*u.pitch(len(u.columns))
		for _, n := range column {
			for j, words := range n {
				shapes = append(shapes, u.style().around(left+unitIndent*float64(min(j, 1)), at, Start, lineOf(words))...)
				at += cardLeading
			}
		}
	}
	return shapes
}
