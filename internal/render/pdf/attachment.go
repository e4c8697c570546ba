package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// A Relation says what an attachment is to the document (ISO 19005-3, Annex E).
type Relation string

// The relations.
const (
	FromSource  Relation = "Source"      // the document was made from it
	Alternative Relation = "Alternative" // it says the same in another form
	Supplement  Relation = "Supplement"  // it says more
	Data        Relation = "Data"        // it is what the document shows
	Unspecified Relation = "Unspecified"
)

// An Attachment is a file inside the PDF.
type Attachment struct {
	// Name is the file's path, with slashes, as it is given back.
	Name string
	// Description says to people what it is.
	Description string
	// Type is the media type, such as "application/yaml".
	Type     string
	Relation Relation
	Data     []byte
}

// Attach puts files inside the PDF that Paint writes. With attachments the
// PDF is PDF/A-3, which allows them, and not PDF/A-2.
func (l *Layout) Attach(files ...Attachment) { l.attachments = append(l.attachments, files...) }

// attach enters the attachments into the catalog: by name for readers, and as
// associated files for the archive (ISO 19005-3, 6.8).
func (f *finisher) attach() {
	if len(f.attachments) == 0 {
		return
	}
	sorted := slices.Clone(f.attachments)
	// A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6).
	slices.SortStableFunc(sorted, func(a, b Attachment) int {
		return strings.Compare(string(structure.Text(a.Name)), string(structure.Text(b.Name)))
	})
	var names, associated object.Array
	for _, a := range sorted {
		spec := &object.Indirect{Value: f.fileSpec(a)}
		names = append(names, structure.Text(a.Name), spec)
		associated = append(associated, spec)
	}
	object.DictOf(f.root["Names"])["EmbeddedFiles"] = &object.Indirect{Value: object.Dict{"Names": names}}
	f.root["AF"] = associated
}

func (f *finisher) fileSpec(a Attachment) object.Dict {
	date := pdfDate(dated(f.doc))
	stream := &object.Indirect{Value: &object.Stream{
		Dict: object.Dict{
			"Type": object.Name("EmbeddedFile"), "Subtype": object.Name(a.Type),
			"Params": object.Dict{"Size": len(a.Data), "CreationDate": date, "ModDate": date},
		},
		Data: a.Data,
	}}
	return object.Dict{
		"Type": object.Name("Filespec"), "F": structure.Text(a.Name), "UF": structure.Text(a.Name),
		"Desc": structure.Text(a.Description), "AFRelationship": object.Name(a.Relation),
		"EF": object.Dict{"F": stream, "UF": stream},
	}
}

// ErrNoAttachments says that a PDF holds no files.
var ErrNoAttachments = errors.New("there are no files inside the PDF")

// Attachments returns the files inside a PDF, in the order of its name tree.
func Attachments(data []byte) ([]Attachment, error) {
	file, err := object.Read(data)
	if err != nil {
		return nil, err
	}
	names := object.DictOf(object.DictOf(file.Root)["Names"])
	specs, err := nameTree(names["EmbeddedFiles"], 0)
	if err != nil {
		return nil, err
	}
	var all []Attachment
	for _, spec := range specs {
		a, err := attachment(object.DictOf(spec))
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		return nil, ErrNoAttachments
	}
	return all, nil
}

// deepest is how deep a name tree may be; those of real files have a few
// levels.
const deepest = 20

// nameTree lists the values of a name tree.
func nameTree(node object.Object, depth int) (object.Array, error) {
	if depth > deepest {
		return nil, errors.New("the PDF's list of files is too deep")
	}
	dict := object.DictOf(node)
	var all object.Array
	for i, o := range object.ArrayOf(dict["Names"]) {
		if i%2 == 1 {
			all = append(all, o)
		}
	}
	for _, kid := range object.ArrayOf(dict["Kids"]) {
		below, err := nameTree(kid, depth+1)
		if err != nil {
			return nil, err
		}
		all = append(all, below...)
	}
	return all, nil
}

func attachment(spec object.Dict) (Attachment, error) {
	name, ok := object.Resolve(spec["UF"]).(object.String)
	if !ok {
		name, _ = object.Resolve(spec["F"]).(object.String)
	}
	stream := object.StreamOf(object.DictOf(spec["EF"])["F"])
	if stream == nil || name == "" {
		return Attachment{}, fmt.Errorf("the file %q inside the PDF cannot be read", structure.Plain(name))
	}
	description, _ := object.Resolve(spec["Desc"]).(object.String)
	return Attachment{
		Name: structure.Plain(name), Description: structure.Plain(description), Type: string(object.NameOf(stream.Dict["Subtype"])),
		Relation: Relation(object.NameOf(spec["AFRelationship"])), Data: stream.Data,
	}, nil
}
