package pdf

// A sheet is a page with the strips that stand on it.
type sheet struct {
	placed  []placed
	foot    []placed // the footnotes
	turned  bool     // on its side
	section int      // of the first strip; -1 when it holds none
}

type placed struct {
	*strip
	y Length // from the top margin
}

// A paginator fills pages from top to bottom.
type paginator struct {
	sheets  []sheet
	style   Style
	height  Length    // of the room for text on the page
	y       Length    // where the next strip may stand
	foot    Length    // taken by the footnotes of the page and the gap above them
	over    []strip   // of footnotes that had no room
	waiting [][]strip // chains that float to the next page
	flows   bool      // a strip that does not float stands on the page
}

// paginate gives every strip a page. Strips kept with the next form chains,
// which are not broken unless they are higher than a page.
func paginate(strips []strip, style Style) []sheet {
	p := &paginator{style: style}
	p.open(len(strips) > 0 && strips[0].turned)
	for i := 0; i < len(strips); {
		end := chain(strips, i)
		if i > 0 && parted(&strips[i-1], &strips[i]) {
			p.land()
		}
		p.place(strips[i:end])
		i = end
	}
	p.land()
	for len(p.over) > 0 {
		p.open(false)
	}
	p.settle()
	return p.sheets
}

// parted reports whether nothing may float from before one strip to after the
// other.
func parted(a, b *strip) bool {
	return b.fresh || a.section != b.section || a.turned != b.turned
}

// chain returns the end of the chain that begins at strip i.
func chain(strips []strip, i int) int {
	for strips[i].keep && i+1 < len(strips) && !strips[i+1].fresh && strips[i+1].turned == strips[i].turned {
		i++
	}
	return i + 1
}

// open opens a page. At its foot is what the notes before it have left, at its
// top what floats, as much as fits.
func (p *paginator) open(turned bool) {
	p.settle()
	p.sheets = append(p.sheets, sheet{section: -1, turned: turned})
	s := p.style.of(Page{Turned: turned})
	p.height = s.height()
	p.y, p.foot, p.flows = 0, 0, false
	over := p.over
	p.over = nil
	p.note(over)
	for len(p.waiting) > 0 && (p.empty() && p.foot == 0 || p.fits(p.waiting[0])) {
		p.float()
	}
}

// float places the first chain that waits.
func (p *paginator) float() {
	strips := p.waiting[0]
	p.waiting = p.waiting[1:]
	for i := range strips {
		p.put(&strips[i])
	}
	p.y += strips[0].before
	p.flows = false
}

// land opens pages until nothing floats.
func (p *paginator) land() {
	for len(p.waiting) > 0 {
		p.open(false)
	}
}

// settle moves the notes of the page to its foot.
func (p *paginator) settle() {
	if len(p.sheets) == 0 {
		return
	}
	foot := p.sheets[len(p.sheets)-1].foot
	for i := range foot {
		foot[i].y += p.height - p.foot
	}
}

// note places strips of footnotes at the foot of the page, as long as there is
// room.
func (p *paginator) note(strips []strip) {
	page := &p.sheets[len(p.sheets)-1]
	for i := range strips {
		s := &strips[i]
		before := s.before
		if len(page.foot) == 0 {
			before = noteGap
		}
		taken := before + s.height
		if len(p.over) > 0 || p.y+p.foot+taken > p.height && p.y+p.foot > 0 {
			p.over = append(p.over, *s)
			continue
		}
		page.foot = append(page.foot, placed{s, p.foot + before})
		p.foot += taken
	}
}

// noted returns how much room the footnotes of strips would take.
func (p *paginator) noted(strips []strip) Length {
	room := Length(0)
	for _, s := range strips {
		for _, n := range s.notes {
			if p.foot+room == 0 {
				room = noteGap
			} else {
				room += n.before
			}
			room += n.height
		}
	}
	return room
}

func (p *paginator) isTurned() bool { return p.sheets[len(p.sheets)-1].turned }

func (p *paginator) empty() bool { return len(p.sheets[len(p.sheets)-1].placed) == 0 }

// place puts a chain on the page if it fits, or else on the next one that has
// room for it. A chain that floats waits for that page.
func (p *paginator) place(strips []strip) {
	if p.mayWait(strips) && (len(p.waiting) > 0 || !p.fits(strips)) {
		p.waiting = append(p.waiting, strips)
		return
	}
	turned := strips[0].turned
	for p.isTurned() != turned || !p.empty() && (strips[0].fresh || !p.fits(strips)) {
		p.open(turned)
	}
	for i := range strips {
		for !p.empty() && !p.fits(strips[i:i+1]) {
			p.open(turned)
		}
		p.put(&strips[i])
	}
}

// mayWait reports whether a chain floats, and the page has other things on it.
func (p *paginator) mayWait(strips []strip) bool {
	return strips[0].floats && !p.empty() && !p.isTurned() && !strips[0].turned
}

// fits reports whether strips fit on what is left of the page.
func (p *paginator) fits(strips []strip) bool {
	y := p.y + p.foot + p.noted(strips)
	if !p.flows && strips[0].head != nil {
		y += strips[0].head.height
	}
	for i, s := range strips {
		if i > 0 || p.flows {
			y += s.before
		}
		y += s.height
		if y > p.height {
			return false
		}
	}
	return true
}

// put places a strip, below its header if no text stands above it.
func (p *paginator) put(s *strip) {
	page := &p.sheets[len(p.sheets)-1]
	if p.empty() {
		page.section = s.section
	}
	switch {
	case p.flows:
		p.y += s.before
	case s.head != nil:
		page.placed = append(page.placed, placed{s.head, p.y})
		p.y += s.head.height
	}
	page.placed = append(page.placed, placed{s, p.y})
	if s.heading != nil {
		s.heading.page, s.heading.y = len(p.sheets), p.y
	}
	p.y += s.height
	p.flows = true
	p.note(s.notes)
}
