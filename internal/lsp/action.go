package lsp

import (
	"slices"
	"strings"

	"soknad/internal/diag"
)

// quickFix is the kind of action that cures a finding.
const quickFix = "quickfix"

// codeAction returns the cures of the findings that stand in a range. Until
// the texts have been checked they are those of what could not be read.
func (s *server) codeAction(p codeActionParams) (any, error) {
	actions := []codeAction{}
	file, _ := pathOf(p.Document.URI)
	a := s.readOf(file)
	if a == nil || !wantsFixes(p.Context.Only) {
		return actions, nil
	}
	name, _ := within(a.dir, file)
	for _, d := range a.current.Findings {
		at := a.place(d.Span)
		if at.IsZero() || at.File.Name != name || !rangeOf(at).touches(p.Range) {
			continue
		}
		for i, fix := range d.Fixes {
			if a.inFolder(fix) {
				actions = append(actions, s.action(a, d, fix, i == 0))
			}
		}
	}
	return actions, nil
}

// wantsFixes reports whether an editor that wants only some kinds of action
// wants quick fixes.
func wantsFixes(only []string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(kind string) bool { return kind == "" || strings.HasPrefix(quickFix, kind) })
}

// inFolder reports whether a cure edits only files that an editor can open.
func (a *application) inFolder(f diag.Fix) bool {
	return !slices.ContainsFunc(f.Edits, func(e diag.Edit) bool { return strings.HasPrefix(e.Span.File.Name, packs) })
}

func (s *server) action(a *application, d *diag.Diagnostic, f diag.Fix, preferred bool) codeAction {
	edit := workspaceEdit{map[string][]textEdit{}}
	for _, e := range f.Edits {
		uri := s.uri(a, e.Span.File.Name)
		edit.Changes[uri] = append(edit.Changes[uri], textEdit{rangeOf(e.Span), e.New})
	}
	return codeAction{f.Message.In(s.lang), quickFix, []diagnostic{s.diagnosticOf(a, d)}, preferred, edit}
}
