package internal_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which packages of the house a package may import; it is the
// table of ARCHITECTURE.md. Arrows go down only, and what is not listed is not
// allowed.
func arrows() map[string][]string {
	return map[string][]string{
		"internal/source":     {},
		"internal/i18n":       {},
		"internal/figure":     {},
		"internal/heap":       {},
		"internal/picture":    {"internal/heap"},
		"internal/bundle":     {"internal/i18n"},
		"internal/fill":       {"internal/lazyregexp"},
		"internal/parallel":   {},
		"internal/lazyregexp": {},

		"internal/diag":   {"internal/source", "internal/i18n"},
		"internal/syntax": {"internal/lazyregexp", "internal/source", "internal/diag"},
		"internal/allow":  {"internal/lazyregexp", "internal/source", "internal/diag", "internal/i18n"},

		"internal/schema": {"internal/lazyregexp", "internal/syntax", "internal/diag", "internal/source", "internal/i18n"},
		"internal/call":   {"internal/syntax", "internal/i18n"},
		"internal/model":  {"internal/syntax", "internal/diag", "internal/source", "internal/i18n"},

		"internal/document": {"internal/parallel", "internal/lazyregexp", "internal/model", "internal/call", "internal/fill", "internal/figure", "internal/picture", "internal/diag", "internal/source", "internal/i18n"},
		"internal/rules":    {"internal/document", "internal/model", "internal/call", "internal/picture", "internal/syntax", "internal/diag", "internal/source", "internal/i18n"},

		"internal/sheet":    {"internal/i18n"},
		"internal/exchange": {"internal/lazyregexp", "internal/sheet", "internal/syntax", "internal/diag", "internal/source", "internal/i18n"},

		"internal/scaffold":               {"internal/call", "internal/schema", "internal/model", "internal/i18n"},
		"internal/trace":                  {"internal/model", "internal/i18n"},
		"internal/compare":                {"internal/document", "internal/model", "internal/call", "internal/diag", "internal/i18n"},
		"internal/status":                 {"internal/document", "internal/model", "internal/call", "internal/diag", "internal/i18n"},
		"internal/lsp":                    {"internal/parallel", "internal/schema", "internal/syntax", "internal/model", "internal/call", "internal/diag", "internal/source", "internal/i18n"},
		"internal/report":                 {"internal/diag", "internal/source", "internal/i18n"},
		"internal/render/svg":             {"internal/figure"},
		"internal/render/markdown":        {"internal/render/svg", "internal/document", "internal/figure"},
		"internal/render/html":            {"internal/document"},
		"internal/preview":                {"internal/render/html", "internal/render/svg", "internal/report", "internal/status", "internal/document", "internal/model", "internal/diag", "internal/source", "internal/i18n"},
		"internal/render/pdf":             {"internal/parallel", "internal/document", "internal/figure", "internal/picture", "internal/i18n", "internal/render/pdf/fonts", "internal/render/pdf/hyphenation", "internal/render/pdf/linebreak", "internal/render/pdf/object", "internal/render/pdf/structure", "internal/render/pdf/check"},
		"internal/render/pdf/fonts":       {},
		"internal/render/pdf/hyphenation": {"internal/i18n"},
		"internal/render/pdf/linebreak":   {},
		"internal/render/pdf/object":      {"internal/heap", "internal/parallel"},
		"internal/render/pdf/structure":   {"internal/render/pdf/object"},
		"internal/render/pdf/check":       {"internal/render/pdf/object"},

		"internal/style": {"internal/render/pdf", "internal/render/pdf/fonts", "internal/figure", "internal/syntax", "internal/diag", "internal/source"},

		"internal/watch": {"internal/parallel", "internal/i18n"},

		"internal/pipeline": {
			"internal/parallel",
			"internal/render/markdown", "internal/render/pdf", "internal/render/pdf/check", "internal/render/pdf/object", "internal/style", "internal/bundle",
			"internal/exchange", "internal/sheet", "internal/rules", "internal/document", "internal/schema", "internal/call", "internal/model",
			"internal/syntax", "internal/allow", "internal/diag", "internal/source", "internal/picture", "internal/i18n",
		},
		"internal/cli": {"internal/parallel", "internal/lazyregexp", "internal/pipeline", "internal/watch", "internal/preview", "internal/source", "internal/compare", "internal/sheet", "internal/bundle", "internal/scaffold", "internal/rules", "internal/report", "internal/schema", "internal/status", "internal/trace", "internal/lsp", "internal/model", "internal/call", "internal/diag", "internal/i18n", "templates"},
		"templates":    {},

		// What tests have in common; no other package may import it.
		"internal/golden": {"internal/diag", "internal/i18n", "internal/source"},
		"internal/invent": {"internal/schema", "internal/syntax"},
		"cmd/soknad":      {"internal/cli", "internal/heap"},

		// What soknad is measured with, and held against; no other package may
		// import it.
		"internal/bench":         {},
		"internal/bench/corpus":  {"internal/bench"},
		"internal/bench/reading": {},
		"internal/bench/text":    {},
		"internal/bench/empty":   {},
		"internal/bench/parse":   {"internal/bench/reading"},
		"internal/bench/floor":   {"internal/bench/reading", "internal/bench/text", "internal/render/pdf/fonts"},
		"internal/bench/naive":   {"internal/bench/text", "internal/render/pdf/fonts"},
		"internal/bench/measure": {"internal/bench", "internal/bench/text"},
	}
}

