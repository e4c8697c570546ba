package internal_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"soknad/internal/rules"
)

// TestCodes holds that every code a package gives to findings is a rule of
// the book, with the same code nowhere else: only then can it be explained.
func TestCodes(t *testing.T) {
	seen := map[string]string{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range regexp.MustCompile(`diag\.Code = "([A-Z]{3}[0-9]{3})"`).FindAllStringSubmatch(string(text), -1) {
			code := m[1]
			if other, twice := seen[code]; twice {
				t.Errorf("%s and %s both give the code %s", other, name, code)
			}
			seen[code] = name
			if r, ok := rules.Find(code); !ok {
				t.Errorf("%s gives the code %s, which is no rule", name, code)
			} else if r.Check != nil {
				t.Errorf("%s gives the code %s, which the rule %s checks itself", name, code, r.Name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules.All() {
		if _, given := seen[string(r.Code)]; given == (r.Check != nil) {
			t.Errorf("the rule %s %s must either check or be held by the package that reads", r.Code, r.Name)
		}
	}
}
