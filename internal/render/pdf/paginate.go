package pdf

// A sheet is a page with the strips that stand on it.
type sheet struct {
	placed  []placed
	section int // of the first strip; -1 when it holds none
}

type placed struct {
	*strip
	y Length // from the top margin
}

// A paginator fills pages from top to bottom.
type paginator struct {
	sheets []sheet
	height Length // of the room for text
	y      Length // where the next strip may stand
}

// paginate gives every strip a page. Strips kept with the next form chains,
// which are not broken unless they are higher than a page.
func paginate(strips []strip, height Length) []sheet {
	p := &paginator{height: height}
	p.turn()
	for i := 0; i < len(strips); {
		end := chain(strips, i)
		p.place(strips[i:end])
		i = end
	}
	return p.sheets
}

// chain returns the end of the chain that begins at strip i.
func chain(strips []strip, i int) int {
	for strips[i].keep && i+1 < len(strips) && !strips[i+1].fresh {
		i++
	}
	return i + 1
}

// turn opens a page.
func (p *paginator) turn() {
	p.sheets = append(p.sheets, sheet{section: -1})
	p.y = 0
}

func (p *paginator) empty() bool { return len(p.sheets[len(p.sheets)-1].placed) == 0 }

// place puts a chain on the page if it fits, or else on the next one.
func (p *paginator) place(strips []strip) {
	if !p.empty() && (strips[0].fresh || !p.fits(strips)) {
		p.turn()
	}
	for i := range strips {
		if !p.empty() && !p.fits(strips[i:i+1]) {
			p.turn()
		}
		p.put(&strips[i])
	}
}

// fits reports whether strips fit on what is left of the page.
func (p *paginator) fits(strips []strip) bool {
	y := p.y
	for i, s := range strips {
		if i > 0 || !p.empty() {
			y += s.before
		}
		y += s.height
		if y > p.height {
			return false
		}
	}
	return true
}

// put places a strip, below its header if it opens a page.
func (p *paginator) put(s *strip) {
	page := &p.sheets[len(p.sheets)-1]
	if !p.empty() {
		p.y += s.before
	} else {
		page.section = s.section
		if s.head != nil {
			page.placed = append(page.placed, placed{s.head, 0})
			p.y = s.head.height
		}
	}
	page.placed = append(page.placed, placed{s, p.y})
	if s.heading != nil {
		s.heading.page, s.heading.y = len(p.sheets), p.y
	}
	p.y += s.height
}
