package model_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/diag"
	"soknad/internal/invent"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// FuzzDecode holds that any description can be decoded, in one way, that
// everything in it has a place in the file, and that a record of what was
// answered can be brought up to date.
func FuzzDecode(f *testing.F) {
	for i := range 9 {
		f.Add([]byte{byte(i), 7, 5})
	}
	f.Fuzz(func(t *testing.T, seed []byte) {
		c := invent.New(seed)
		file := source.NewFile("a.yaml", invent.YAML(c, invent.Care(c.Below(3)), schema.Application))
		if len(file.Text) > 20_000 {
			return // so that many are tried
		}
		p := decoded(file)
		if again := decoded(file); said(p) != said(again) {
			t.Fatal("it is decoded in two ways")
		}
		for _, f := range p.Fields() {
			inside(t, file, f.Span())
		}
		for _, r := range p.References {
			inside(t, file, r.At.Span())
		}
		for _, m := range p.Mentions() {
			inside(t, file, m.At.Span())
		}
		for _, a := range p.Answering() {
			acknowledged(t, file, a)
		}
	})
}

func decoded(file *source.File) *model.Project {
	root, _ := syntax.Parse(file)
	merged, _ := syntax.Merge([]*syntax.Node{root})
	mended, _ := schema.Validate(schema.Application, merged)
	return model.Decode(mended, nil)
}

// said writes what a project says: its texts, its references and its sums.
func said(p *model.Project) string {
	var out strings.Builder
	for _, t := range p.Texts() {
		fmt.Fprintln(&out, t.Field.Path, t.Value)
	}
	for _, r := range p.References {
		fmt.Fprintln(&out, r.Kind, r.ID, r.Meant)
	}
	fmt.Fprintln(&out, p.CostYearly(), p.FinancingYearly(), p.Years())
	return out.String()
}

func inside(t *testing.T, file *source.File, s source.Span) {
	t.Helper()
	if !s.IsZero() && (s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(file.Text)) {
		t.Fatalf("%d to %d is outside the file", s.Start, s.End)
	}
}

// acknowledged holds that what is written on a record can be written.
func acknowledged(t *testing.T, file *source.File, a model.Answering) {
	t.Helper()
	edits, ok := a.Acknowledge()
	if !ok {
		return
	}
	for _, e := range edits {
		inside(t, file, e.Span)
	}
	diag.Edited(edits)
}
