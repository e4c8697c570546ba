package pipeline

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/schema"
	"soknad/internal/source"
)

// A pack is a call together with the templates that stand beside it.
type pack struct {
	call      *call.Call
	templates document.Folder
}

// Calls lists the names of the packs that come with soknad: the folder
// arena/2012 is the call arena-2012.
func Calls(packs fs.FS) ([]string, error) {
	found, err := fs.Glob(packs, "*/*/"+callFile)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(found))
	for i, f := range found {
		names[i] = strings.ReplaceAll(path.Dir(f), "/", "-")
	}
	slices.Sort(names)
	return names, nil
}

// ReadCall reads a call by its name: a pack that comes with soknad, or a folder
// among files. It is nil without an error when there is none; the findings are
// those about the pack.
func ReadCall(files, packs fs.FS, name string) (*call.Call, diag.List, error) {
	p, list, err := loadPack(files, packs, name)
	if p == nil {
		return nil, list, err
	}
	return p.call, list, nil
}

// loadPack reads the call that an application names: a folder of the
// application, or else a pack that comes with soknad. A call that does not
// exist is nil without an error.
func loadPack(files, packs fs.FS, name string) (*pack, diag.List, error) {
	if fs.ValidPath(name) && name != "." {
		p, list, err := readPack(files, name, name)
		if p != nil || len(list) > 0 || err != nil {
			return p, list, err
		}
	}
	names, err := Calls(packs)
	if err != nil || !slices.Contains(names, name) {
		return nil, nil, err
	}
	programme, year, _ := cutLast(name, "-")
	dir := path.Join(programme, year)
	return readPack(packs, dir, path.Join(packsDir, dir))
}

func cutLast(s, separator string) (before, after string, found bool) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(separator):], true
}

// readPack reads the pack in a folder, nil when there is none. Its files are
// shown to people below shownDir.
func readPack(files fs.FS, dir, shownDir string) (*pack, diag.List, error) {
	f, err := readFile(files, path.Join(dir, callFile))
	if err != nil {
		if d := unreadable(files, path.Join(dir, callFile), err); d != nil {
			return nil, diag.List{d}, nil
		}
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return nil, nil, err
	}
	p := parse([]*source.File{source.NewFile(path.Join(shownDir, callFile), f.Text)})
	root, found := schema.Validate(schema.Call, p.root)
	p.findings.Add(found...)
	return &pack{call: call.Decode(root), templates: document.Folder{Name: shownDir, Files: below{files, dir}}}, p.findings, nil
}
