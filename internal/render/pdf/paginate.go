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
	sheets []sheet
	style  Style
	height Length  // of the room for text on the page
	y      Length  // where the next strip may stand
	foot   Length  // taken by the footnotes of the page and the gap above them
	over   []strip // of footnotes that had no room
}

// paginate gives every strip a page. Strips kept with the next form chains,
// which are not broken unless they are higher than a page.
func paginate(strips []strip, style Style) []sheet {
	p := &paginator{style: style}
	p.open(len(strips) > 0 && strips[0].turned)
	for i := 0; i < len(strips); {
		end := chain(strips, i)
		p.place(strips[i:end])
		i = end
	}
	for len(p.over) > 0 {
		p.open(false)
	}
	p.settle()
	return p.sheets
}

// chain returns the end of the chain that begins at strip i.
func chain(strips []strip, i int) int {
	for strips[i].keep && i+1 < len(strips) && !strips[i+1].fresh && strips[i+1].turned == strips[i].turned {
		i++
	}
	return i + 1
}

// open opens a page, which begins with what the notes before it have left.
func (p *paginator) open(turned bool) {
	p.settle()
	p.sheets = append(p.sheets, sheet{section: -1, turned: turned})
	s := p.style.of(Page{Turned: turned})
	p.height = s.height()
	p.y, p.foot = 0, 0
	over := p.over
	p.over = nil
	p.note(over)
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

// place puts a chain on the page if it fits, or else on the next one.
func (p *paginator) place(strips []strip) {
	turned := strips[0].turned
	if p.isTurned() != turned || !p.empty() && (strips[0].fresh || !p.fits(strips)) {
		p.open(turned)
	}
	for i := range strips {
		if !p.empty() && !p.fits(strips[i:i+1]) {
			p.open(turned)
		}
		p.put(&strips[i])
	}
}

// fits reports whether strips fit on what is left of the page.
func (p *paginator) fits(strips []strip) bool {
	y := p.y + p.foot + p.noted(strips)
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
	p.note(s.notes)
}
