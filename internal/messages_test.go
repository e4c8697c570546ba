package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"soknad/internal/cli"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/rules"
	"soknad/internal/schema"
)

// saying are the functions and methods whose constant strings are said to
// people, in the language they asked for.
func saying() []string {
	return []string{"Reportf", "Relate", "Hint", "HintAt", "Fix", "New", "Msg", "add", "at", "say", "word", "tell", "advise", "slips", "outsideBand", "against", "during", "printable", "Errorf"}
}

// sayingNames are the variables that hold what is said.
func sayingNames() []string { return []string{"format", "one", "many", "words"} }

// TestMessagesAreTranslated holds that whatever the tool says is said in all
// languages, with the same arguments, and that the catalog holds nothing else.
func TestMessagesAreTranslated(t *testing.T) {
	said := messages(t, "i18n", "bundle", "sheet", "watch", "source", "diag", "syntax", "allow", "schema", "call", "model", "document", "rules", "style", "report", "status", "trace", "compare", "lsp", "preview", "exchange", "pipeline", "cli")
	maps.Copy(said, messages(t, "scaffold"))
	for _, label := range rules.Labels() {
		said[label] = "rules.Labels"
	}
	for _, description := range schema.Descriptions(schema.Application) {
		said[description] = "schema.Descriptions"
	}
	for _, kind := range model.EntityKinds() {
		said[kind] = "model.EntityKinds"
	}
	for _, severity := range diag.Severities() {
		said[severity.String()] = "diag.Severities"
	}
	help, err := cli.HelpTexts()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range help {
		said[text] = "cli.HelpTexts"
	}
	if len(said) < 100 {
		t.Fatalf("only %d messages were found", len(said))
	}
	for _, format := range slices.Sorted(maps.Keys(said)) {
		for _, l := range i18n.Langs() {
			if !i18n.Translated(format, l) {
				t.Errorf("%s: %q is not said in %s", said[format], format, l)
				continue
			}
			if got, want := verbs(i18n.Message{Format: format}.Translation(l)), verbs(format); !slices.Equal(got, want) {
				t.Errorf("in %s %q has the verbs %q, want %q", l, format, got, want)
			}
		}
	}
	for _, format := range i18n.Formats() {
		if _, ok := said[format]; !ok {
			t.Errorf("the catalog holds %q, which is never said", format)
		}
	}
}

var verb = regexp.MustCompile(`%(?:\[([0-9]+)\])?([a-z%])`)

// verbs lists the arguments that a format uses, in the order of the
// arguments, as "1s".
func verbs(format string) []string {
	var all []string
	n := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		n++
		if m[1] != "" {
			n, _ = strconv.Atoi(m[1])
		}
		all = append(all, strconv.Itoa(n)+m[2])
	}
	slices.Sort(all)
	return all
}

// messages finds the strings that packages say, with a place of each.
func messages(t *testing.T, packages ...string) map[string]string {
	t.Helper()
	said := map[string]string{}
	for _, pkg := range packages {
		err := fs.WalkDir(os.DirFS(pkg), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
				return err
			}
			files := token.NewFileSet()
			f, err := parser.ParseFile(files, filepath.Join(pkg, name), nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				for _, format := range sentences(n) {
					said[format] = files.Position(n.Pos()).String()
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return said
}

// sentences returns the strings that a call or an assignment says. Words of
// one argument only, such as names and codes, are no sentences unless they
// are asked for by name.
func sentences(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		name, of := called(n.Fun)
		if !slices.Contains(saying(), name) || name == "word" && of != "" || name == "New" && of != "diag" || name == "Errorf" && of != "i18n" {
			return nil // The method word says a word of the document; errors.New and fmt.Errorf make errors that nobody should meet.
		}
		for _, arg := range n.Args {
			if s, ok := literal(arg); ok && (strings.Contains(s, " ") || name == "word" || name == "say") {
				return []string{s}
			}
		}
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Title" {
			if s, ok := literal(n.Value); ok {
				return []string{s}
			}
		}
	case *ast.AssignStmt:
		var all []string
		for i, left := range n.Lhs {
			id, ok := left.(*ast.Ident)
			if ok && slices.Contains(sayingNames(), id.Name) && i < len(n.Rhs) {
				if s, ok := literal(n.Rhs[i]); ok {
					all = append(all, s)
				}
			}
		}
		return all
	}
	return nil
}

// called returns the name of what is called, and the name before it.
func called(fun ast.Expr) (name, of string) {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name, ""
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return f.Sel.Name, x.Name
		}
		return f.Sel.Name, "?"
	}
	return "", ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil && strings.TrimSpace(s) != ""
}
