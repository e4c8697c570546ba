package pdf

// A strip is a part of the document that stands on one page: a line, a row of
// a table, a figure. Its items are placed from the left margin and from the
// strip's top edge.
type strip struct {
	height  Length
	before  Length // the space above it, unless it opens a page
	keep    bool   // stands on the page of the strip after it
	fresh   bool   // opens a page
	turned  bool   // stands on a page that is turned on its side
	floats  bool   // may stand at the top of the next page, with those it is kept with
	items   []Item
	head    *strip // repeated above it where it opens a page
	heading *heading
	notes   []strip // of which it is the first to refer to
	section int     // the index of its section
}

// A heading is where a link, an entry of the contents or a bookmark leads.
type heading struct {
	level  int
	words  string // plain text
	anchor string
	page   int // from 1, known when paginated
	y      Length
}

// A flow is the strips of a document in order.
type flow struct {
	strips  []strip
	gap     Length // above the next strip
	fresh   bool   // the next strip opens a page
	turned  bool   // what follows stands on pages that are turned
	section int
	opened  bool         // the last strip is a heading
	notes   [][]strip    // the footnotes, ready to be placed, by their numbers
	noted   map[int]bool // which of them have been referred to
}

// space asks for room above the next strip. Of two wishes the larger counts.
func (f *flow) space(room Length) { f.gap = max(f.gap, room) }

func (f *flow) add(s strip) {
	s.before, s.fresh, s.turned, s.section = f.gap, f.fresh, f.turned, f.section
	s.notes = f.refersTo(s)
	f.gap, f.fresh, f.opened = 0, false, false
	f.strips = append(f.strips, s)
}

// join adds the strips of another flow, and takes over what they leave open.
func (f *flow) join(other flow) {
	for i, s := range other.strips {
		if i == 0 {
			s.before, s.fresh, s.turned = max(s.before, f.gap), s.fresh || f.fresh, s.turned || f.turned
		}
		s.notes = f.refersTo(s)
		f.strips = append(f.strips, s)
	}
	if len(other.strips) > 0 {
		f.gap, f.fresh, f.opened = 0, false, other.opened
	}
	f.gap, f.fresh, f.turned = max(f.gap, other.gap), f.fresh || other.fresh, other.turned
}

// keep keeps the last strip, if it came after the first n, with the next.
func (f *flow) keep(n int) {
	if len(f.strips) > n {
		f.strips[len(f.strips)-1].keep = true
	}
}

// kept reports whether the last strip stays with the next.
func (f *flow) kept() bool {
	return len(f.strips) > 0 && f.strips[len(f.strips)-1].keep
}

// turn lets what follows stand on pages that are turned, and with it what is
// kept with it, such as its heading.
func (f *flow) turn() {
	f.turned = true
	for i := len(f.strips) - 1; i >= 0 && f.strips[i].keep; i-- {
		f.strips[i].turned = true
	}
}

// baseline returns how far below a line's top its letters stand.
func (t Type) baseline() Length { return t.Leading/2 + t.Size/3 }

// strip makes a strip of a line whose left edge is at x.
func (l line) strip(x Length, t Type) strip {
	return strip{height: t.Leading, items: l.items(x, t.baseline())}
}

func (l line) items(dx, dy Length) []Item {
	items := make([]Item, len(l.runs))
	for i, item := range l.runs {
		items[i] = Item{item.moved(dx, dy), item.Owner}
	}
	return items
}

// addLines adds lines of which at least two stay together at the top and the
// bottom of a page. No page ends inside a word, and none with a heading and
// one line.
func (f *flow) addLines(lines []line, x Length, t Type) {
	opened := f.opened && len(lines) == 1
	for i, l := range lines {
		s := l.strip(x, t)
		s.keep = opened || i < len(lines)-1 && (i == 0 || i == len(lines)-2 || l.hyphened)
		f.add(s)
	}
}

// addKept adds lines that stay together, and with what follows.
func (f *flow) addKept(lines []line, x Length, t Type) {
	for _, l := range lines {
		s := l.strip(x, t)
		s.keep = true
		f.add(s)
	}
}

// artifacts returns items that stand for nothing in the tree.
func artifacts(items []Item) []Item {
	owned := make([]Item, len(items))
	for i, item := range items {
		owned[i] = Item{Mark: item.Mark}
	}
	return owned
}
