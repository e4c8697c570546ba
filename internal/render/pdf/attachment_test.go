package pdf_test

import (
	"errors"
	"slices"
	"testing"

	"soknad/internal/render/pdf"
	"soknad/internal/render/pdf/object"
)

// TestAttachments holds that files come back from a PDF as they were put in,
// whatever their names, and that the archive is told what they are.
func TestAttachments(t *testing.T) {
	want := []pdf.Attachment{
		{Name: "a.yaml", Description: "Beskrivelsen", Type: "application/yaml", Relation: pdf.FromSource, Data: []byte("vision: \xf0\n")},
		{Name: "sections/mål.md", Description: "Teksten", Type: "text/markdown", Relation: pdf.Alternative, Data: nil},
	}
	l := laid(t, body("Tekst"))
	l.Attach(want[1], want[0])
	made, err := l.Paint()
	if err != nil {
		t.Fatal(err)
	}
	got, err := pdf.Attachments(made.Data)
	if err != nil {
		t.Fatal(err)
	}
	same := func(a, b pdf.Attachment) bool {
		return a.Name == b.Name && a.Description == b.Description && a.Type == b.Type && a.Relation == b.Relation && slices.Equal(a.Data, b.Data)
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("the files are %+v, want %+v", got, want)
	}
	if n := len(object.ArrayOf(object.DictOf(read(t, made.Data).Root)["AF"])); n != 2 {
		t.Errorf("%d files are associated with the document, want 2", n)
	}
	if _, err := pdf.Attachments(painted(t, body("Tekst"))); !errors.Is(err, pdf.ErrNoAttachments) {
		t.Errorf("a PDF without files gives %v", err)
	}
	if _, err := pdf.Attachments([]byte("ikke en PDF")); err == nil {
		t.Error("what is no PDF gives no error")
	}
}

// TestInspect holds what is said of files that are to be annexes.
func TestInspect(t *testing.T) {
	whole := painted(t, everything())
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"our own":      {whole, nil},
		"a text":       {[]byte("Født 1970."), pdf.ErrNotPDF},
		"cut off":      {whole[:len(whole)/2], pdf.ErrDamaged},
		"only a start": {[]byte("%PDF-1.7\n"), pdf.ErrDamaged},
	} {
		pages, err := pdf.Inspect(c.data)
		if !errors.Is(err, c.want) || (err == nil) != (pages > 0) {
			t.Errorf("%s: %d pages, %v, want %v", name, pages, err, c.want)
		}
	}
}
