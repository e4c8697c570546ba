package rules_test

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/diag"
	"soknad/internal/golden"
	"soknad/internal/pipeline"
	"soknad/internal/rules"
	"soknad/templates"
)

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
			golden.Want(t, name, archive, "want", got)
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
// What is found where pages are made only in doubt is what is found where they
// always are.
func check(t *testing.T, r *rules.Rule, archive *txtar.Archive, name string) diag.List {
	t.Helper()
	checked := pipeline.CheckDescription
	if r.Needs >= rules.Assembled {
		checked = pipeline.Validate
	}
	job := pipeline.Job{
		Files: caseFiles(archive, name), Packs: templates.FS(), Today: time.Date(2012, time.March, 28, 0, 0, 0, 0, time.UTC),
	}
	result, err := checked(job)
	if err != nil {
		t.Fatal(err)
	}
	if r.Needs >= rules.Assembled {
		paged, err := pipeline.Check(job)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := golden.Story(result.Findings), golden.Story(paged.Findings); got != want {
			t.Errorf("in the case %s there is found\n%s\nand with all pages made\n%s", name, got, want)
		}
	}
	return slices.DeleteFunc(result.Findings, func(d *diag.Diagnostic) bool {
		return d.Code != r.Code && !strings.HasPrefix(string(d.Code), "YML") && !strings.HasPrefix(string(d.Code), "SCH")
	})
}

// spelled matches a character that cannot be shown, or a byte that is none,
// as stories and pages spell it: ⟦U+202E⟧ or ⟦F8⟧.
var spelled = regexp.MustCompile(`⟦(U\+[0-9A-F]{4}|[0-9A-F]{2})⟧`)

// character returns what a spelling stands for.
func character(spelling []byte) []byte {
	digits, isRune := strings.CutPrefix(strings.Trim(string(spelling), "⟦⟧"), "U+")
	n, err := strconv.ParseUint(digits, 16, 16)
	if err != nil {
		panic(err)
	}
	if isRune {
		return []byte(string(rune(n)))
	}
	return []byte{byte(n)}
}

// caseFiles returns the files of a case.
func caseFiles(archive *txtar.Archive, name string) fstest.MapFS {
	files := fstest.MapFS{"application.yaml": {Data: []byte(application)}}
	for _, f := range archive.Files {
		if below, ok := strings.CutPrefix(f.Name, name+"/"); ok {
			files[below] = &fstest.MapFile{Data: spelled.ReplaceAllFunc(f.Data, character)}
			if target, isLink := bytes.CutPrefix(f.Data, []byte("⟦link⟧")); isLink {
				files[below] = &fstest.MapFile{Data: bytes.TrimSpace(target), Mode: fs.ModeSymlink}
			}
		}
	}
	return files
}

var (
	placed = regexp.MustCompile(`(?m)^(\t?)([^\s:]+\.[A-Za-z]+):`)
	inPack = regexp.MustCompile(`(templates/\S+/call\.yaml):[0-9]+:[0-9]+-\S+`)
)

// write writes the findings of a case with its name before those of its
// files. A place in a pack that comes with soknad is shown without its line,
// which is no matter of the rule.
func write(name string, list diag.List) string {
	story := inPack.ReplaceAllString(golden.Story(list), "$1")
	if name == "" {
		return story
	}
	return placed.ReplaceAllString(story, "${1}"+name+"/$2:")
}
