package check

import (
	"reflect"

	"soknad/internal/render/pdf/object"
)

// A document is what the checks ask of a file, gathered once.
type document struct {
	file    *object.File
	catalog object.Dict
	pages   []*page
	homes   map[uintptr]*home // by the dictionary of the page or form

	tree     *tree // nil when the file has no structure
	tables   []table
	packet   *packet
	packetAt place // of the metadata stream
	broken   error // why the metadata cannot be read
	specs    []*spec

	trace
}

// A page is a page of the document.
type page struct {
	*home
	dict, resources object.Dict
	annotations     []*annotation
}

// A home is a content stream whose marked content is numbered on its own: that
// of a page or of a form (ISO 32000-1, 14.7.4.2).
type home struct {
	place
	key   int         // in the parent tree, -1 when there is none
	marks map[int]int // how often each number is given
}

// newHome makes the home of a page or form.
func newHome(dict object.Dict, at place) *home {
	key, ok := object.IntOf(dict["StructParents"])
	if !ok {
		key = -1
	}
	return &home{place: at, key: key, marks: map[int]int{}}
}

// An annotation is an annotation of a page.
type annotation struct {
	place
	dict object.Dict
	is   object.Name // its subtype
}

// hidden reports whether an annotation is never shown.
func (a *annotation) hidden() bool {
	flags, _ := object.IntOf(a.dict["F"])
	return flags&2 != 0
}

// load gathers what the checks ask of a file.
func load(f *object.File) *document {
	d := &document{file: f, catalog: object.DictOf(f.Root), homes: map[uintptr]*home{}, trace: newTrace()}
	d.collect(d.catalog["Pages"], nil, map[uintptr]bool{})
	for _, p := range d.pages {
		d.read(p)
	}
	d.tree = d.structure()
	d.tables = d.tree.tables()
	d.metadata()
	d.attachments()
	return d
}

// collect lists the pages below a node of the page tree, which inherit its
// resources.
func (d *document) collect(node object.Object, resources object.Object, seen map[uintptr]bool) {
	dict := object.DictOf(node)
	if dict == nil || seen[identity(dict)] {
		return
	}
	seen[identity(dict)] = true
	if own := dict["Resources"]; own != nil {
		resources = own
	}
	kids, hasKids := object.Resolve(dict["Kids"]).(object.Array)
	if hasKids {
		for _, kid := range kids {
			d.collect(kid, resources, seen)
		}
		return
	}
	p := &page{home: newHome(dict, place{len(d.pages) + 1, number(node)}), dict: dict, resources: object.DictOf(resources)}
	for _, a := range object.ArrayOf(dict["Annots"]) {
		if ad := object.DictOf(a); ad != nil {
			p.annotations = append(p.annotations, &annotation{place{p.page, number(a)}, ad, object.NameOf(ad["Subtype"])})
		}
	}
	d.pages = append(d.pages, p)
	d.homes[identity(dict)] = p.home
}

// eachAnnotation calls each with every annotation of the document.
func (d *document) eachAnnotation(each func(*annotation)) {
	for _, p := range d.pages {
		for _, a := range p.annotations {
			each(a)
		}
	}
}

// root is the place of the catalog.
func (d *document) root() place { return place{object: number(d.file.Root)} }

// identity tells dictionaries apart, whatever is in them.
func identity(dict object.Dict) uintptr { return reflect.ValueOf(dict).Pointer() }

// number returns the number of an object that is referred to, or 0.
func number(o object.Object) int {
	if i, ok := o.(*object.Indirect); ok && i != nil {
		return i.Number
	}
	return 0
}

// text returns the text that a PDF text string holds, and whether the object
// is a string.
func text(o object.Object) (string, bool) {
	s, ok := object.Resolve(o).(object.String)
	return plain(s), ok
}

// words returns the text of a string and "" for anything else.
func words(o object.Object) string {
	s, _ := text(o)
	return s
}

// real returns the number that an object is, and whether it is one.
func real(o object.Object) (float64, bool) {
	switch n := object.Resolve(o).(type) {
	case int:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

// exists reports whether an object is there: a reference to one that the file
// has not is as good as none (ISO 32000-1, 7.3.10).
func exists(o object.Object) bool { return object.Resolve(o) != nil }

// yes reports whether an object is true.
func yes(o object.Object) bool { return object.Resolve(o) == true }

// leaves lists the pairs of keys and values of a name tree or number tree,
// whose leaves are under Names or Nums (ISO 32000-1, 7.9.6 and 7.9.7).
func leaves(node object.Object, under object.Name) object.Array {
	return leavesOf(node, under, map[uintptr]bool{})
}

func leavesOf(node object.Object, under object.Name, seen map[uintptr]bool) object.Array {
	dict := object.DictOf(node)
	if dict == nil || seen[identity(dict)] {
		return nil
	}
	seen[identity(dict)] = true
	all := object.ArrayOf(dict[under])
	all = all[: len(all)/2*2 : len(all)/2*2]
	for _, kid := range object.ArrayOf(dict["Kids"]) {
		all = append(all, leavesOf(kid, under, seen)...)
	}
	return all
}
