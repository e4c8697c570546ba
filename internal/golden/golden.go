// Package golden holds what tests have in common: expected outputs in files,
// rewritten by one flag, -update, and findings written as stories show them.
// Only tests import it.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Update reports whether golden files are to be rewritten.
func Update() bool { return *update }

// WatchesRaces reports whether the tests are built with the race detector, which
// reads and takes memory itself.
func WatchesRaces() bool {
	build, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(build.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// File compares got with a golden file, or rewrites the file.
func File(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs%s", name, difference(string(want), string(got)))
	}
}

// difference shows the first line that two texts do not share.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf(" at line %d:\nwant %s\ngot  %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf(": want %d lines, got %d", len(w), len(g))
}

// Archives reads the txtar files of a folder, by file name.
func Archives(t testing.TB, dir string) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives in %s: %v", dir, err)
	}
	archives := map[string]*txtar.Archive{}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archives[name] = archive
	}
	return archives
}

// Want compares got with a file of an archive, or rewrites the archive with
// it.
func Want(t *testing.T, name string, archive *txtar.Archive, file, got string) {
	t.Helper()
	want := ""
	at := -1
	for i, f := range archive.Files {
		if f.Name == file {
			want, at = string(f.Data), i
		}
	}
	if !*update {
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		return
	}
	if at < 0 {
		at = len(archive.Files)
		archive.Files = append(archive.Files, txtar.File{Name: file})
	}
	archive.Files[at].Data = []byte(got)
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Story writes findings as stories show them: a line each with the place and
// its end, and indented below it the related places and the hints.
func Story(list diag.List) string { return StoryIn(list, i18n.EN) }

// StoryIn does the same in any language.
func StoryIn(list diag.List, l i18n.Lang) string {
	var out strings.Builder
	for _, d := range list {
		fmt.Fprintf(&out, "%s %s %s %s\n", Place(d.Span), i18n.Msg(d.Severity.String()).In(l), d.Code, d.Message.In(l))
		for _, r := range d.Related {
			fmt.Fprintf(&out, "\t%s %s\n", Place(r.Span), r.Message.In(l))
		}
		for _, h := range d.Hints {
			fmt.Fprintf(&out, "\t%s %s\n", i18n.Msg("hint:").In(l), h.Message.In(l))
		}
	}
	return out.String()
}

// Place writes a span as "file:line:column-end", where the end is a column of
// the same line, or a line and a column.
func Place(s source.Span) string {
	first, last := s.First(), s.Last()
	if first.Line == last.Line {
		return fmt.Sprintf("%s:%s-%d", s.File.Name, first, last.Column)
	}
	return fmt.Sprintf("%s:%s-%s", s.File.Name, first, last)
}
