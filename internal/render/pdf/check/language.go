package check

import (
	"regexp"

	"soknad/internal/render/pdf/object"
)

// lang returns the language of the document, "" for none.
func (d *document) lang() string { return words(d.catalog["Lang"]) }

// textHasLanguage is PDF/UA-1 7.2-34: the language of all text is known.
func textHasLanguage(d *document, say report) {
	if d.lang() != "" {
		return
	}
	for _, p := range d.paints {
		if p.isText && !p.within.around().apart && d.langOf(p.within) == "" {
			say(p.at, "The language of text on page %d is not known (Lang).", p.at.page)
		}
	}
}

// langOf returns the language of what is in a sequence, "" for none but that of
// the document.
func (d *document) langOf(s *sequence) string {
	for ; s != nil; s = s.outer {
		if s.lang != "" {
			return s.lang
		}
		if s.mark == none || d.tree == nil {
			continue
		}
		if l := d.tree.elementOf(s.home, s.mark).lang(); l != "" {
			return l
		}
	}
	return ""
}

// outlineHasLanguage is PDF/UA-1 7.2-2: the language of the bookmarks is known.
func outlineHasLanguage(d *document, say report) {
	if o := d.catalog["Outlines"]; d.lang() == "" && exists(object.DictOf(o)["First"]) {
		say(place{object: number(o)}, "The language of the bookmarks is not known (Lang of the catalog).")
	}
}

// contentsHaveLanguage is PDF/UA-1 7.2-24: the language of what annotations say
// is known.
func contentsHaveLanguage(d *document, say report) {
	d.eachAnnotation(func(a *annotation) {
		if words(a.dict["Contents"]) != "" && words(a.dict["Lang"]) == "" && d.lang() == "" {
			say(a.place, "The language of what an annotation on page %d says is not known (Lang).", a.page)
		}
	})
}

// metadataHasLanguage is PDF/UA-1 7.2-33: the language of the metadata is known.
func metadataHasLanguage(d *document, say report) {
	if d.packet != nil && d.packet.byDefault && d.lang() == "" {
		say(d.packetAt, "The language of text in the metadata is not known (Lang of the catalog, or another xml:lang than x-default).")
	}
}

// languagesAreTags is PDF/UA-1 7.2-29 and PDF/A 6.7.4-1: languages are named as
// RFC 3066 does.
func languagesAreTags(d *document, say report) {
	judge := func(o object.Object, at place) {
		if lang, ok := text(o); ok && !isLanguage(lang) {
			say(at, "The language %q is no language tag, such as nb or en-GB.", lang)
		}
	}
	judge(d.catalog["Lang"], d.root())
	for _, e := range d.tree.all() {
		judge(e.dict["Lang"], e.at())
	}
	for _, s := range d.sequences {
		if s.lang != "" && !isLanguage(s.lang) {
			say(s.at, "The language %q is no language tag, such as nb or en-GB.", s.lang)
		}
	}
}

func isLanguage(s string) bool {
	ok, err := regexp.MatchString(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`, s)
	return ok && err == nil
}