// owners says which packages may import an outside library. Everything else
// that is imported comes from the standard library.
func owners() map[string][]string {
	return map[string][]string{
		"github.com/spf13/cobra":                     {"internal/cli"},
		"github.com/spf13/pflag":                     {"internal/cli"},
		"gopkg.in/yaml.v3":                           {"internal/syntax", "internal/bench/reading"},
		"github.com/go-pdf/fpdf":                     {"internal/render/pdf", "internal/bench/floor", "internal/bench/naive"},
		"github.com/fsnotify/fsnotify":               {"internal/watch"},
		"github.com/yuin/goldmark":                   {"internal/document", "internal/render/pdf", "internal/render/html", "internal/bench/text"},
		"golang.org/x/image":                         {"internal/render/pdf/fonts"},
		"golang.org/x/text":                          {"internal/syntax", "internal/schema", "internal/diag", "internal/report", "internal/render/pdf", "internal/pipeline"},
		"github.com/klauspost/compress":              {"internal/render/pdf/object"},
		"github.com/rogpeppe/go-internal/diff":       {"internal/pipeline"},
		"github.com/rogpeppe/go-internal/lockedfile": {"internal/pipeline"},
		"github.com/rogpeppe/go-internal/txtar":      {"internal/golden"},
		"golang.org/x/term":                          {"cmd/soknad"},
		"golang.org/x/sys":                           {"cmd/soknad"},
		"github.com/xuri/excelize/v2":                {"internal/sheet"},
		"html/template":                              {"internal/preview"},
		"text/template":                              {"internal/fill", "internal/scaffold"},
	}
}

func TestArrows(t *testing.T) {
	allowed, owned := arrows(), owners()
	for pkg, imports := range imported(t, "..") {
		if _, ok := allowed[pkg]; !ok {
			t.Errorf("the package %s has no place in the house", pkg)
		}
		for _, i := range imports {
			if below, ok := strings.CutPrefix(i, "soknad/"); ok {
				if !slices.Contains(allowed[pkg], below) {
					t.Errorf("%s may not import %s", pkg, below)
				}
				continue
			}
			if library := owner(owned, i); library == "" && strings.Contains(strings.SplitN(i, "/", 2)[0], ".") {
				t.Errorf("%s imports %s, which has no owner", pkg, i)
			} else if library != "" && !slices.Contains(owned[library], pkg) {
				t.Errorf("%s imports %s, which belongs to %v", pkg, i, owned[library])
			}
		}
	}
}

// owner returns the library that an import path belongs to, or "".
func owner(owned map[string][]string, imported string) string {
	for library := range owned {
		if imported == library || strings.HasPrefix(imported, library+"/") {
			return library
		}
	}
	return ""
}

// imported lists the imports of every package below a folder, tests left out.
func imported(t *testing.T, root string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		if found[pkg] == nil {
			found[pkg] = []string{}
		}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			found[pkg] = append(found[pkg], p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
