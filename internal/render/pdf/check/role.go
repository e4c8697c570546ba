package check

import (
	"soknad/internal/render/pdf/object"
)

// A mapping is how the type of an element leads to a standard type.
type mapping uint8

const (
	isStandard mapping = iota
	isMapped
	isCircular
	isUnknown
)

// isStandardType reports whether ISO 32000-1 defines a structure type (14.8.4).
func isStandardType(name object.Name) bool {
	switch name {
	case "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
		"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
		"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
		"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
		"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form":
		return true
	}
	return false
}

// standard returns the standard type that a type is or is mapped to, "" when
// there is none.
func (t *tree) standard(name object.Name) (object.Name, mapping) {
	if isStandardType(name) {
		return name, isStandard
	}
	roles := object.DictOf(t.root["RoleMap"])
	for seen := map[object.Name]bool{}; !isStandardType(name); {
		if seen[name] {
			return "", isCircular
		}
		seen[name] = true
		if name = object.NameOf(roles[name]); name == "" {
			return "", isUnknown
		}
	}
	return name, isMapped
}

// typesAre reports the elements whose types are mapped as they should not be.
func typesAre(bad mapping, what string) func(*document, report) {
	return func(d *document, say report) {
		for _, e := range d.tree.all() {
			name := object.NameOf(e.dict["S"])
			if _, is := d.tree.standard(name); is == bad {
				say(e.at(), "The structure type %q %s.", name, what)
			}
		}
	}
}

// standardStays is PDF/UA-1 7.1-7 and PDF/A 6.7.3.4-3: standard types are not
// mapped to others.
func standardStays(d *document, say report) {
	for _, e := range d.tree.all() {
		name := object.NameOf(e.dict["S"])
		if to := object.DictOf(d.tree.root["RoleMap"])[name]; isStandardType(name) && exists(to) {
			say(e.at(), "The standard structure type %q is mapped to %q.", name, object.NameOf(to))
		}
	}
}
