package document_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/golden"
	"soknad/internal/model"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
	"soknad/templates"
)

// TestAssemble holds the text that is made of a description and a call. An
// archive may bring templates of its own; want.md is the text, and want the
// findings and the figures.
func TestAssemble(t *testing.T) {
	for name, archive := range golden.Archives(t, "testdata") {
		t.Run(name, func(t *testing.T) {
			d, list := assemble(t, input(t, archive))
			golden.Want(t, name, archive, "want.md", string(d.Text))
			var figures []string
			for file, f := range d.Figures {
				figures = append(figures, "figure "+file+": "+f.Alt+"\n")
			}
			slices.Sort(figures)
			golden.Want(t, name, archive, "want", golden.Story(list)+strings.Join(figures, ""))
			tiles(t, d)
		})
	}
}

// tiles holds that the sections cover the text from its first byte to its
// last without gap or overlap.
func tiles(t *testing.T, d *document.Document) {
	t.Helper()
	at := 0
	for _, s := range d.Sections {
		if s.Start != at || s.End <= s.Start {
			t.Errorf("section %s is %d–%d, want it to start at %d", s.ID, s.Start, s.End, at)
		}
		at = s.End
	}
	if at != len(d.Text) {
		t.Errorf("the sections end at %d, the text at %d", at, len(d.Text))
	}
}

func assemble(t *testing.T, in document.Input) (*document.Document, diag.List) {
	t.Helper()
	d, list, err := document.Assemble(in)
	if err != nil {
		t.Fatal(err)
	}
	return d, list
}

func input(t *testing.T, archive *txtar.Archive) document.Input {
	t.Helper()
	var yaml, pack []txtar.File
	sections := map[string]*source.File{}
	own := fstest.MapFS{}
	for _, f := range archive.Files {
		switch {
		case f.Name == "call.yaml":
			pack = append(pack, f)
		case strings.HasSuffix(f.Name, ".yaml"):
			yaml = append(yaml, f)
		case strings.HasSuffix(f.Name, ".tmpl"):
			own[f.Name] = &fstest.MapFile{Data: f.Data}
		case strings.HasPrefix(f.Name, "sections/"):
			id := strings.TrimSuffix(strings.TrimPrefix(f.Name, "sections/"), ".md")
			sections[id] = source.NewFile(f.Name, f.Data)
		}
	}
	return document.Input{
		Project: model.Decode(tree(t, schema.Application, yaml), sections),
		Call:    call.Decode(tree(t, schema.Call, pack)),
		Templates: []document.Folder{
			{Name: "own", Files: own},
			{Name: "templates", Files: templates.FS()},
		},
	}
}

// tree reads files that have the right structure.
func tree(t testing.TB, kind schema.Kind, files []txtar.File) *syntax.Node {
	t.Helper()
	var roots []*syntax.Node
	for _, f := range files {
		root, list := syntax.Parse(source.NewFile(f.Name, f.Data))
		if len(list) > 0 {
			t.Fatal(golden.Story(list))
		}
		roots = append(roots, root)
	}
	merged, _ := syntax.Merge(roots)
	mended, list := schema.Validate(kind, merged)
	if len(list) > 0 {
		t.Fatal(golden.Story(list))
	}
	return mended
}

func TestDates(t *testing.T) {
	archive := golden.Archives(t, "testdata")["testdata/small.txtar"]
	in := input(t, archive)
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	in.Date = day("2020-01-02")
	in.Project.Application.Submission.Planned = day("2012-03-28")
	in.Project.Application.Period.Start = day("2012-09-01")
	for _, want := range []string{"2020-01-02", "2012-03-28", "2012-09-01", "2012-01-01"} {
		d, _ := assemble(t, in)
		if !d.Date.Equal(day(want)) {
			t.Errorf("the document speaks from %v, want %s", d.Date, want)
		}
		switch want {
		case "2020-01-02":
			in.Date = time.Time{}
		case "2012-03-28":
			in.Project.Application.Submission.Planned = time.Time{}
		case "2012-09-01":
			in.Project.Application.Period.Start = time.Time{}
		}
	}
}

// TestDraft holds that a draft says so and lists its open findings.
func TestDraft(t *testing.T) {
	archive := golden.Archives(t, "testdata")["testdata/small.txtar"]
	in := input(t, archive)
	finding := diag.New("REF001", diag.Error, in.Project.Application.At("title"), "there is no goal %q", "a_b")
	in.Draft, in.Open = true, diag.List{finding}
	d, _ := assemble(t, in)
	if d.Mark != "Utkast" {
		t.Errorf("the mark is %q", d.Mark)
	}
	last := d.Sections[len(d.Sections)-1]
	if last.ID != "findings" || !bytes.Contains(d.Text[last.Start:], []byte(`application.yaml:2:10: there is no goal "a\_b" (REF001)`)) {
		t.Errorf("the last section is\n%s", d.Text[last.Start:])
	}
	if !bytes.Contains(d.Text, []byte("**Utkast.")) || !bytes.Contains(d.Text, []byte("- [Åpne funn](#åpne-funn)")) {
		t.Error("neither cover nor contents speak of the draft")
	}
}

// TestUntitled holds that a draft that has no title yet says so, where its title
// will stand and where readers of PDF look for it.
func TestUntitled(t *testing.T) {
	in := input(t, golden.Archives(t, "testdata")["testdata/small.txtar"])
	in.Project.Application.Title = "\u00a0"
	d, _ := assemble(t, in)
	if d.Title != "Søknad uten tittel" || !bytes.HasPrefix(d.Text, []byte("# Søknad uten tittel\n")) {
		t.Errorf("the title is %q, and the document begins\n%.60s", d.Title, d.Text)
	}
}

func TestAnchors(t *testing.T) {
	a := document.NewAnchors()
	for _, tt := range []struct{ title, want string }{
		{"10 Aktiviteter og handlingsplan", "10-aktiviteter-og-handlingsplan"},
		{"Mål, «visjon» & tiltak!", "mål-visjon--tiltak"},
		{"Mål", "mål"}, {"Mål", "mål-1"}, {"Mål", "mål-2"}, {"Mål-1", "mål-1-1"},
	} {
		if got := a.Next(tt.title); got != tt.want {
			t.Errorf("%q is %q, want %q", tt.title, got, tt.want)
		}
	}
}
