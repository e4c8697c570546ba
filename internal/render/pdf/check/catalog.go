package check

import (
	"soknad/internal/render/pdf/object"
)

// isMarked is PDF/UA-1 6.2-1 and PDF/A 6.7.2.2-1: the file says that it is
// tagged.
func isMarked(d *document, say report) {
	if !yes(object.DictOf(d.catalog["MarkInfo"])["Marked"]) {
		say(d.root(), "The file does not say that it is tagged (MarkInfo, Marked).")
	}
}

// nothingIsSuspect is PDF/UA-1 7.1-4: the file does not say that its tags may be
// wrong.
func nothingIsSuspect(d *document, say report) {
	if yes(object.DictOf(d.catalog["MarkInfo"])["Suspects"]) {
		say(d.root(), "The file says that its tags may be wrong (MarkInfo, Suspects).")
	}
}

// titleIsShown is PDF/UA-1 7.1-10: readers show the title and not the file's
// name.
func titleIsShown(d *document, say report) {
	if !yes(object.DictOf(d.catalog["ViewerPreferences"])["DisplayDocTitle"]) {
		say(d.root(), "The file does not ask readers to show its title (ViewerPreferences, DisplayDocTitle).")
	}
}

// hasStructure is PDF/UA-1 7.1-11 and PDF/A 6.7.3.3-1: the file has a structure.
func hasStructure(d *document, say report) {
	if d.tree == nil {
		say(d.root(), "The file has no structure (StructTreeRoot).")
	}
}

// elementsHaveParents is PDF/UA-1 7.1-12: elements say which element they are
// part of, and say it rightly.
func elementsHaveParents(d *document, say report) {
	for _, e := range d.tree.all() {
		parent := d.tree.root
		if e.parent != nil {
			parent = e.parent.dict
		}
		switch p := object.DictOf(e.dict["P"]); {
		case p == nil:
			say(e.at(), "The element %s does not say what it is part of (P).", object.NameOf(e.dict["S"]))
		case identity(p) != identity(parent):
			say(e.at(), "The element %s says that it is part of another element than it is (P).", object.NameOf(e.dict["S"]))
		}
	}
}

// hasIdentifier is PDF/A 6.1.3-1: the trailer has the file's identifiers.
func hasIdentifier(d *document, say report) {
	if d.file.ID[0] == "" || d.file.ID[1] == "" {
		say(place{}, "The file has no identifier (ID in the trailer).")
	}
}

// isEncrypted is PDF/A 6.1.3-2: the file is not encrypted. By ISO 32000-1 7.6.1
// it may be, but then nobody without its key can judge it.
func isEncrypted(d *document, say report) {
	if d.file.Encrypted {
		say(place{}, "The file is encrypted, so that nothing else of it can be judged.")
	}
}

// blendsAreDefined is PDF/A 6.2.10-1: content blends colours only in the ways
// that ISO 32000-1 defines.
func blendsAreDefined(d *document, say report) {
	for _, s := range d.states {
		for _, mode := range listOf(s.dict["BM"]) {
			if name := object.NameOf(mode); !isBlendMode(name) {
				say(s.place, "A graphics state used on page %d blends colours in the mode %q, which PDF does not define.", s.page, name)
			}
		}
	}
}

// isBlendMode reports whether ISO 32000-1 defines a blend mode (11.3.5).
func isBlendMode(name object.Name) bool {
	switch name {
	case "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
		"HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity":
		return true
	}
	return false
}

// imagesAreNotSmoothed is PDF/A 6.2.8-3: images do not ask to be interpolated.
func imagesAreNotSmoothed(d *document, say report) {
	for _, i := range d.images {
		if yes(either(i.dict, "Interpolate", "I")) {
			say(i.place, "An image on page %d asks to be interpolated.", i.page)
		}
	}
}
