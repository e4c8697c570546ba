package pdf

import (
	"fmt"
	"slices"
	"strings"

	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// A finisher makes a tagged, archival file of the pages that fpdf has made, which
// are bare: what is painted on them, and everything around them, it writes
// itself.
type finisher struct {
	*painter
	file   *object.File
	root   object.Dict      // the catalog
	packet *object.Indirect // the metadata
	pages  []*object.Indirect
}

// finish returns the file that is delivered.
func (p *painter) finish(drawn []byte) (*Painted, error) {
	file, err := object.Read(drawn)
	if err != nil {
		return nil, fmt.Errorf("pdf: what was drawn cannot be read: %w", err)
	}
	f := &finisher{painter: p, file: file, root: object.DictOf(file.Root), packet: &object.Indirect{}}
	file.Info = &object.Indirect{}
	f.collect(f.root["Pages"])
	f.contents()
	f.fonts()
	f.objects()
	f.catalog()
	painted, err := f.deliver()
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return painted, nil
}

// collect lists the pages below a node of the page tree, in order.
func (f *finisher) collect(node object.Object) {
	dict := object.DictOf(node)
	if object.NameOf(dict["Type"]) == "Page" {
		page := node.(*object.Indirect)
		delete(dict, "Annots")
		f.pages = append(f.pages, page)
		return
	}
	for _, kid := range object.ArrayOf(dict["Kids"]) {
		f.collect(kid)
	}
}

// contents puts on the pages what was painted. It does not go through fpdf,
// which would copy it four times.
func (f *finisher) contents() {
	for i, page := range f.pages {
		content := object.StreamOf(object.DictOf(page)["Contents"])
		content.Data = behind(content.Data, f.written[i])
		content.Plain = false
	}
	f.written = nil
}

// behind puts what was painted behind what stands on a page already, into the
// room that is kept for it.
func behind(ahead, painted []byte) []byte {
	if len(ahead) > aheadRoom {
		return slices.Concat(ahead, painted[aheadRoom:])
	}
	first := aheadRoom - len(ahead)
	copy(painted[first:], ahead)
	return painted[first:]
}

// catalog writes the catalog anew (ISO 32000-1, 7.7.2; PDF/UA-1, 7.1).
func (f *finisher) catalog() {
	annotations := f.annotations()
	f.root = object.Dict{
		"Type": object.Name("Catalog"), "Pages": f.root["Pages"],
		"Lang":              object.String(f.doc.Lang),
		"MarkInfo":          object.Dict{"Marked": true},
		"ViewerPreferences": object.Dict{"DisplayDocTitle": true},
		"PageMode":          object.Name("UseOutlines"),
		"Metadata":          f.packet,
		"OutputIntents":     object.Array{outputIntent()},
		"StructTreeRoot":    f.marking.tree.Write(structure.Target{Pages: f.pages, Annotations: annotations}),
		"Outlines":          f.outline(),
		"Names":             object.Dict{"Dests": f.destinations()},
	}
	f.marking.tags = nil // All of it is in the file's objects now.
	f.attach()
	f.file.Root.Value = f.root
}

// annotations makes the areas of the links, and lists them on their pages.
// Readers go through them in the order of the structure (PDF/UA-1, 7.18.3).
func (f *finisher) annotations() []*object.Indirect {
	var all []*object.Indirect
	for _, a := range f.areas {
		made := &object.Indirect{Value: f.annotation(a)}
		all = append(all, made)
		page := object.DictOf(f.pages[a.page])
		page["Annots"] = append(object.ArrayOf(page["Annots"]), made)
	}
	for _, page := range f.pages {
		object.DictOf(page)["Tabs"] = object.Name("S")
	}
	return all
}

// printed is the flag of annotations that are printed, which PDF/A demands of
// all (ISO 19005-2, 6.3.2).
const printed = 4

func (f *finisher) annotation(a area) object.Dict {
	words := a.words
	if words == "" {
		words = a.URI
	}
	height := f.heightOf(a.page)
	dict := object.Dict{
		"Type": object.Name("Annot"), "Subtype": object.Name("Link"), "F": printed,
		"Border": object.Array{0, 0, 0}, "Contents": structure.Text(f.said(words)),
		"P": f.pages[a.page],
		"Rect": object.Array{
			points(a.X), points(height - a.Y - a.H), points(a.X + a.W), points(height - a.Y),
		},
	}
	if anchor, ok := strings.CutPrefix(a.URI, "#"); ok {
		dict["Dest"] = object.String(anchor)
	} else {
		dict["A"] = object.Dict{"S": object.Name("URI"), "URI": object.String(a.URI)}
	}
	return dict
}

// heightOf returns how high a page is, counted from 0.
func (f *finisher) heightOf(page int) Length { return f.style.of(f.Layout.pages[page]).Page.Height }

// said returns a text for the file's own strings: on one line, without
// characters that are no text.
func (f *finisher) said(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
}

// destinations names the headings, so that links, bookmarks and other
// documents can lead to them.
func (f *finisher) destinations() *object.Indirect {
	at := map[string]*heading{}
	var anchors []string
	for _, h := range f.headings {
		if h.anchor != "" && h.page > 0 {
			anchors = append(anchors, h.anchor)
			at[h.anchor] = h
		}
	}
	slices.Sort(anchors)
	var names object.Array
	for _, a := range slices.Compact(anchors) {
		names = append(names, object.String(a), f.view(at[a]))
	}
	return &object.Indirect{Value: object.Dict{"Names": names}}
}

// above is how much of the page is shown over a heading that a link leads to.
const above = 8 * Point

// view is where a heading stands.
func (f *finisher) view(h *heading) object.Array {
	top := max(f.style.Margins.Top+h.y-above, 0)
	return object.Array{f.pages[h.page-1], object.Name("XYZ"), 0, points(f.heightOf(h.page-1) - top), nil}
}
