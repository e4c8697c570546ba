package check

import (
	"soknad/internal/render/pdf/object"
)

// none is the number of marked content that has none.
const none = -1

// A sequence is marked content (ISO 32000-1, 14.6): what is painted between
// its beginning and its end.
type sequence struct {
	at    place
	home  *home
	tag   object.Name
	mark  int // its MCID, none when it belongs to no element
	lang  string
	outer *sequence
	// apart says that the content is not the page's own but shows an
	// annotation, which is tagged as a whole.
	apart bool
}

// An around says what content is part of.
type around struct{ tagged, artifact, apart bool }

// around tells what the content within a sequence is part of.
func (s *sequence) around() around {
	var a around
	for ; s != nil; s = s.outer {
		a.tagged = a.tagged || s.mark != none
		a.artifact = a.artifact || s.tag == "Artifact"
		a.apart = a.apart || s.apart
	}
	return a
}

// marks counts the sequences around content that belong to an element.
func (s *sequence) marks() int {
	n := 0
	for ; s != nil; s = s.outer {
		if s.mark != none {
			n++
		}
	}
	return n
}

// A paint is something painted, within the innermost sequence.
type paint struct {
	at     place
	within *sequence
	what   string
	isText bool
}

// begin opens a sequence.
func (r *run) begin(args operands) {
	s := &sequence{at: r.at, home: r.home, tag: args.name(0), mark: none, outer: r.open}
	properties := object.DictOf(args.at(1))
	if name := args.name(1); name != "" {
		properties = object.DictOf(r.resource("Properties", name))
	}
	if n, ok := object.IntOf(properties["MCID"]); ok && n >= 0 {
		r.mark(s, n)
	}
	s.lang = words(properties["Lang"])
	r.enter(s)
}

// beginMarked opens a sequence that has a number and says no more.
func (r *run) beginMarked(tag object.Name, mcid int) {
	s := &sequence{at: r.at, home: r.home, tag: tag, mark: none, outer: r.open}
	r.mark(s, mcid)
	r.enter(s)
}

// mark gives a sequence its number, where its home is known.
func (r *run) mark(s *sequence, mcid int) {
	if r.home != nil {
		s.mark = mcid
		r.home.marks[mcid]++
	}
}

func (r *run) enter(s *sequence) {
	r.open = s
	r.sequences = append(r.sequences, s)
}

// end closes the innermost sequence that the stream has opened.
func (r *run) end() {
	if r.open == r.base {
		r.unbalanced = append(r.unbalanced, r.at)
		return
	}
	r.open = r.open.outer
}

// paint takes down that something was painted. What is painted in the same
// sequence is taken down once.
func (r *run) paint(what string, isText bool) {
	p := paint{r.at, r.open, what, isText}
	if n := len(r.paints); n > 0 && r.paints[n-1] == p {
		return
	}
	r.paints = append(r.paints, p)
}
