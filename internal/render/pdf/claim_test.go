package pdf_test

import (
	"strings"
	"testing"

	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// bare is a page of another program that shows a word in a font that it does
// not hold.
func bare(t *testing.T) []byte {
	t.Helper()
	font := object.Dict{"Type": object.Name("Font"), "Subtype": object.Name("Type1"), "BaseFont": object.Name("Helvetica"),
		"Encoding": object.Name("WinAnsiEncoding")}
	page := &object.Indirect{}
	pages := &object.Indirect{Value: object.Dict{"Type": object.Name("Pages"), "Kids": object.Array{page}, "Count": 1}}
	page.Value = object.Dict{
		"Type": object.Name("Page"), "Parent": pages, "MediaBox": object.Array{0, 0, 595, 842},
		"Resources": object.Dict{"Font": object.Dict{"F": font}},
		"Contents":  &object.Indirect{Value: &object.Stream{Dict: object.Dict{}, Data: []byte("BT /F 12 Tf 50 700 Td (Ord) Tj ET")}},
	}
	f := object.File{Root: &object.Indirect{Value: object.Dict{"Type": object.Name("Catalog"), "Pages": pages}}}
	data, err := f.Write()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// claimed returns what a PDF claims to keep and whether it keeps it.
func claimed(t *testing.T, data []byte) string {
	t.Helper()
	file := read(t, data)
	claims := check.Claims(file)
	var words []string
	for _, p := range claims {
		words = append(words, p.String())
	}
	kind, _ := object.Resolve(object.DictOf(file.Info)["GTS_PDFA1Version"]).(object.String)
	if !strings.HasSuffix(strings.Join(words, " "), string(kind)) || (kind == "") != (len(words) == 0) {
		t.Errorf("the document information says %q, the metadata %q", kind, words)
	}
	for _, f := range check.File(file, claims...) {
		t.Errorf("it claims %s and breaks %s: %s", words, f.Clause, f.Message)
	}
	return strings.Join(words, " ")
}

// TestClaims holds that a file claims what it keeps and nothing else, and that
// the annex that keeps it from more is named.
func TestClaims(t *testing.T) {
	for _, test := range []struct {
		name  string
		add   func(*pdf.Layout) error
		want  string
		annex int
	}{
		{"alone", func(*pdf.Layout) error { return nil }, "PDF/UA-1 PDF/A-2a", 0},
		{"with a file inside", func(l *pdf.Layout) error {
			l.Attach(pdf.Attachment{Name: "a.yaml", Type: "application/yaml", Relation: pdf.FromSource})
			return nil
		}, "PDF/UA-1 PDF/A-3a", 0},
		{"with an annex that is sound", func(l *pdf.Layout) error {
			return l.Append(pdf.Annex{Number: 2, Title: "Avtalen", Data: foreign(t)})
		}, "PDF/UA-1 PDF/A-2a", 0},
		{"with an annex without its font", func(l *pdf.Layout) error {
			return l.Append(pdf.Annex{Number: 3, Title: "Brevet", Data: bare(t)})
		}, "", 3},
	} {
		l := laid(t, everything())
		if err := test.add(l); err != nil {
			t.Fatal(err)
		}
		made, err := l.Paint()
		if err != nil {
			t.Fatal(err)
		}
		if got := claimed(t, made.Data); got != test.want {
			t.Errorf("%s, the file claims %q, want %q", test.name, got, test.want)
		}
		for _, f := range made.Faults {
			if f.Annex != test.annex || f.Page != 1 {
				t.Errorf("%s, the fault is %+v", test.name, f)
			}
		}
		if (test.annex > 0) != (len(made.Faults) > 0) {
			t.Errorf("%s, the faults are %v", test.name, made.Faults)
		}
	}
}
