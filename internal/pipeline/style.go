package pipeline

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/render/pdf"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/style"
	"soknad/internal/syntax"
)

// stylesDir is the folder of styles, in the templates that come with soknad
// and in those of an application.
const stylesDir = "style"

// styles lists the names of the styles that come with soknad, and of those of
// an application.
func styles(job Job) ([]string, error) {
	ours, err := fs.Glob(job.Packs, stylesDir+"/*.yaml")
	if err != nil {
		return nil, err
	}
	own, err := fs.Glob(job.Files, path.Join(packsDir, stylesDir)+"/*.yaml")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, f := range append(ours, own...) {
		names = append(names, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// loadStyle reads a style by its name: a file of the application, or else one
// that comes with soknad. Without one of that name it is the default, and what
// a style leaves out is as there.
func loadStyle(job Job, name string) (pdf.Style, diag.List, error) {
	base, _, err := readStyle(job.Packs, stylesDir, style.Default)
	if err != nil {
		return pdf.Style{}, nil, err
	}
	root, list, err := readStyle(job.Files, path.Join(packsDir, stylesDir), name)
	if errors.Is(err, fs.ErrNotExist) {
		root, list, err = readStyle(job.Packs, stylesDir, name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return pdf.Style{}, nil, err
	}
	s, found := style.Decode(base, root)
	list.Add(found...)
	return s, list, nil
}

// readStyle reads the tree of a style's file.
func readStyle(files fs.FS, dir, name string) (*syntax.Node, diag.List, error) {
	file := path.Join(dir, name+".yaml")
	f, err := readFile(files, file)
	if err != nil {
		if d := unreadable(files, file, err); d != nil {
			return nil, diag.List{d}, nil
		}
		return nil, nil, err
	}
	p := parse([]*source.File{source.NewFile(file, f.Text)})
	root, found := schema.Validate(schema.Style, p.root)
	p.findings.Add(found...)
	return root, p.findings, nil
}
