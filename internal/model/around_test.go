package model_test

import (
	"bytes"
	"slices"
	"testing"

	"soknad/internal/model"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestAround holds that the texts around a place go from the nearest outwards,
// and that what names an entity goes before what else it says.
func TestAround(t *testing.T) {
	var roots []*syntax.Node
	files := map[string]*source.File{}
	for _, f := range []*source.File{
		source.NewFile("a.yaml", []byte("vision: Alle skal med\nactivities:\n  - {id: a, reason: fordi det er slik, title: Prøve, costs: [{category: reise, reason: To turer}]}\n")),
		source.NewFile("b.yaml", []byte("activities:\n  - {id: b, title: Andre, goals: [mål]}\n")),
	} {
		root, _ := syntax.Parse(f)
		roots, files[f.Name] = append(roots, root), f
	}
	merged, _ := syntax.Merge(roots)
	p := model.Decode(merged, nil)
	for _, tt := range []struct {
		file, at string
		part     string
		want     []string
	}{
		{"a.yaml", "reise", "activities", []string{"To turer", "Prøve", "fordi det er slik"}},
		{"a.yaml", "To turer", "activities", []string{"To turer", "To turer", "Prøve", "fordi det er slik"}},
		{"a.yaml", "reason", "activities", []string{"fordi det er slik", "Prøve", "fordi det er slik"}},
		{"a.yaml", "Alle", "vision", []string{"Alle skal med"}},
		{"b.yaml", "mål", "activities", []string{"Andre"}},
		{"b.yaml", "activities", "", nil},
	} {
		f := files[tt.file]
		start := bytes.Index(f.Text, []byte(tt.at))
		if got := p.Around(f.Span(start, start+len(tt.at))); !slices.Equal(got, tt.want) {
			t.Errorf("around %q stand %q, want %q", tt.at, got, tt.want)
		}
		if got := p.Part(f.Span(start, start+len(tt.at))); got != tt.part {
			t.Errorf("%q is in the part %q, want %q", tt.at, got, tt.part)
		}
	}
	if got := p.Around(source.Span{}); got != nil {
		t.Errorf("around nowhere stand %q", got)
	}
}
