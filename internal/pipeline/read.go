package pipeline

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"soknad/internal/allow"
	"soknad/internal/diag"
	"soknad/internal/i18n"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// ErrEmpty says that a folder holds no description at all.
var ErrEmpty = i18n.Errorf("there is no YAML file in the folder")

// codeUnreadable is the code of a file that is there and cannot be read.
const codeUnreadable diag.Code = "YML011"

// BuildDir is the folder of the outputs, below the application's.
const BuildDir = "build"

const (
	callFile    = "call.yaml"
	sectionsDir = "sections"
	packsDir    = "templates"
)

// An input is what a folder holds: its YAML files in the order of their
// names, its section texts by section id, and the texts among them that have
// the name of no section's file.
type input struct {
	yaml     []*source.File
	sections map[string]*source.File
	strays   []*source.File
	packs    []string  // the folders that hold a call
	unread   diag.List // a finding for each file that is there and cannot be read
	names    listing
	bytes    int // of all files that were read
}

// read finds and reads the files of a description. Hidden files, the build
// folder, templates, and folders that hold a call pack are not a part of it.
func read(files fs.FS) (*input, error) {
	in := &input{sections: map[string]*source.File{}, names: listing{folded: map[string]string{}}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case len(in.names.all) >= maxSeen:
			return in.stop(syntax.TooMany(unseen(name), maxSeen))
		case d.IsDir():
			return in.enter(files, name)
		default:
			return in.add(files, name, d)
		}
	})
	if err != nil {
		return nil, err
	}
	if len(in.yaml)+len(in.unread) == 0 {
		return nil, ErrEmpty
	}
	slices.SortFunc(in.yaml, func(a, b *source.File) int { return strings.Compare(a.Name, b.Name) })
	return in, nil
}

// size returns how many bytes the description has.
func (in *input) size() int {
	n := 0
	for _, f := range in.yaml {
		n += len(f.Text)
	}
	for _, f := range in.sections {
		n += len(f.Text)
	}
	return n
}

// enter returns fs.SkipDir for folders that are no part of a description, and
// remembers those that hold a call.
func (in *input) enter(files fs.FS, dir string) error {
	if dir == "." {
		return nil
	}
	if strings.HasPrefix(path.Base(dir), ".") || dir == BuildDir || dir == packsDir {
		return fs.SkipDir
	}
	in.names.add(dir)
	if _, err := fs.Stat(files, path.Join(dir, callFile)); err == nil {
		in.packs = append(in.packs, dir)
		return fs.SkipDir
	}
	return nil
}

func (in *input) add(files fs.FS, name string, d fs.DirEntry) error {
	if strings.HasPrefix(path.Base(name), ".") {
		return nil
	}
	in.names.add(name)
	isFolder := name == sectionsDir || name+"/" == imagesDir || name+"/" == sectionsDir+"/"+imagesDir
	isSection := path.Dir(name) == sectionsDir && path.Ext(name) == ".md"
	if !isSection && !isYAML(name) && !isStray(name) && !isFolder {
		return nil
	}
	f, err := readFile(files, name)
	if err == nil {
		in.bytes += len(f.Text)
	}
	switch {
	case isFolder && name != sectionsDir && errors.Is(err, source.ErrNotRegular):
		return nil // Images may stand behind a link that stays inside.
	case err != nil:
		d := unreadable(files, name, err)
		if d == nil {
			return err
		}
		in.unread.Add(d)
	case isFolder:
		return nil // A file that has the name of a folder says nothing.
	case in.bytes > maxSize:
		return in.stop(syntax.TooLarge(unseen(name), maxSize))
	case isSection:
		in.sections[strings.TrimSuffix(path.Base(name), ".md")] = f
	case isYAML(name):
		in.yaml = append(in.yaml, f)
	default:
		in.strays = append(in.strays, f)
	}
	return nil
}

// The limits of all files together.
const (
	maxSeen = 20_000   // files and folders, of which nearly none are read
	maxSize = 32 << 20 // bytes that are read
)

// stop ends the reading at a file that is beyond a limit.
func (in *input) stop(d *diag.Diagnostic) error {
	in.unread.Add(d)
	return fs.SkipAll
}

// unreadable says why a file that is there cannot be read; nil when the reason
// is an error of the world.
func unreadable(files fs.FS, name string, err error) *diag.Diagnostic {
	switch isLink := source.IsLink(files, name); {
	case errors.Is(err, source.ErrNotRegular) && isLink:
		return diag.New(codeUnreadable, diag.Error, unseen(name), "this is a link to a folder, in which nothing is read").
			Hint("put the folder itself in its place")
	case errors.Is(err, source.ErrNotRegular):
		return diag.New(codeUnreadable, diag.Error, unseen(name), "this is no file that can be read").
			Hint("delete it, or put a text in its place")
	case isLink:
		return diag.New(codeUnreadable, diag.Error, unseen(name), "this link leads out of the folder, or to nothing").
			Hint("put the file itself in its place")
	default:
		return nil
	}
}

// unseen is the place of a file of which nothing is known but its name.
func unseen(name string) source.Span { return source.NewFile(name, nil).Span(0, 0) }

func isYAML(name string) bool {
	ext := path.Ext(name)
	return ext == ".yaml" || ext == ".yml"
}

// isStray reports whether a file that is no section's must have been meant as
// one: a text at or below the sections' folder.
func isStray(name string) bool {
	if !strings.HasPrefix(name, sectionsDir+"/") {
		return false
	}
	return slices.Contains([]string{".md", ".markdown", ".mdown", ".mkd", ".txt"}, strings.ToLower(path.Ext(name)))
}

// readFile reads a regular file, and no more of it than shows that it is too
// large.
func readFile(files fs.FS, name string) (*source.File, error) {
	text, err := source.Read(files, name, syntax.MaxFileSize)
	if err != nil {
		return nil, err
	}
	return source.NewFile(name, text), nil
}

// A parsed is what the YAML files of a folder say together.
type parsed struct {
	root       *syntax.Node
	allowances []allow.Allowance
	findings   diag.List
}

// parse parses YAML files into one tree.
func parse(files []*source.File) parsed { return (*Memory)(nil).parse(files) }

// parseOne parses one file.
func parseOne(f *source.File) parsed {
	var p parsed
	p.root, p.findings = syntax.Parse(f)
	if allow.MayStandIn(f.Text) {
		var found diag.List
		p.allowances, found = allow.InComments(syntax.Comments(f, p.root))
		p.findings.Add(found...)
	}
	return p
}

// checkSections looks at the bytes of the section texts. What may not be
// there is blanked in the texts that are returned.
func checkSections(sections map[string]*source.File) (map[string]*source.File, diag.List) {
	var list diag.List
	clean := map[string]*source.File{}
	for id, f := range sections {
		text, found := syntax.CheckText(f)
		list.Add(found...)
		switch {
		case len(found) == 0:
			clean[id] = f
		case text != nil:
			clean[id] = f.With(text)
		}
	}
	return clean, list
}
