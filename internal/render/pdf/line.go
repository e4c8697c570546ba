package pdf

import (
	"strings"

	"soknad/internal/render/pdf/linebreak"
)

// assembled turns the breaker's lines into runs.
func (p *paragraph) assembled(broken []linebreak.Line, width Length, a align) []line {
	lines := make([]line, len(broken))
	for i, b := range broken {
		lines[i] = p.assemble(b, width, a)
	}
	return lines
}

func (p *paragraph) assemble(b linebreak.Line, width Length, a align) line {
	as := assembler{paragraph: p, justify: p.justification(b, width, a)}
	as.atoms(b)
	l := as.aligned(width, a)
	l.hyphened = p.items[b.Break].Hyphen
	return l
}

// A justification shares out what a line lacks, or has too much, over its
// spaces.
type justification struct {
	slack  Length
	spaces int
	given  int // spaces that have got their part
}

// next returns the part of the next space; all parts add up to the slack.
func (j *justification) next() Length {
	if j.spaces == 0 {
		return 0
	}
	before := j.slack * Length(j.given) / Length(j.spaces)
	j.given++
	return j.slack*Length(j.given)/Length(j.spaces) - before
}

// justification measures what a line lacks. A line that would need spaces
// three times their width is not justified, and stays short.
func (p *paragraph) justification(b linebreak.Line, width Length, a align) justification {
	if a != justified {
		return justification{}
	}
	var natural, stretch, shrink, spaces int
	if p.items[b.Break].Kind == linebreak.Penalty {
		natural = p.items[b.Break].Width
	}
	for i := b.First; i < b.Break; i++ {
		if item := p.items[i]; item.Kind != linebreak.Penalty {
			natural += item.Width
			stretch += item.Stretch
			shrink += item.Shrink
			spaces += p.atoms[i].spaces(item)
		}
	}
	slack := int(width) - natural
	if slack > 0 && p.items[b.Break].Cost <= linebreak.Forced {
		slack = 0
	}
	if slack > 4*stretch {
		slack = 0
	}
	return justification{slack: Length(max(slack, -shrink)), spaces: spaces}
}

// spaces is 1 if the item is a space of the text.
func (a atom) spaces(item linebreak.Item) int {
	if item.Kind == linebreak.Glue && a.end > a.start {
		return 1
	}
	return 0
}

// An assembler makes the runs of one line.
type assembler struct {
	*paragraph
	justify    justification
	runs       []Item
	x          Length
	span       int // of the run at hand, when open
	start, end int // bytes of that run in the span's text
	open       bool
	from       Length // where the run at hand begins
	inked      Length // where its last letter ends
	extra      Length // given to the run's inner spaces so far
	loose      Length // given to spaces after its last letter
}

func (as *assembler) atoms(b linebreak.Line) {
	for i := b.First; i < b.Break; i++ {
		a, item := as.paragraph.atoms[i], as.items[i]
		switch {
		case a.end == a.start:
		case item.Kind == linebreak.Box:
			as.box(a, Length(item.Width))
		default:
			as.space(a, Length(item.Width))
		}
	}
	as.finish(b.Break)
}

func (as *assembler) box(a atom, width Length) {
	if !as.open || a.span != as.span {
		as.close("")
		as.open, as.span, as.start, as.from = true, a.span, a.start, as.x
		as.extra, as.loose = 0, 0
	}
	as.extra, as.loose = as.extra+as.loose, 0
	as.end = a.end
	as.x += width
	as.inked = as.x
}

func (as *assembler) space(a atom, width Length) {
	more := as.justify.next()
	as.x += width + more
	as.loose += more
	if as.open && a.span == as.span {
		as.end = a.end
	} else if as.open {
		as.close(" ")
	}
}

// finish ends the line with what stands at its break: a hyphen, which is a
// soft one, so that readers can join the word again, or the space that the
// line ended at.
func (as *assembler) finish(at int) {
	item := as.items[at]
	switch {
	case item.Kind == linebreak.Penalty && item.Hyphen:
		as.x += Length(item.Width)
		as.inked = as.x
		as.close(string(softHyphen))
	case item.Kind == linebreak.Penalty && item.Cost > 0 || item.Cost <= linebreak.Forced:
		as.close("")
	default:
		as.close(" ")
	}
}

// close ends the run at hand, with something after it.
func (as *assembler) close(after string) {
	if !as.open {
		return
	}
	as.open = false
	sp := as.spans[as.span]
	run := Run{
		X: as.from, Size: sp.size, Face: sp.font.Face, Color: sp.color,
		Words: spoken(sp.text[as.start:as.end]) + after,
		Width: as.inked - as.from, Extra: as.extra,
	}
	as.runs = append(as.runs, Item{run, sp.owner})
	as.link(run, sp)
}

// spoken returns a text as it is drawn: without soft hyphens, which only show
// where they break a line, and with plain hyphens and spaces.
func spoken(text string) string {
	text = strings.ReplaceAll(text, string(softHyphen), "")
	text = strings.ReplaceAll(text, string(codeSpace), " ")
	return strings.ReplaceAll(text, string(noBreakHyphen), "-")
}

// link lays the area of a link over a run and underlines it, because a link
// must not be told by its colour alone.
func (as *assembler) link(run Run, sp span) {
	if sp.uri == "" {
		return
	}
	area := Box{run.X, -sp.size * 4 / 5, run.Width, sp.size * 11 / 10}
	as.runs = append(as.runs,
		Item{Line{run.X, sp.size / 6, run.X + run.Width, sp.size / 6, underline, sp.color, false}, nil},
		Item{Link{area, sp.uri}, sp.owner})
}

// underline is the width of the line below a link.
const underline = 0.35 * Point

// aligned moves the runs to their place in the column.
func (as *assembler) aligned(width Length, a align) line {
	shift := Length(0)
	switch slack := max(width-as.inked, 0); a {
	case right:
		shift = slack
	case centred:
		shift = slack / 2
	}
	for i, item := range as.runs {
		as.runs[i].Mark = item.moved(shift, 0)
	}
	return line{runs: as.runs, width: shift + as.inked}
}
