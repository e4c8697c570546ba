package pipeline_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/invent"
	"soknad/internal/pipeline"
	"soknad/internal/source"
	"soknad/templates"
)

// TestInvented holds what must be so of every folder whatsoever, on some of
// them.
func TestInvented(t *testing.T) {
	n := 120
	if testing.Short() {
		n = 20
	}
	for i := range n {
		seed := binary.BigEndian.AppendUint64(nil, uint64(i))
		t.Run(fmt.Sprint(i), func(t *testing.T) { lawful(t, seed) })
	}
}

// FuzzInvented holds the same of whatever a fuzzer makes of its bytes.
func FuzzInvented(f *testing.F) {
	for i := range 6 {
		f.Add([]byte{byte(i), 1, 2, 3})
	}
	f.Fuzz(func(t *testing.T, seed []byte) {
		size := 0
		for _, file := range invented(seed) {
			size += len(file.Data)
		}
		if size < enough {
			lawful(t, seed)
		}
	})
}

// enough is how large a folder may be, in bytes, so that a fuzzer tries many.
const enough = 20_000

// invented makes a folder, whose care is one of the choices.
func invented(seed []byte) fstest.MapFS {
	c := invent.New(seed)
	care := invent.Care(c.Below(3))
	folder := fstest.MapFS{}
	for name, text := range invent.Folder(c, care) {
		folder[name] = &fstest.MapFile{Data: text}
	}
	return folder
}

// lawful holds what must be so of the folder that comes of a seed. To paint
// takes its time, so that it is done for few.
func lawful(t *testing.T, seed []byte) {
	folder := invented(seed)
	r, err := pipeline.Check(job(folder))
	if errors.Is(err, pipeline.ErrEmpty) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	placed(t, folder, r.Findings)
	again := check(t, folder)
	same(t, r, again)
	validated, err := pipeline.Validate(job(folder))
	if err != nil {
		t.Fatal(err)
	}
	same(t, r, validated)
	if r.Layout != nil && sha256.Sum256(seed)[0]%8 == 0 {
		delivered(t, r, again)
	}
	curable(t, folder, r)
}

func job(folder fs.FS) pipeline.Job { return pipeline.Job{Files: folder, Packs: templates.FS()} }

// placed holds that everything findings speak of lies inside its file, and that
// the file is one of those that were read.
func placed(t *testing.T, folder fs.FS, list diag.List) {
	t.Helper()
	for _, d := range list {
		if d.Span.IsZero() {
			t.Fatalf("%s has no place: %s", d.Code, golden.Story(diag.List{d}))
		}
		spans := []source.Span{d.Span}
		for _, r := range d.Related {
			spans = append(spans, r.Span)
		}
		for _, h := range d.Hints {
			spans = append(spans, h.Span)
		}
		for _, f := range d.Fixes {
			for _, e := range f.Edits {
				spans = append(spans, e.Span)
			}
		}
		for _, s := range spans {
			if !s.IsZero() && !within(folder, s) {
				t.Fatalf("%s speaks of %d to %d of %s", d.Code, s.Start, s.End, s.File.Name)
			}
		}
	}
}

// within reports whether a span lies inside a file, at the places that people
// find there, and the file in the folder or among the packs.
func within(folder fs.FS, s source.Span) bool {
	name := s.File.Name
	text, err := fs.ReadFile(folder, name)
	if err != nil {
		text, err = fs.ReadFile(templates.FS(), strings.TrimPrefix(name, "templates/"))
	}
	own := source.NewFile(name, text)
	return err == nil && len(text) == len(s.File.Text) && 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		own.Position(s.Start) == s.File.Position(s.Start) && own.Position(s.End) == s.File.Position(s.End)
}

// same holds that two runs find and say the same.
func same(t *testing.T, first, again *pipeline.Result) {
	t.Helper()
	if a, b := golden.Story(first.Findings), golden.Story(again.Findings); a != b {
		t.Fatalf("found first\n%s\nand then\n%s", a, b)
	}
	if first.Document != nil && !bytes.Equal(first.Document.Text, again.Document.Text) {
		t.Fatal("the document is another one")
	}
}

// delivered holds that two runs deliver the same bytes, and that the PDF keeps
// the standards it claims.
func delivered(t *testing.T, first, again *pipeline.Result) {
	t.Helper()
	files, faults, err := first.Outputs()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Errorf("the PDF: %v", f)
	}
	others, _, err := again.Outputs()
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		if f.Name != others[i].Name || !bytes.Equal(f.Data, others[i].Data) {
			t.Fatalf("%s is not the same", f.Name)
		}
	}
}

// curable holds that cures lead somewhere: after a few rounds none is left, and
// Cure comes to the same.
func curable(t *testing.T, folder fstest.MapFS, r *pipeline.Result) {
	t.Helper()
	applied := 0
	fixed := maps.Clone(folder)
	for round := 0; ; round++ {
		texts, n := diag.Fixed(slices.DeleteFunc(slices.Clone(r.Findings), isOfPack))
		if n == 0 {
			break
		}
		if round == 10 {
			t.Fatalf("there is no end of cures:\n%s", golden.Story(r.Findings))
		}
		applied += n
		for name, text := range texts {
			fixed[name] = &fstest.MapFile{Data: text}
		}
		r = check(t, fixed)
	}
	cured, err := pipeline.Cure(job(folder), func(*diag.Diagnostic) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	if cured.Applied != applied || golden.Story(cured.Findings) != golden.Story(r.Findings) {
		t.Fatalf("%d cures are applied, want %d:\n%s", cured.Applied, applied, golden.Story(cured.Findings))
	}
}

// isOfPack reports whether a finding is about a pack that comes with soknad.
func isOfPack(d *diag.Diagnostic) bool {
	return strings.HasPrefix(d.Span.File.Name, "templates/arena")
}
