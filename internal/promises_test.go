package internal_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	namedTest = regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9_]+)`")
	namedFile = regexp.MustCompile("`([a-z_-]+\\.txtar|[a-z_]+_test\\.go)`")
	aTest     = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)[A-Za-z0-9_]+)\(`)
)

// TestPromisesAreHeld holds that every promise of SECURITY.md has its number and
// a test, and that the tests it names are there.
func TestPromisesAreHeld(t *testing.T) {
	text, err := os.ReadFile("../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	there := testsBelow(t, "..")
	for _, name := range append(namedTest.FindAllStringSubmatch(string(text), -1), namedFile.FindAllStringSubmatch(string(text), -1)...) {
		if !slices.Contains(there, name[1]) {
			t.Errorf("SECURITY.md names %s, which is not there", name[1])
		}
	}
	for n := 1; n <= 15; n++ {
		_, row, ok := strings.Cut(string(text), "\n| P"+strconv.Itoa(n)+" ")
		row, _, _ = strings.Cut(row, "\n")
		if !ok || !namedTest.MatchString(row) {
			t.Errorf("promise P%d has no test: %q", n, row)
		}
	}
}

// testsBelow lists the tests below a folder, and the files of tests.
func testsBelow(t *testing.T, root string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		all = append(all, d.Name())
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(os.DirFS(root), name)
		for _, m := range aTest.FindAllSubmatch(text, -1) {
			all = append(all, string(m[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
