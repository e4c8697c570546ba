package check

import (
	"soknad/internal/render/pdf/object"
)

// An action is what a reader does by itself or when it is asked to.
type action struct {
	place
	dict object.Dict
}

// mostActions is how many actions are followed.
const mostActions = 100_000

// actions lists the actions of a document: those of the catalog, of pages, of
// annotations and of bookmarks, and those that follow them.
func (d *document) actions() []action {
	w := &actionWalk{seen: map[uintptr]bool{}}
	w.enter(d.catalog["OpenAction"], d.root())
	w.extra(d.catalog["AA"], d.root())
	scripts := leaves(object.DictOf(d.catalog["Names"])["JavaScript"], "Names")
	for i := 1; i < len(scripts); i += 2 {
		w.enter(scripts[i], d.root())
	}
	for _, p := range d.pages {
		w.extra(p.dict["AA"], p.place)
		for _, a := range p.annotations {
			w.enter(a.dict["A"], a.place)
			w.extra(a.dict["AA"], a.place)
		}
	}
	w.bookmarks(object.DictOf(d.catalog["Outlines"])["First"])
	return w.all
}

// An actionWalk lists each action once.
type actionWalk struct {
	all  []action
	seen map[uintptr]bool
}

// enter lists an action and those that follow it.
func (w *actionWalk) enter(o object.Object, at place) {
	dict, ok := object.Resolve(o).(object.Dict)
	if !ok || w.seen[identity(dict)] || len(w.all) >= mostActions {
		return
	}
	w.seen[identity(dict)] = true
	w.all = append(w.all, action{at, dict})
	if list := object.ArrayOf(dict["Next"]); list != nil {
		for _, next := range list {
			w.enter(next, at)
		}
		return
	}
	w.enter(dict["Next"], at)
}

// extra lists the actions of a dictionary of additional actions.
func (w *actionWalk) extra(o object.Object, at place) {
	for _, a := range inOrder(object.DictOf(o)) {
		w.enter(a, at)
	}
}

// bookmarks lists the actions of bookmarks, the one at hand and those that
// follow it and are below it.
func (w *actionWalk) bookmarks(o object.Object) {
	waiting := object.Array{o}
	for len(waiting) > 0 {
		o, waiting = waiting[len(waiting)-1], waiting[:len(waiting)-1]
		dict := object.DictOf(o)
		if dict == nil || w.seen[identity(dict)] {
			continue
		}
		w.seen[identity(dict)] = true
		w.enter(dict["A"], place{object: number(o)})
		waiting = append(waiting, dict["First"], dict["Next"])
	}
}

// actionsArePermitted is PDF/A 6.5.1-1: no action runs a script or a program,
// or does what readers of another day cannot.
func actionsArePermitted(d *document, say report) {
	for _, a := range d.actions() {
		switch is := object.NameOf(a.dict["S"]); is {
		case "GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm":
		default:
			say(a.place, "An action is of the type %q, which PDF/A does not permit.", is)
		}
	}
}

// namesArePermitted is PDF/A 6.5.1-2: named actions only turn pages.
func namesArePermitted(d *document, say report) {
	for _, a := range d.actions() {
		if object.NameOf(a.dict["S"]) != "Named" {
			continue
		}
		switch name := object.NameOf(a.dict["N"]); name {
		case "NextPage", "PrevPage", "FirstPage", "LastPage":
		default:
			say(a.place, "The named action %q is none of those that PDF/A permits.", name)
		}
	}
}

// catalogDoesNothing is PDF/A 6.5.2-1: the document has no additional actions.
func catalogDoesNothing(d *document, say report) {
	if exists(d.catalog["AA"]) {
		say(d.root(), "The document has additional actions (AA of the catalog).")
	}
}

// pagesDoNothing is PDF/A 6.5.2-2: pages have no additional actions.
func pagesDoNothing(d *document, say report) {
	for _, p := range d.pages {
		if exists(p.dict["AA"]) {
			say(p.place, "Page %d has additional actions (AA).", p.page)
		}
	}
}
