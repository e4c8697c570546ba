package check

import (
	"slices"
	"strconv"
	"strings"

	"soknad/internal/render/pdf/object"
)

// parentsAre is a rule of PDF/UA-1 7.2: elements of a type are parts of certain
// others only. Those of an element that has no standard type are not judged: it
// is at fault itself.
func parentsAre(is object.Name, allowed ...object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed(is) {
			switch around := e.within(); {
			case e.parent == nil:
				say(e.at(), "The element %s is part of no other; it has to be part of %s.", is, alternatives(allowed))
			case around != "" && !slices.Contains(allowed, around):
				say(e.at(), "The element %s is part of %s and not of %s.", is, around, alternatives(allowed))
			}
		}
	}
}

// kidsAre is a rule of PDF/UA-1 7.2: elements of a type have certain others as
// their parts only.
func kidsAre(is object.Name, allowed ...object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed(is) {
			for _, kind := range e.kinds() {
				if !slices.Contains(allowed, kind) {
					say(e.at(), "The element %s has a part %s; it may have %s only.", is, kind, alternatives(allowed))
				}
			}
		}
	}
}

// captionComesFirst is PDF/UA-1 7.2-28 and 7.2-40: a caption is the first part.
func captionComesFirst(is object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed(is) {
			if slices.Contains(after(e.kinds()), "Caption") {
				say(e.at(), "The caption of the element %s is not its first part.", is)
			}
		}
	}
}

// alternatives writes a list of types for a message.
func alternatives(types []object.Name) string {
	words := make([]string, len(types))
	for i, t := range types {
		words[i] = string(t)
	}
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " or " + words[n]
	}
	return words[0]
}

// haveWords is PDF/UA-1 7.3-1 and 7.7-1: figures and formulas are said in words.
func haveWords(is object.Name) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.typed(is) {
			if _, replaced := text(e.dict["ActualText"]); words(e.dict["Alt"]) == "" && !replaced {
				say(e.at(), "The element %s says in no words what it shows (Alt or ActualText).", is)
			}
		}
	}
}

// headingsDescend is PDF/UA-1 7.4.2-1: the first heading is of level 1, and no
// level is skipped on the way down.
func headingsDescend(d *document, say report) {
	last := 0
	for _, e := range d.tree.all() {
		level := levelOf(e.is)
		if level == 0 {
			continue
		}
		if level > last+1 && last == 0 {
			say(e.at(), "The first heading is of level %d and not of level 1.", level)
		} else if level > last+1 {
			say(e.at(), "A heading of level %d follows one of level %d.", level, last)
		}
		last = level
	}
}

// levelOf returns the level of a numbered heading, 0 for anything else.
func levelOf(is object.Name) int {
	digits, ok := strings.CutPrefix(string(is), "H")
	if n, err := strconv.Atoi(digits); ok && err == nil {
		return n
	}
	return 0
}

// notesAreNamed is PDF/UA-1 7.9-1: notes have an ID.
func notesAreNamed(d *document, say report) {
	for _, e := range d.tree.typed("Note") {
		if words(e.dict["ID"]) == "" {
			say(e.at(), "A note has no ID.")
		}
	}
}

// notesDiffer is PDF/UA-1 7.9-2: no two notes have the same ID.
func notesDiffer(d *document, say report) {
	seen := map[string]bool{}
	for _, e := range d.tree.typed("Note") {
		id := words(e.dict["ID"])
		if id != "" && seen[id] {
			say(e.at(), "The ID %q belongs to more than one note.", id)
		}
		seen[id] = true
	}
}

// after returns what follows the first of a list.
func after(list []object.Name) []object.Name { return list[min(1, len(list)):] }
