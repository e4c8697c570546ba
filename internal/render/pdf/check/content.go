package check

import (
	"bytes"
	"maps"
	"slices"

	"soknad/internal/render/pdf/object"
)

// A trace is what reading the content of pages leaves for the checks.
type trace struct {
	sequences  []*sequence
	paints     []paint
	fonts      []*font // in the order of their first use
	byDict     map[uintptr]*font
	colors     map[colorUse]bool
	states     []resource // the graphics states that content sets
	images     []resource
	unreadable []broken
	unbalanced []place
	unknown    []operation
	deep       []place // where graphics states are nested too deep
	done       map[formRun]bool
}

func newTrace() trace {
	return trace{byDict: map[uintptr]*font{}, colors: map[colorUse]bool{}, done: map[formRun]bool{}}
}

// A resource is a dictionary that content uses.
type resource struct {
	place
	dict object.Dict
}

// A broken is content that makes no sense.
type broken struct {
	place
	why string
}

// An operation is an operator and where it is.
type operation struct {
	place
	operator string
}

// A formRun is a form painted from content that is tagged, an artifact or
// neither; nothing new is learnt from painting it so again.
type formRun struct {
	form   uintptr
	around around
}

// A run reads one content stream.
type run struct {
	*document
	home      *home
	at        place
	resources object.Dict
	state     state
	saved     []state
	open      *sequence // the innermost, nil for none
	base      *sequence // what was open when the stream began
	forms     int       // how many forms are around
}

// read goes through the content of a page and of what annotations look like.
func (d *document) read(p *page) {
	at := place{page: p.page, object: p.object}
	r := &run{document: d, home: p.home, at: at, resources: p.resources, state: newState()}
	content, ok := pageContent(p.dict["Contents"])
	if !ok {
		d.unreadable = append(d.unreadable, broken{at, "its filters are unknown or damaged"})
	}
	r.stream(content)
	for _, a := range p.annotations {
		for _, look := range looks(a.dict) {
			outside := &run{document: d, at: place{p.page, a.object}, state: newState()}
			outside.open = &sequence{home: newHome(nil, a.place), mark: none, apart: true}
			outside.form(look)
		}
	}
}

// looks lists the forms that show an annotation.
func looks(annotation object.Dict) []object.Object {
	var all []object.Object
	for _, o := range inOrder(object.DictOf(annotation["AP"])) {
		if object.StreamOf(o) != nil {
			all = append(all, o)
			continue
		}
		all = append(all, inOrder(object.DictOf(o))...)
	}
	return all
}

// inOrder lists the values of a dictionary in the order of its keys, so that
// what is found first is so every time.
func inOrder(dict object.Dict) []object.Object {
	var all []object.Object
	for _, key := range slices.Sorted(maps.Keys(dict)) {
		all = append(all, dict[key])
	}
	return all
}

// pageContent returns the content of a page, which may be in several streams,
// and whether all of it could be decoded.
func pageContent(contents object.Object) (content []byte, ok bool) {
	if s := object.StreamOf(contents); s != nil {
		return s.Data, s.Dict["Filter"] == nil
	}
	ok = true
	var parts [][]byte
	for _, o := range object.ArrayOf(contents) {
		if s := object.StreamOf(o); s != nil {
			ok = ok && s.Dict["Filter"] == nil
			parts = append(parts, s.Data)
		}
	}
	return bytes.Join(parts, []byte("\n")), ok
}

// stream reads content.
func (r *run) stream(content []byte) {
	r.base = r.open
	err := object.Skimmer{Passes: needsNoOperands, Shows: r.showParts, Marks: r.beginMarked, Each: func(op string, args []object.Object) {
		r.operator(op, operands(args))
	}}.Read(content)
	if err != nil {
		r.unreadable = append(r.unreadable, broken{r.at, err.Error()})
		return
	}
	if r.open != r.base {
		r.unbalanced = append(r.unbalanced, r.at)
	}
}

// deepestForm is how many forms may be within one another.
const deepestForm = 24

// form reads a form that content paints.
func (r *run) form(o object.Object) {
	form := object.StreamOf(o)
	if form == nil || form.Dict == nil || r.forms > deepestForm {
		return
	}
	key := formRun{identity(form.Dict), r.open.around()}
	if r.done[key] {
		return
	}
	r.done[key] = true
	h, ok := r.homes[key.form]
	if !ok {
		h = newHome(form.Dict, place{r.at.page, number(o)})
		r.homes[key.form] = h
	}
	inner := &run{
		document: r.document, home: h, at: place{r.at.page, number(o)}, resources: r.resources,
		state: r.state, open: r.open, forms: r.forms + 1,
	}
	if own := object.DictOf(form.Dict["Resources"]); own != nil {
		inner.resources = own
	}
	if form.Dict["Filter"] != nil {
		r.unreadable = append(r.unreadable, broken{inner.at, "its filters are unknown or damaged"})
		return
	}
	inner.stream(form.Data)
}

// operator follows one operator.
func (r *run) operator(op string, args operands) {
	switch op {
	case "q":
		r.save()
	case "Q":
		r.restore()
	case "BMC", "BDC":
		r.begin(args)
	case "EMC":
		r.end()
	case "Do":
		r.do(args)
	case "BI":
		r.image(object.DictOf(args.at(0)), r.at)
	case "Tj", "'", "\"", "TJ":
		r.show(args)
	case "gs":
		r.set(args.name(0))
	case "Tf", "Tr", "g", "G", "rg", "RG", "k", "K", "cs", "CS":
		r.state.change(r, op, args)
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh":
		r.path(op, args)
	default:
		if !known(op) {
			r.unknown = append(r.unknown, operation{r.at, op})
		}
	}
}

// needsNoOperands reports whether operator looks at no operands of an operator.
func needsNoOperands(op string) bool {
	switch op {
	case "q", "Q", "EMC", "g", "G", "rg", "RG", "k", "K", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s":
		return true
	}
	return known(op)
}

// do paints an image or a form.
func (r *run) do(args operands) {
	o := r.resource("XObject", args.name(0))
	dict := object.DictOf(o)
	switch object.NameOf(dict["Subtype"]) {
	case "Form":
		r.form(o)
	case "Image":
		r.image(dict, place{r.at.page, number(o)})
	}
}

// resource returns a resource of the content.
func (r *run) resource(category, name object.Name) object.Object {
	return object.DictOf(r.resources[category])[name]
}

// operands are what an operator works on.
type operands []object.Object

// at returns the operand at an index, or nil.
func (o operands) at(i int) object.Object {
	if 0 <= i && i < len(o) {
		return o[i]
	}
	return nil
}

// name returns the operand at an index if it is a name.
func (o operands) name(i int) object.Name { return object.NameOf(o.at(i)) }

// last returns the operand that comes last, or nil.
func (o operands) last() object.Object { return o.at(len(o) - 1) }
