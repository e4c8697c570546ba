package exchange_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"soknad/internal/exchange"
	"soknad/internal/golden"
	"soknad/internal/i18n"
	"soknad/internal/sheet"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// TestImport holds what tables change. An archive holds a description and a
// table, whose name says what it is a table of; want lists the problems, and
// the files that change in full.
func TestImport(t *testing.T) {
	for name, archive := range golden.Archives(t, "testdata") {
		t.Run(name, func(t *testing.T) {
			kind, rows := table(t, archive)
			in := exchange.Read(tree(t, filesOf(archive)), kind, rows)
			var want strings.Builder
			for _, p := range in.Problems {
				fmt.Fprintf(&want, "%d:%d %s\n", p.Row, p.Column, p.Message.In(i18n.EN))
			}
			if in.Fails() {
				golden.Want(t, name, archive, "want", want.String()+"nothing is written\n")
				return
			}
			fmt.Fprintf(&want, "%d updated, %d added\n", in.Updated, in.Added)
			texts := in.Texts()
			for _, file := range slices.Sorted(maps.Keys(texts)) {
				fmt.Fprintf(&want, "%s\n%s", strings.ToUpper(file), texts[file])
			}
			golden.Want(t, name, archive, "want", want.String())
			again := exchange.Read(tree(t, after(filesOf(archive), texts)), kind, rows)
			if again.Updated > 0 || kind != exchange.Budget && again.Added > 0 {
				t.Errorf("the same table changes %d and adds %d once more", again.Updated, again.Added)
			}
		})
	}
}

// TestExportThenImport holds that a table that was exported changes nothing,
// in both formats and all languages.
func TestExportThenImport(t *testing.T) {
	root := tree(t, whole(t))
	for _, kind := range exchange.Imported() {
		for _, l := range i18n.Langs() {
			exported := exchange.Export(root, kind, l)
			for format, write := range map[string]func(sheet.Table) ([]byte, error){
				"csv": sheet.CSV, "xlsx": func(t sheet.Table) ([]byte, error) { return sheet.XLSX(t) },
			} {
				data, err := write(exported)
				if err != nil {
					t.Fatal(err)
				}
				rows, err := sheet.Read(data)
				if err != nil {
					t.Fatal(err)
				}
				in := exchange.Read(root, kind, rows)
				if len(rows) < 3 || in.Updated+in.Added+len(in.Problems)+len(in.Texts()) > 0 {
					t.Errorf("%s as %s in %s: %d rows, %d updated, %d added, %v", kind, format, l, len(rows), in.Updated, in.Added, in.Problems)
				}
			}
		}
	}
}

// TestTotals holds that the formulas of a workbook come to the totals that the
// example's document shows.
func TestTotals(t *testing.T) {
	root := tree(t, whole(t))
	for kind, want := range map[exchange.Kind]string{exchange.Budget: "19699300", exchange.Activities: "12979300"} {
		table := exchange.Export(root, kind, i18n.NB)
		data, err := sheet.XLSX(table)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		last := len(table.Rows) - 1
		column := len(table.Rows[last]) - 1
		for table.Rows[last][column].Formula == "" {
			column--
		}
		got, err := f.CalcCellValue(table.Name, sheet.Address(last, column))
		if err != nil || got != want || table.Rows[last][column].Text != want {
			t.Errorf("%s comes to %s (%v), and CSV to %s; want %s", kind, got, err, table.Rows[last][column].Text, want)
		}
	}
}

// TestColumns holds that every column has a name in each language, by which it
// is found again.
func TestColumns(t *testing.T) {
	root := tree(t, whole(t))
	for _, kind := range exchange.Exported() {
		for _, l := range i18n.Langs() {
			seen := map[string]bool{}
			for _, c := range exchange.Export(root, kind, l).Rows[0] {
				if c.Text == "" || seen[c.Text] {
					t.Errorf("%s in %s has the column %q twice, or a column without a name", kind, l, c.Text)
				}
				seen[c.Text] = true
			}
		}
	}
}

// FuzzImport holds that whatever a table says, what it would write can be read
// and says the same, or a problem is told.
func FuzzImport(f *testing.F) {
	seeds, err := filepath.Glob("testdata/seeds/*.csv")
	if err != nil || len(seeds) == 0 {
		f.Fatal("there are no seeds", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := sheet.Read(data)
		if err != nil {
			return
		}
		files := []txtar.File{{Name: "a.yaml", Data: []byte(small)}}
		for _, kind := range exchange.Imported() {
			in := exchange.Read(tree(t, files), kind, rows)
			if in.Fails() {
				continue
			}
			if in.Updated+in.Added == 0 && len(in.Texts()) > 0 {
				t.Errorf("%s: nothing is said to change, and %d files do", kind, len(in.Texts()))
			}
			if strings.ContainsFunc(string(data), hidden) {
				continue // What YAML may not hold is found when it is read again.
			}
			again := exchange.Read(tree(t, after(files, in.Texts())), kind, rows)
			if again.Updated > 0 || kind != exchange.Budget && again.Added > 0 {
				t.Errorf("%s: the same table changes %d and adds %d once more", kind, again.Updated, again.Added)
			}
		}
	})
}

// hidden reports whether a character is none that a person sees, or one that
// the files of a description may not hold.
func hidden(r rune) bool {
	return r != '\n' && r != ' ' && !unicode.IsGraphic(r) || unicode.Is(unicode.M, r)
}

// small is a description that tables change in the fuzz test.
const small = `# Liten.
participants:
  - {id: berg, name: Berg AS, kind: company} # flyt
  - id: dal
    name: "Dal"
    interest: >-
      Vil ha
      folk.
inputs:
- id: i-1
  text: |
    Vi trenger folk.
budget: {costs: [{category: travel, year: 2012, amount: 1}]}
`

// table returns the table of an archive, and what it is a table of.
func table(t *testing.T, archive *txtar.Archive) (exchange.Kind, [][]string) {
	t.Helper()
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".csv"); ok {
			rows, err := sheet.Read(f.Data)
			if err != nil {
				t.Fatal(err)
			}
			return exchange.Kind(name), rows
		}
	}
	t.Fatal("the archive has no table")
	return "", nil
}

func filesOf(archive *txtar.Archive) []txtar.File {
	return slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool { return !strings.HasSuffix(f.Name, ".yaml") })
}

// after returns files with their new texts.
func after(files []txtar.File, texts map[string][]byte) []txtar.File {
	all := []txtar.File{}
	for _, f := range files {
		if _, ok := texts[f.Name]; !ok {
			all = append(all, f)
		}
	}
	for name, text := range texts {
		all = append(all, txtar.File{Name: name, Data: text})
	}
	slices.SortFunc(all, func(a, b txtar.File) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// whole is the big example.
func whole(t *testing.T) []txtar.File {
	t.Helper()
	root := filepath.Join("..", "..", "examples", "mineralklynge-nord")
	names, err := filepath.Glob(filepath.Join(root, "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob(filepath.Join(root, "*", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	for _, name := range append(names, below...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: name, Data: bytes.Clone(text)})
	}
	return files
}

// tree reads files without mistakes.
func tree(t *testing.T, files []txtar.File) *syntax.Node {
	t.Helper()
	var roots []*syntax.Node
	for _, f := range files {
		root, list := syntax.Parse(source.NewFile(f.Name, f.Data))
		if len(list) > 0 {
			t.Fatalf("%s\n%s", f.Data, golden.Story(list))
		}
		roots = append(roots, root)
	}
	merged, list := syntax.Merge(roots)
	if len(list) > 0 {
		t.Fatal(golden.Story(list))
	}
	return merged
}
