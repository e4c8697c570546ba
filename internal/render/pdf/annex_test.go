package pdf_test

import (
	"errors"
	"strings"
	"testing"

	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/object"
)

// foreign is a tagged page of another program: turned, smaller than A4, with a
// visible signature, a hidden note, and content in two streams.
func foreign(t *testing.T) []byte {
	t.Helper()
	look := func(box object.Array) *object.Indirect {
		return &object.Indirect{Value: &object.Stream{
			Dict: object.Dict{"Type": object.Name("XObject"), "Subtype": object.Name("Form"), "BBox": box, "StructParent": 3},
			Data: []byte("/P <</MCID 0>> BDC 0 0 10 5 re f EMC"),
		}}
	}
	page := &object.Indirect{}
	pages := &object.Indirect{Value: object.Dict{
		"Type": object.Name("Pages"), "Kids": object.Array{page}, "Count": 1, "Rotate": 90,
		"MediaBox": object.Array{0, 0, 400, 300}, "Resources": object.Dict{"Properties": object.Dict{"MC0": object.Dict{}}},
	}}
	page.Value = object.Dict{
		"Type": object.Name("Page"), "Parent": pages, "StructParents": 0,
		"Contents": object.Array{
			&object.Indirect{Value: &object.Stream{Dict: object.Dict{}, Data: []byte("/P <</MCID 0>> BDC 1 0 0 rg")}},
			&object.Indirect{Value: &object.Stream{Dict: object.Dict{}, Data: []byte("0 0 100 100 re f EMC")}},
		},
		"Annots": object.Array{
			object.Dict{"Subtype": object.Name("Widget"), "Rect": object.Array{50, 50, 150, 100}, "F": 4,
				"AP": object.Dict{"N": look(object.Array{0, 0, 10, 5})}},
			object.Dict{"Subtype": object.Name("Text"), "Rect": object.Array{0, 0, 9, 9}, "F": 2,
				"AP": object.Dict{"N": look(object.Array{0, 0, 1, 1})}},
		},
	}
	f := object.File{Root: &object.Indirect{Value: object.Dict{"Type": object.Name("Catalog"), "Pages": pages}}}
	data, err := f.Write()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestAppend holds that a page of an annex follows the document as a figure
// with words, without the marks of its own structure, as it was turned, and
// with the signature that can be seen on it.
func TestAppend(t *testing.T) {
	l := laid(t, body("## Tekst\n\nOrd."))
	own := l.Pages()
	if err := l.Append(pdf.Annex{Number: 2, Title: "Avtalen", Data: foreign(t)}); err != nil {
		t.Fatal(err)
	}
	made, err := l.Paint()
	if err != nil {
		t.Fatal(err)
	}
	if len(made.Faults) > 0 || len(made.Claims) != 2 {
		t.Errorf("the claims are %v, the faults %v", made.Claims, made.Faults)
	}
	file := read(t, made.Data)
	if got := len(pagesOf(file)); got != own+1 {
		t.Fatalf("%d pages, want %d", got, own+1)
	}
	page := pagesOf(file)[own]
	if got := string(object.StreamOf(page["Contents"]).Data); !strings.Contains(got, "/Figure <</MCID 0>> BDC\nq 1.0000 0 0 1.0000 147.64 0 cm /Annex Do Q\nEMC") {
		t.Errorf("the page is painted by %s", got)
	}
	form := object.StreamOf(object.DictOf(object.DictOf(page["Resources"])["XObject"])["Annex"])
	if got := string(form.Data); strings.Contains(got, "MCID") || !strings.Contains(got, "q 10.0000 0 0 10.0000 50.000 50.000 cm /Annotation0 Do Q") {
		t.Errorf("the form is painted by %s", got)
	}
	forms := object.DictOf(object.DictOf(form.Dict["Resources"])["XObject"])
	if look := object.StreamOf(forms["Annotation0"]); len(forms) != 1 || strings.Contains(string(look.Data), "MCID") || look.Dict["StructParent"] != nil {
		t.Errorf("the forms are %v", forms)
	}
	var story strings.Builder
	tell(&story, object.DictOf(object.DictOf(file.Root)["StructTreeRoot"])["K"], 0)
	if !strings.Contains(story.String(), "Figure Alt=Vedlegg 2, side 1 av 1: Avtalen") {
		t.Errorf("the structure is\n%s", story.String())
	}
	if got := strings.Join(titles(object.DictOf(file.Root)["Outlines"]), "|"); got != "Tekst|Avtalen" {
		t.Errorf("the outline is %s", got)
	}
	if err := l.Append(pdf.Annex{Data: []byte("tekst")}); !errors.Is(err, pdf.ErrNotPDF) {
		t.Errorf("a text as an annex gives %v", err)
	}
}
