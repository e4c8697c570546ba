package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/pipeline"
	"soknad/internal/rules"
	"soknad/internal/source"
	"soknad/templates"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// application is what a case of an archive is given when it brings no
// application.yaml of its own.
const application = "application: {title: Eksempel, call: arena-2012, language: nb}\n"

// TestRules runs the stories of each rule. An archive holds a folder per
// case; the findings of the rule in all of them are the file want. Cases whose
// names begin with "clean" must give none.
func TestRules(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			name := filepath.Join("testdata", stem(r)+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := findings(t, r, archive)
			if *update {
				rewrite(t, name, archive, got)
				return
			}
			if want := file(archive, "want"); got != want {
				t.Errorf("%s finds\n%swant\n%s", r.Code, got, want)
			}
			if got == "" {
				t.Error("no case of the archive gives a finding")
			}
		})
	}
}

func stem(r *rules.Rule) string { return strings.ReplaceAll(r.Name, "-", "_") }

// findings checks every case of an archive and writes what the rule found.
func findings(t *testing.T, r *rules.Rule, archive *txtar.Archive) string {
	t.Helper()
	var out strings.Builder
	clean := 0
	for _, c := range cases(archive) {
		list := check(t, r, archive, c)
		if strings.HasPrefix(c, "clean") {
			clean++
			if len(list) > 0 {
				t.Errorf("the case %s gives %s", c, write(c, list))
			}
		}
		out.WriteString(write(c, list))
	}
	if clean == 0 {
		t.Error("no case of the archive is clean")
	}
	return out.String()
}

func cases(archive *txtar.Archive) []string {
	var names []string
	for _, f := range archive.Files {
		name, _, ok := strings.Cut(f.Name, "/")
		if ok && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// check runs a case and keeps the findings of the rule, together with those
// about YAML and structure: a story of a rule has none of them by accident.
func check(t *testing.T, r *rules.Rule, archive *txtar.Archive, name string) diag.List {
	t.Helper()
	files := fstest.MapFS{"application.yaml": {Data: []byte(application)}}
	for _, f := range archive.Files {
		if below, ok := strings.CutPrefix(f.Name, name+"/"); ok {
			files[below] = &fstest.MapFile{Data: f.Data}
		}
	}
	result, err := pipeline.Check(pipeline.Job{Files: files, Packs: templates.FS()})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(result.Findings, func(d *diag.Diagnostic) bool {
		return d.Code != r.Code && !strings.HasPrefix(string(d.Code), "YML") && !strings.HasPrefix(string(d.Code), "SCH")
	})
}

// write writes findings as stories show them: a line each, with the lines of
// related places and hints indented below.
func write(name string, list diag.List) string {
	var out strings.Builder
	for _, d := range list {
		fmt.Fprintf(&out, "%s %s %s %s\n", place(name, d.Span), d.Severity, d.Code, d.Message.In(i18n.EN))
		for _, r := range d.Related {
			fmt.Fprintf(&out, "\t%s %s\n", place(name, r.Span), r.Message.In(i18n.EN))
		}
		for _, h := range d.Hints {
			fmt.Fprintf(&out, "\thint: %s\n", h.Message.In(i18n.EN))
		}
	}
	return out.String()
}

func place(name string, s source.Span) string {
	file := s.File.Name
	if !strings.HasPrefix(file, "templates/") {
		file = path.Join(name, file)
	}
	first, last := s.First(), s.Last()
	if first.Line == last.Line {
		return fmt.Sprintf("%s:%s-%d", file, first, last.Column)
	}
	return fmt.Sprintf("%s:%s-%s", file, first, last)
}

func file(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t *testing.T, name string, archive *txtar.Archive, want string) {
	t.Helper()
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
