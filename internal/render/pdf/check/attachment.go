package check

import (
	"bytes"

	"soknad/internal/render/pdf/object"
)

// A spec is a file specification of a file inside the file (ISO 32000-1,
// 7.11.3).
type spec struct {
	place
	dict       object.Dict
	associated bool // whether something says what it has to do with it (AF)
}

// A specWalk lists each specification once.
type specWalk struct {
	all    []*spec
	byDict map[uintptr]*spec
}

// attachments lists the files inside the file: those that the catalog names,
// those of annotations, and those associated with parts of the document.
func (d *document) attachments() {
	w := &specWalk{byDict: map[uintptr]*spec{}}
	pairs := leaves(object.DictOf(d.catalog["Names"])["EmbeddedFiles"], "Names")
	for i := 1; i < len(pairs); i += 2 {
		w.enter(pairs[i], 0)
	}
	d.eachAnnotation(func(a *annotation) {
		w.enter(a.dict["FS"], a.page)
		w.associate(a.dict, a.page)
	})
	w.associate(d.catalog, 0)
	for _, p := range d.pages {
		w.associate(p.dict, p.page)
	}
	for _, e := range d.tree.all() {
		w.associate(e.dict, e.page)
	}
	d.specs = w.all
}

// enter lists a specification, if a file is embedded there, and returns it.
func (w *specWalk) enter(o object.Object, page int) *spec {
	dict := object.DictOf(o)
	if dict == nil || object.DictOf(dict["EF"]) == nil {
		return nil
	}
	s, ok := w.byDict[identity(dict)]
	if !ok {
		s = &spec{place: place{page, number(o)}, dict: dict}
		w.byDict[identity(dict)] = s
		w.all = append(w.all, s)
	}
	return s
}

// associate enters the files that something is associated with.
func (w *specWalk) associate(dict object.Dict, page int) {
	for _, o := range listOf(dict["AF"]) {
		if s := w.enter(o, page); s != nil {
			s.associated = true
		}
	}
}

// name returns the name of a file for messages.
func (s *spec) name() string {
	if n := words(s.dict["UF"]); n != "" {
		return n
	}
	return words(s.dict["F"])
}

// file returns the embedded file, or nil.
func (s *spec) file() *object.Stream {
	ef := object.DictOf(s.dict["EF"])
	if f := object.StreamOf(ef["F"]); f != nil {
		return f
	}
	return object.StreamOf(ef["UF"])
}

// filesAreNamed is PDF/UA-1 7.11-1 and PDF/A 6.8-2: embedded files have a name,
// in both ways of writing it.
func filesAreNamed(d *document, say report) {
	for _, s := range d.specs {
		if words(s.dict["F"]) == "" || words(s.dict["UF"]) == "" {
			say(s.place, "The attached file %q lacks a name (F or UF).", s.name())
		}
	}
}

// filesHaveTypes is PDF/A-3 6.8-1: embedded files have a media type.
func filesHaveTypes(d *document, say report) {
	for _, s := range d.specs {
		f := s.file()
		if f == nil || !bytes.ContainsRune([]byte(object.NameOf(f.Dict["Subtype"])), '/') {
			say(s.place, "The attached file %q has no media type (Subtype).", s.name())
		}
	}
}

// filesAreRelated is PDF/A-3 6.8-3: embedded files say what they are to the
// document.
func filesAreRelated(d *document, say report) {
	for _, s := range d.specs {
		switch object.NameOf(s.dict["AFRelationship"]) {
		case "Source", "Data", "Alternative", "Supplement", "Unspecified":
		default:
			say(s.place, "The attached file %q does not say what it is to the document (AFRelationship).", s.name())
		}
	}
}

// filesAreAssociated is PDF/A-3 6.8-4: embedded files are associated with the
// document or a part of it.
func filesAreAssociated(d *document, say report) {
	for _, s := range d.specs {
		if !s.associated {
			say(s.place, "The attached file %q is associated with no part of the document (AF).", s.name())
		}
	}
}

// filesAreArchival is PDF/A-2 6.8-5: embedded files are PDF/A-1 or PDF/A-2
// themselves. It is judged by what they claim.
func filesAreArchival(d *document, say report) {
	for _, s := range d.specs {
		if f := s.file(); f == nil || !claimsArchival(f.Data) {
			say(s.place, "The attached file %q is not PDF/A; only PDF/A-3 may hold such files.", s.name())
		}
	}
}

// claimsArchival reports whether bytes are a file that says it is PDF/A-1 or
// PDF/A-2.
func claimsArchival(data []byte) bool {
	f, err := object.Read(data)
	if err != nil {
		return false
	}
	p := packetOf(f)
	part := p.first(pdfaID, "part")
	return part == "1" || part == "2"
}
