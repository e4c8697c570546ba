package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"soknad/internal/render/pdf/check"
	"soknad/internal/render/pdf/object"
)

// A story is what is changed in the sound file. It stands in an archive as
// lines that begin with - and a space for what is taken out, and then lines
// that begin with + and a space for what is put in its place, as often as there
// are changes.
//
// Of a story without changes the archive has all findings, of others those that
// the sound file has not.
type story struct {
	name    string
	changes []change
}

// A change is a text of the sound file and what takes its place.
type change struct{ from, to []string }

// stories reads the stories of an archive.
func stories(archive *txtar.Archive) []story {
	var all []story
	for _, f := range archive.Files {
		if !strings.Contains(f.Name, "/") {
			all = append(all, story{f.Name, changes(string(f.Data))})
		}
	}
	return all
}

func changes(text string) []change {
	var all []change
	for line := range strings.Lines(text) {
		n, rest := len(all)-1, strings.TrimPrefix(strings.TrimSuffix(line[1:], "\n"), " ")
		switch {
		case line[0] == '+':
			all[n].to = append(all[n].to, rest)
		case n < 0 || all[n].to != nil:
			all = append(all, change{from: []string{rest}})
		default:
			all[n].from = append(all[n].from, rest)
		}
	}
	return all
}

// apply changes a text. What is to be changed is there once.
func (s story) apply(t testing.TB, text string) string {
	t.Helper()
	for _, c := range s.changes {
		from := strings.Join(c.from, "\n")
		if n := strings.Count(text, from); n != 1 {
			t.Fatalf("%s: %q is %d times in the file, and has to be there once", s.name, from, n)
		}
		text = strings.Replace(text, from, strings.Join(c.to, "\n"), 1)
	}
	return text
}

// sound returns a file without faults.
func sound(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "sound.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read(t testing.TB, text string) *object.File {
	t.Helper()
	f, err := object.Read([]byte(text))
	if err != nil {
		t.Fatalf("not read: %v", err)
	}
	return f
}

// list writes findings: what is found at one place for several clauses is one
// line, with the clauses below it.
func list(found []check.Finding) string {
	var lines []string
	clauses := map[string][]string{}
	for _, f := range found {
		line := fmt.Sprintf("page %d, object %d: %s\n", f.Page, f.Object, f.Message)
		if clauses[line] == nil {
			lines = append(lines, line)
		}
		clauses[line] = append(clauses[line], string(f.Clause))
	}
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(line + "\t" + strings.Join(clauses[line], ", ") + "\n")
	}
	return out.String()
}
