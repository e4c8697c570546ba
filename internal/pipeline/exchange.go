package pipeline

import (
	"io/fs"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/exchange"
	"soknad/internal/i18n"
	"soknad/internal/sheet"
	"soknad/internal/source"
)

// Exchanged is a part of the description that is exchanged with spreadsheets.
type Exchanged = exchange.Kind

// Exported lists what can be written as a table.
func Exported() []Exchanged { return exchange.Exported() }

// Imported lists what can be read from a table.
func Imported() []Exchanged { return exchange.Imported() }

// ErrUnread says that a description has mistakes that keep it from being
// read, so that it cannot be exchanged.
var ErrUnread = i18n.Errorf("the description cannot be read without errors: run soknad validate first")

// Export writes a part of a description as a table, as "csv" or "xlsx", with
// headings in the application's language.
func Export(job Job, kind Exchanged, format string) ([]byte, error) {
	in, err := read(job.Files)
	if err != nil {
		return nil, err
	}
	description := parse(in.yaml)
	if description.findings.Worst() == diag.Error {
		return nil, ErrUnread
	}
	lang := i18n.NB
	if n := description.root.Lookup("application").Lookup("language"); n != nil {
		if l, ok := i18n.ParseLang(n.Value); ok {
			lang = l
		}
	}
	table := exchange.Export(description.root, kind, lang)
	if format == "csv" {
		return sheet.CSV(table)
	}
	return sheet.XLSX(table)
}

// An Import is a table on its way into a description, in memory.
type Import struct {
	*exchange.Import

	files *overlay
}

// Read finds out what a table, CSV or XLSX, changes in a description. Nothing
// is written. What it would write is read again first: it must say exactly
// what the table says.
func Read(job Job, kind Exchanged, data []byte) (*Import, error) {
	rows, err := sheet.Read(data)
	if err != nil {
		return nil, err
	}
	in, err := read(job.Files)
	if err != nil {
		return nil, err
	}
	description := parse(in.yaml)
	if description.findings.Worst() == diag.Error {
		return nil, ErrUnread
	}
	found := exchange.Read(description.root, kind, rows)
	i := &Import{Import: found, files: &overlay{FS: job.Files, texts: map[string][]byte{}}}
	if found.Fails() {
		return i, nil
	}
	i.files.texts = found.Texts()
	return i, i.check(in.yaml, kind, rows)
}

// check reads what an import writes.
func (i *Import) check(files []*source.File, kind Exchanged, rows [][]string) error {
	var after []*source.File
	for _, f := range files {
		if text, ok := i.files.texts[f.Name]; ok {
			f = source.NewFile(f.Name, text)
		}
		after = append(after, f)
	}
	for name, text := range i.files.texts {
		if slices.ContainsFunc(files, func(f *source.File) bool { return f.Name == name }) {
			continue
		}
		if _, err := fs.Stat(i.files.FS, name); err == nil {
			return i18n.Errorf("%s is there already, and holds no %s", name, kind)
		}
		after = append(after, source.NewFile(name, text))
	}
	slices.SortFunc(after, func(a, b *source.File) int { return strings.Compare(a.Name, b.Name) })
	description := parse(after)
	if description.findings.Worst() == diag.Error {
		return i18n.Errorf("the table cannot be written into the description: %s", description.findings[0].Message)
	}
	if again := exchange.Read(description.root, kind, rows); again.Updated > 0 || kind != exchange.Budget && again.Added > 0 {
		return i18n.Errorf("the table cannot be written into the description as it is")
	}
	return nil
}

// Diff shows what the import changes, in the form that patch and git read.
func (i *Import) Diff() ([]byte, error) { return i.files.diff() }

// Write writes the files that the import changes, each whole or not at all,
// and returns their names.
func (i *Import) Write(dir string) (names []string, err error) { return i.files.write(dir) }
