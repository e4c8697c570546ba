package check

import (
	"soknad/internal/render/pdf/object"
)

// A tree is the structure of a document (ISO 32000-1, 14.7.2).
type tree struct {
	root     object.Dict
	at       place
	elements []*element // in reading order
	byDict   map[uintptr]*element
	parents  map[int]object.Object // the parent tree
	loops    []*element            // elements that have one that was read before, or too many levels
}

// An element is a node of the structure.
type element struct {
	dict    object.Dict
	number  int
	is      object.Name // the standard type, "" when there is none
	parent  *element    // nil for the root's
	kids    []*element
	marks   []mark
	objects []object.Object // what its object references refer to
	page    int             // the first page that anything of it is on, from 1
	depth   int
}

// A mark is marked content that an element says it has. Its home is nil when
// that is no page and no form.
type mark struct {
	home *home
	id   int
}

// at is where the element is.
func (e *element) at() place { return place{e.page, e.number} }

// typed returns the elements of a standard type.
func (t *tree) typed(is object.Name) []*element {
	if t == nil {
		return nil
	}
	var all []*element
	for _, e := range t.elements {
		if e.is == is {
			all = append(all, e)
		}
	}
	return all
}

// all returns the elements of a tree, none when there is no tree.
func (t *tree) all() []*element {
	if t == nil {
		return nil
	}
	return t.elements
}

// deepest is how many levels the structure may have; those of real documents
// have a few dozen.
const deepest = 500

// structure reads the structure of a document, if it has one.
func (d *document) structure() *tree {
	root := object.DictOf(d.catalog["StructTreeRoot"])
	if root == nil {
		return nil
	}
	t := &tree{
		root: root, at: place{object: number(d.catalog["StructTreeRoot"])},
		byDict: map[uintptr]*element{}, parents: map[int]object.Object{},
	}
	pairs := leaves(root["ParentTree"], "Nums")
	for i := 0; i < len(pairs); i += 2 {
		if key, ok := object.IntOf(pairs[i]); ok {
			t.parents[key] = pairs[i+1]
		}
	}
	top := &element{dict: root}
	for _, k := range listOf(root["K"]) {
		d.kid(t, top, k)
	}
	for _, e := range top.kids {
		e.parent = nil
	}
	return t
}

// listOf returns the values that an entry holds one or several of.
func listOf(o object.Object) object.Array {
	if list := object.ArrayOf(o); list != nil {
		return list
	}
	if object.Resolve(o) == nil {
		return nil
	}
	return object.Array{o}
}

// kid reads one part of an element (ISO 32000-1, 14.7.4).
func (d *document) kid(t *tree, e *element, o object.Object) {
	if id, ok := object.IntOf(o); ok {
		e.has(mark{d.homes[identity(object.DictOf(e.dict["Pg"]))], id})
		return
	}
	dict := object.DictOf(o)
	switch object.NameOf(dict["Type"]) {
	case "MCR":
		id, _ := object.IntOf(dict["MCID"])
		e.has(mark{d.homeOf(dict, e), id})
	case "OBJR":
		e.objects = append(e.objects, dict["Obj"])
		e.reaches(d.homes[identity(object.DictOf(pageOf(dict, e)))])
	default:
		if dict != nil {
			d.element(t, e, dict, number(o))
		}
	}
}

// pageOf returns the page of a part of an element, which is that of the element
// unless it says otherwise.
func pageOf(part object.Dict, e *element) object.Object {
	if pg := part["Pg"]; pg != nil {
		return pg
	}
	return e.dict["Pg"]
}

// homeOf returns the page or form that marked content is in.
func (d *document) homeOf(part object.Dict, e *element) *home {
	if form := object.StreamOf(part["Stm"]); form != nil {
		return d.homes[identity(form.Dict)]
	}
	return d.homes[identity(object.DictOf(pageOf(part, e)))]
}

// has enters marked content of an element.
func (e *element) has(m mark) {
	e.marks = append(e.marks, m)
	e.reaches(m.home)
}

// reaches enters that something of an element is on a page.
func (e *element) reaches(h *home) {
	for ; h != nil && e != nil && e.page == 0; e = e.parent {
		e.page = h.page
	}
}

// element reads an element that is a part of another.
func (d *document) element(t *tree, parent *element, dict object.Dict, number int) {
	if t.byDict[identity(dict)] != nil || parent.depth >= deepest {
		t.loops = append(t.loops, parent)
		return
	}
	e := &element{dict: dict, number: number, parent: parent, depth: parent.depth + 1}
	e.is, _ = t.standard(object.NameOf(dict["S"]))
	t.byDict[identity(dict)] = e
	t.elements = append(t.elements, e)
	parent.kids = append(parent.kids, e)
	for _, k := range listOf(dict["K"]) {
		d.kid(t, e, k)
	}
}

// kinds lists the standard types of an element's parts, without those that have
// none.
func (e *element) kinds() []object.Name {
	var all []object.Name
	for _, k := range e.kids {
		if k.is != "" {
			all = append(all, k.is)
		}
	}
	return all
}

// within returns the standard type of the element around, "" for none.
func (e *element) within() object.Name {
	if e.parent == nil {
		return ""
	}
	return e.parent.is
}

// attribute returns an attribute of an element (ISO 32000-1, 14.7.5).
func (e *element) attribute(owner, name object.Name) object.Object {
	for _, o := range listOf(e.dict["A"]) {
		if dict := object.DictOf(o); object.NameOf(dict["O"]) == owner && dict[name] != nil {
			return dict[name]
		}
	}
	return nil
}

// lang returns the language that an element has or inherits, "" for none but
// that of the document.
func (e *element) lang() string {
	for ; e != nil; e = e.parent {
		if l := words(e.dict["Lang"]); l != "" {
			return l
		}
	}
	return ""
}

// elementOf returns the element that the parent tree names for marked content.
func (t *tree) elementOf(h *home, id int) *element {
	list := object.ArrayOf(t.parents[h.key])
	if h.key < 0 || id >= len(list) {
		return nil
	}
	return t.byDict[identity(object.DictOf(list[id]))]
}

// elementFor returns the element that the parent tree names for an annotation.
func (t *tree) elementFor(annotation object.Dict) *element {
	key, ok := object.IntOf(annotation["StructParent"])
	if t == nil || !ok {
		return nil
	}
	return t.byDict[identity(object.DictOf(t.parents[key]))]
}
