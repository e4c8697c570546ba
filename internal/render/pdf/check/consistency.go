package check

import (
	"maps"
	"slices"

	"soknad/internal/render/pdf/object"
)

// The structure leads to content and the parent tree leads back. veraPDF has no
// tests of its own for this; content that the parent tree does not lead from
// is untagged to it (PDF/UA-1 7.1-3).

// structureIsTree is ISO 32000-1 14.7.2-1: no element is part of two others or
// of itself.
func structureIsTree(d *document, say report) {
	if d.tree == nil {
		return
	}
	for _, e := range d.tree.loops {
		say(e.at(), "A structure element has a part that is also a part of another, or the structure has more than %d levels.", deepest)
	}
}

// numbersAreUnique is ISO 32000-1 14.7.4.2-1: marked content of one stream has
// different numbers.
func numbersAreUnique(d *document, say report) {
	for _, h := range d.homes {
		for id, n := range h.marks {
			if n > 1 {
				say(h.place, "On page %d marked content has the number (MCID) %d more than once.", h.page, id)
			}
		}
	}
}

// marksExist is ISO 32000-1 14.7.4.2-2: the marked content that elements name
// exists, and is named once.
func marksExist(d *document, say report) {
	named := map[mark]bool{}
	for _, e := range d.tree.all() {
		for _, m := range e.marks {
			switch {
			case m.home == nil:
				say(e.at(), "The element %s has marked content (MCID %d) of something that is no page.", object.NameOf(e.dict["S"]), m.id)
			case m.home.marks[m.id] == 0:
				say(e.at(), "The element %s has marked content (MCID %d) that page %d has not.", object.NameOf(e.dict["S"]), m.id, m.home.page)
			case named[m]:
				say(e.at(), "The marked content (MCID %d) of page %d is part of two elements.", m.id, m.home.page)
			}
			named[m] = true
		}
	}
}

// marksLeadBack is ISO 32000-1 14.7.4.4-1: the parent tree names an element for
// all marked content with a number.
func marksLeadBack(d *document, say report) {
	if d.tree == nil {
		return
	}
	for _, s := range d.sequences {
		if s.mark != none && d.tree.elementOf(s.home, s.mark) == nil {
			say(s.at, "The parent tree names no element for the marked content (MCID %d) of page %d.", s.mark, s.at.page)
		}
	}
}

// parentsAgree is ISO 32000-1 14.7.4.4-2: what the parent tree names an element
// for is a part of that element.
func parentsAgree(d *document, say report) {
	if d.tree == nil {
		return
	}
	for _, h := range d.homes {
		for id := range object.ArrayOf(d.tree.parents[h.key]) {
			e := d.tree.elementOf(h, id)
			if e != nil && !slices.Contains(e.marks, mark{h, id}) {
				say(place{h.page, e.number}, "The parent tree says that the marked content (MCID %d) of page %d is part of an element %s, which has no such part.",
					id, h.page, object.NameOf(e.dict["S"]))
			}
		}
	}
}

// objectsLeadBack is ISO 32000-1 14.7.4.4-3: annotations and the elements that
// they are part of lead to each other.
func objectsLeadBack(d *document, say report) {
	if d.tree == nil {
		return
	}
	parts := map[uintptr]*element{}
	for _, e := range d.tree.elements {
		for _, o := range e.objects {
			dict := object.DictOf(o)
			parts[identity(dict)] = e
			if d.tree.elementFor(dict) != e {
				say(e.at(), "The element %s has an object that does not lead back to it (StructParent).", object.NameOf(e.dict["S"]))
			}
		}
	}
	d.eachAnnotation(func(a *annotation) {
		if e := d.tree.elementFor(a.dict); e != nil && parts[identity(a.dict)] != e {
			say(a.place, "An annotation on page %d says that it is part of an element %s, which has no such part.", a.page, object.NameOf(e.dict["S"]))
		}
	})
}

// keysAreUnique is ISO 32000-1 14.7.4.4-4: pages, forms and annotations do not
// share a key of the parent tree.
func keysAreUnique(d *document, say report) {
	taken := map[int]bool{}
	take := func(key int, at place) {
		if taken[key] {
			say(at, "The key %d of the parent tree is used more than once.", key)
		}
		taken[key] = true
	}
	for _, h := range slices.SortedFunc(maps.Values(d.homes), byPlace) {
		if h.key >= 0 {
			take(h.key, h.place)
		}
	}
	d.eachAnnotation(func(a *annotation) {
		if key, ok := object.IntOf(a.dict["StructParent"]); ok {
			take(key, a.place)
		}
	})
}

// byPlace orders homes by page and object.
func byPlace(a, b *home) int {
	return slices.Compare([]int{a.page, a.object}, []int{b.page, b.object})
}
