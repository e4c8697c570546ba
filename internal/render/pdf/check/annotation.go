package check

import (
	"soknad/internal/render/pdf/object"
)

// tabsFollowStructure is PDF/UA-1 7.18.3-1: on pages with annotations, the
// tabulator key follows the structure.
func tabsFollowStructure(d *document, say report) {
	for _, p := range d.pages {
		if len(p.annotations) > 0 && object.NameOf(p.dict["Tabs"]) != "S" {
			say(p.place, "Page %d has annotations, and the tabulator key does not follow the structure there (Tabs).", p.page)
		}
	}
}

// shownAnnotations calls each with the annotations of the document that are
// shown, and the elements that they are part of.
func (d *document) shownAnnotations(each func(*annotation, *element)) {
	if d.tree == nil {
		return
	}
	d.eachAnnotation(func(a *annotation) {
		if !a.hidden() {
			each(a, d.tree.elementFor(a.dict))
		}
	})
}

// isOf reports whether an element is of a type; nil is of none.
func (e *element) isOf(is object.Name) bool { return e != nil && e.is == is }

// linksAreTagged is PDF/UA-1 7.18.5-1: links are tagged as links.
func linksAreTagged(d *document, say report) {
	d.shownAnnotations(func(a *annotation, e *element) {
		if a.is == "Link" && !e.isOf("Link") {
			say(a.place, "A link on page %d is not part of an element Link.", a.page)
		}
	})
}

// linksHaveWords is PDF/UA-1 7.18.5-2: links say in words where they lead.
func linksHaveWords(d *document, say report) {
	d.shownAnnotations(func(a *annotation, _ *element) {
		if a.is == "Link" && words(a.dict["Contents"]) == "" {
			say(a.place, "A link on page %d says in no words where it leads (Contents).", a.page)
		}
	})
}

// isOrdinary reports whether an annotation is one that PDF/UA has no rules of
// its own for.
func (a *annotation) isOrdinary() bool {
	switch a.is {
	case "Link", "Widget", "Popup", "PrinterMark", "TrapNet":
		return false
	}
	return true
}

// annotationsAreTagged is PDF/UA-1 7.18.1-1: other annotations are tagged as
// annotations.
func annotationsAreTagged(d *document, say report) {
	d.shownAnnotations(func(a *annotation, e *element) {
		if a.isOrdinary() && !e.isOf("Annot") {
			say(a.place, "An annotation (%s) on page %d is not part of an element Annot.", a.is, a.page)
		}
	})
}

// annotationsHaveWords is PDF/UA-1 7.18.1-2: other annotations say in words what
// they are.
func annotationsHaveWords(d *document, say report) {
	d.shownAnnotations(func(a *annotation, e *element) {
		if a.isOrdinary() && words(a.dict["Contents"]) == "" && (e == nil || words(e.dict["Alt"]) == "") {
			say(a.place, "An annotation (%s) on page %d says in no words what it is (Contents or Alt).", a.is, a.page)
		}
	})
}

// fieldsAreTagged is PDF/UA-1 7.18.4-1: form fields are tagged as such.
func fieldsAreTagged(d *document, say report) {
	d.shownAnnotations(func(a *annotation, e *element) {
		if a.is == "Widget" && !e.isOf("Form") {
			say(a.place, "A form field on page %d is not part of an element Form.", a.page)
		}
	})
}

// annotationsArePermitted is PDF/A 6.3.1-1: annotations are of the types that
// can be kept.
func annotationsArePermitted(d *document, say report) {
	d.eachAnnotation(func(a *annotation) {
		switch a.is {
		case "Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline",
			"Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark",
			"TrapNet", "Watermark", "Redact":
		default:
			say(a.place, "An annotation on page %d is of the type %q, which PDF/A does not permit.", a.page, a.is)
		}
	})
}

// annotationsHaveFlags is PDF/A 6.3.2-1: annotations say whether they are shown
// and printed.
func annotationsHaveFlags(d *document, say report) {
	d.eachAnnotation(func(a *annotation) {
		if _, ok := object.IntOf(a.dict["F"]); !ok && a.is != "Popup" {
			say(a.place, "An annotation (%s) on page %d does not say whether it is printed (F).", a.is, a.page)
		}
	})
}

// annotationsArePrinted is PDF/A 6.3.2-2: annotations are shown and printed.
func annotationsArePrinted(d *document, say report) {
	const invisible, hidden, print, noView, toggleNoView = 1, 2, 4, 32, 256
	d.eachAnnotation(func(a *annotation) {
		flags, ok := object.IntOf(a.dict["F"])
		if ok && flags&(invisible|hidden|print|noView|toggleNoView) != print {
			say(a.place, "An annotation (%s) on page %d is hidden or not printed (F is %d).", a.is, a.page, flags)
		}
	})
}

// annotationsHaveLooks is PDF/A 6.3.3-1: annotations, links excepted, say how
// they look.
func annotationsHaveLooks(d *document, say report) {
	d.eachAnnotation(func(a *annotation) {
		if a.is != "Popup" && a.is != "Link" && !a.isEmpty() && object.DictOf(a.dict["AP"]) == nil {
			say(a.place, "An annotation (%s) on page %d does not say how it looks (AP).", a.is, a.page)
		}
	})
}

// isEmpty reports whether an annotation takes no place.
func (a *annotation) isEmpty() bool {
	box := operands(object.ArrayOf(a.dict["Rect"]))
	left, _ := real(box.at(0))
	bottom, _ := real(box.at(1))
	right, _ := real(box.at(2))
	top, _ := real(box.at(3))
	return left == right && bottom == top
}
