package structure_test

import (
	"testing"

	"soknad/internal/render/pdf/object"
	"soknad/internal/render/pdf/structure"
)

// TestWrite holds that a small tree leads from elements to marks and back.
func TestWrite(t *testing.T) {
	tree := structure.New(2)
	p := tree.Root.Add(&structure.Element{Type: structure.P, Lang: "se"})
	empty := tree.Root.Add(&structure.Element{Type: structure.Sect})
	empty.Add(&structure.Element{Type: structure.P})
	row := tree.Root.Add(&structure.Element{Type: structure.Row})
	row.Add(&structure.Element{Type: structure.HeadCell, Scope: structure.Column})

	first, second := tree.Mark(p, 0), tree.Mark(p, 1)
	link := p.Add(&structure.Element{Type: structure.Link})
	tree.Mark(link, 1)
	if n := tree.Annotate(link, 1); n != 0 {
		t.Fatalf("the first annotation is number %d", n)
	}
	target := structure.Target{
		Pages:       []*object.Indirect{{Value: object.Dict{}}, {Value: object.Dict{}}},
		Annotations: []*object.Indirect{{Value: object.Dict{}}},
	}
	root := object.DictOf(tree.Write(target))

	document := object.DictOf(root["K"])
	kids := object.ArrayOf(document["K"])
	if len(kids) != 2 {
		t.Fatalf("the document has %d parts, want the paragraph and the row, without what is empty", len(kids))
	}
	paragraph := object.DictOf(kids[0])
	parts := object.ArrayOf(paragraph["K"])
	if parts[0] != first || object.DictOf(parts[1])["MCID"] != second || paragraph["Lang"] != object.String("se") {
		t.Errorf("the paragraph is %v", paragraph)
	}
	if got := object.DictOf(object.DictOf(object.ArrayOf(object.DictOf(parts[2])["K"])[1])["Obj"]); got["StructParent"] != 2 {
		t.Errorf("the annotation is entered as %v, want key 2 after those of two pages", got)
	}
	if cell := object.DictOf(object.DictOf(kids[1])["K"]); object.DictOf(cell["A"])["Scope"] != object.Name("Column") {
		t.Errorf("the empty header cell is %v", cell)
	}
	holds(t, object.ArrayOf(object.DictOf(root["ParentTree"])["Nums"]), kids[0], parts[2])
}

// holds holds that the parent tree leads back to a paragraph and a link.
func holds(t *testing.T, numbers object.Array, paragraph, link object.Object) {
	t.Helper()
	if len(numbers) != 6 || numbers[0] != 0 || numbers[2] != 1 || numbers[4] != 2 {
		t.Fatalf("the parent tree is %v", numbers)
	}
	if got := object.ArrayOf(numbers[3]); len(got) != 2 || got[0] != paragraph || got[1] != link {
		t.Errorf("the second page's marks lead to %v", got)
	}
	if numbers[5] != link {
		t.Errorf("the annotation leads to %v", numbers[5])
	}
}

// TestText holds how texts are written for readers.
func TestText(t *testing.T) {
	for text, want := range map[string]object.String{
		"Narvik": "Narvik",
		"Bodø":   "\xfe\xff\x00B\x00o\x00d\x00\xf8",
		"a\nb":   "\xfe\xff\x00a\x00\n\x00b",
		"😀":      "\xfe\xff\xd8\x3d\xde\x00",
	} {
		if got := structure.Text(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}
