package structure

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"soknad/internal/render/pdf/object"
)

// A Target holds what the tree's parts are in the file.
type Target struct {
	Pages []*object.Indirect
	// Annotations are the annotation objects, by the tree's numbers.
	Annotations []*object.Indirect
}

// Write makes the structure tree's objects (ISO 32000-1, 14.7.2), enters into
// pages and annotations where their elements are found (14.7.4.4), and returns
// the root. Elements that nothing belongs to are left out.
func (t *Tree) Write(target Target) *object.Indirect {
	t.Root.prune()
	w := &writer{target: target, named: map[string]*object.Indirect{}}
	root := &object.Indirect{}
	document := w.element(t.Root, root)
	root.Value = object.Dict{
		"Type": object.Name("StructTreeRoot"), "K": document,
		"ParentTree":        w.parents(t),
		"ParentTreeNextKey": len(t.marks) + len(t.annotations),
	}
	if len(w.named) > 0 {
		object.DictOf(root)["IDTree"] = w.names()
	}
	return root
}

type writer struct {
	target Target
	named  map[string]*object.Indirect // by ID
}

// names makes the tree of the elements that have an ID (ISO 32000-1, 7.9.6).
func (w *writer) names() object.Dict {
	var pairs object.Array
	ids := slices.Sorted(maps.Keys(w.named))
	for _, id := range ids {
		pairs = append(pairs, object.String(id), w.named[id])
	}
	return object.Dict{"Kids": object.Array{&object.Indirect{Value: object.Dict{
		"Names": pairs, "Limits": object.Array{object.String(ids[0]), object.String(ids[len(ids)-1])},
	}}}}
}

// element makes the object of an element and of all below it.
func (w *writer) element(e *Element, parent *object.Indirect) *object.Indirect {
	made := &object.Indirect{}
	e.made = made
	dict := object.Dict{"S": object.Name(e.Type), "P": parent}
	if e.ID != "" {
		w.named[e.ID] = made
		dict["ID"] = object.String(e.ID)
	}
	w.describe(e, dict)
	kids := make(object.Array, len(e.kids))
	home, homed := w.home(e)
	if homed {
		dict["Pg"] = w.target.Pages[home]
	}
	for i, k := range e.kids {
		kids[i] = w.kid(k, home, made)
	}
	switch len(kids) {
	case 0:
	case 1:
		dict["K"] = kids[0]
	default:
		dict["K"] = kids
	}
	made.Value = dict
	return made
}

// home returns the page of an element's first marked content, to which its
// numbers refer unless they say otherwise.
func (w *writer) home(e *Element) (page int, ok bool) {
	for _, k := range e.kids {
		if k.mark >= 0 {
			return k.page, true
		}
	}
	return 0, false
}

// kid makes what stands for a part of an element.
func (w *writer) kid(k kid, home int, parent *object.Indirect) object.Object {
	switch {
	case k.element != nil:
		return w.element(k.element, parent)
	case k.annotation >= 0:
		return object.Dict{
			"Type": object.Name("OBJR"), "Pg": w.target.Pages[k.page], "Obj": w.target.Annotations[k.annotation],
		}
	case k.page != home:
		return object.Dict{"Type": object.Name("MCR"), "Pg": w.target.Pages[k.page], "MCID": k.mark}
	default:
		return k.mark
	}
}

// describe enters what is said of an element.
func (w *writer) describe(e *Element, dict object.Dict) {
	if e.Lang != "" {
		dict["Lang"] = object.String(e.Lang)
	}
	if e.Alt != "" {
		dict["Alt"] = Text(e.Alt)
	}
	switch {
	case e.Scope != "":
		dict["A"] = object.Dict{"O": object.Name("Table"), "Scope": object.Name(e.Scope)}
	case e.Numbering != "":
		dict["A"] = object.Dict{"O": object.Name("List"), "ListNumbering": object.Name(e.Numbering)}
	case e.Box != nil:
		dict["A"] = object.Dict{"O": object.Name("Layout"), "BBox": object.Array{
			e.Box.Left, e.Box.Bottom, e.Box.Right, e.Box.Top,
		}}
	}
}

// parents makes the tree that leads back from pages and annotations to
// elements, and enters its keys into them: a page's key is its index, those of
// annotations follow.
func (w *writer) parents(t *Tree) *object.Indirect {
	var numbers object.Array
	for page, marks := range t.marks {
		elements := make(object.Array, len(marks))
		for i, e := range marks {
			elements[i] = e.made
		}
		object.DictOf(w.target.Pages[page])["StructParents"] = page
		numbers = append(numbers, page, &object.Indirect{Value: elements})
	}
	for i, e := range t.annotations {
		key := len(t.marks) + i
		object.DictOf(w.target.Annotations[i])["StructParent"] = key
		numbers = append(numbers, key, e.made)
	}
	return &object.Indirect{Value: object.Dict{"Nums": numbers}}
}

// Text returns a text as PDF's text strings hold it: ASCII as it is, anything
// else as UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
func Text(s string) object.String {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] <= '~'
	}
	if ascii {
		return object.String(s)
	}
	out := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return object.String(out)
}

// Plain returns the text that a PDF text string holds; what is neither UTF-16
// nor UTF-8 is read as Latin-1, which is near enough for letters.
func Plain(s object.String) string {
	text, isUnits := strings.CutPrefix(string(s), "\xfe\xff")
	if !isUnits {
		if utf8.ValidString(text) {
			return text
		}
		runes := make([]rune, len(text))
		for i := range len(text) {
			runes[i] = rune(text[i])
		}
		return string(runes)
	}
	var units []uint16
	for i := 0; i+1 < len(text); i += 2 {
		units = append(units, uint16(text[i])<<8|uint16(text[i+1]))
	}
	return string(utf16.Decode(units))
}
