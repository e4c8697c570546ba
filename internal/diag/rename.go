package diag

import (
	"slices"

	"soknad/internal/source"
)

// Renamed returns the same findings in files with other names, such as ones
// that are seen from another folder. The findings themselves stay as they are.
func (l List) Renamed(name func(string) string) List {
	r := renamer{name: name, files: map[*source.File]*source.File{}}
	all := make(List, len(l))
	for i, d := range l {
		all[i] = r.diagnostic(d)
	}
	return all
}

// A renamer keeps the files under their new names, one for each.
type renamer struct {
	name  func(string) string
	files map[*source.File]*source.File
}

func (r renamer) diagnostic(d *Diagnostic) *Diagnostic {
	renamed := *d
	renamed.Span = r.span(d.Span)
	renamed.Related = slices.Clone(d.Related)
	for i := range renamed.Related {
		renamed.Related[i].Span = r.span(renamed.Related[i].Span)
	}
	renamed.Hints = slices.Clone(d.Hints)
	for i := range renamed.Hints {
		renamed.Hints[i].Span = r.span(renamed.Hints[i].Span)
	}
	renamed.Fixes = slices.Clone(d.Fixes)
	for i := range renamed.Fixes {
		renamed.Fixes[i].Edits = r.edits(renamed.Fixes[i].Edits)
	}
	return &renamed
}

func (r renamer) edits(all []Edit) []Edit {
	renamed := slices.Clone(all)
	for i := range renamed {
		renamed[i].Span = r.span(renamed[i].Span)
	}
	return renamed
}

func (r renamer) span(s source.Span) source.Span {
	if s.File == nil {
		return s
	}
	f, ok := r.files[s.File]
	if !ok {
		f = source.NewFile(r.name(s.File.Name), s.File.Text)
		r.files[s.File] = f
	}
	s.File = f
	return s
}
