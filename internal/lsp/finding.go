package lsp

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/source"
)

// tell publishes the findings of an application, file by file. Of a file that
// is not open, and of which the same was told before, it says nothing. Files
// that have no findings any more are told so.
func (s *server) tell(a *application, findings diag.List) {
	byFile := map[string][]diagnostic{}
	for name := range a.told {
		byFile[name] = []diagnostic{}
	}
	for _, d := range findings {
		if at := a.place(d.Span); !at.IsZero() {
			byFile[at.File.Name] = append(byFile[at.File.Name], s.diagnosticOf(a, d))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		s.publish(a, name, byFile[name])
	}
}

func (s *server) publish(a *application, name string, list []diagnostic) {
	d := s.documents[path.Join(a.dir, name)]
	said := said(list)
	if d == nil && said == a.told[name] {
		return
	}
	p := publishParams{URI: s.uri(a, name), Diagnostics: list}
	if d != nil {
		p.Version = &d.version
	}
	s.send = append(s.send, notification{"2.0", "textDocument/publishDiagnostics", p})
	a.told[name] = said
	if len(list) == 0 {
		delete(a.told, name)
	}
}

// said returns what a list of findings says, to compare it with another.
func said(list []diagnostic) string {
	text, _ := json.Marshal(list) // Plain values cannot fail to be written.
	return string(text)
}

// uri returns the URI of a file of an application: as the editor wrote it, if
// the file is open.
func (s *server) uri(a *application, name string) string {
	file := path.Join(a.dir, name)
	if d := s.documents[file]; d != nil {
		return d.uri
	}
	return uriOf(file)
}

// packs is the folder below which the files are shown that come with soknad,
// and that no editor can open.
const packs = "templates/"

// place returns where a finding is to be shown: where it is, or at the
// description's first key when it is nowhere in the folder.
func (a *application) place(at source.Span) source.Span {
	if !at.IsZero() && !strings.HasPrefix(at.File.Name, packs) {
		return at
	}
	return a.current.Project.Key("application").Span()
}

func (s *server) diagnosticOf(a *application, d *diag.Diagnostic) diagnostic {
	found := diagnostic{
		Range: rangeOf(a.place(d.Span)), Severity: severityOf(d.Severity), Code: string(d.Code), Source: "soknad",
		Message: d.Message.In(s.lang),
	}
	for _, r := range d.Related {
		s.relate(a, &found, r.Span, r.Message.In(s.lang))
	}
	for _, h := range d.Hints {
		s.relate(a, &found, h.Span, h.Message.In(s.lang))
	}
	return found
}

// relate adds words to a finding: beside the place they speak of, or below
// its message when they speak of none, or of one that cannot be shown.
func (s *server) relate(a *application, found *diagnostic, at source.Span, words string) {
	switch {
	case at.IsZero():
		found.Message += "\n" + words
	case strings.HasPrefix(at.File.Name, packs) || !s.can.TextDocument.Diagnostics.Related:
		found.Message += "\n" + words + " (" + at.String() + ")"
	default:
		found.Related = append(found.Related, related{location{s.uri(a, at.File.Name), rangeOf(at)}, words})
	}
}

// severityOf returns the protocol's number of a severity.
func severityOf(severity diag.Severity) int {
	switch severity {
	case diag.Error:
		return 1
	case diag.Warning:
		return 2
	default:
		return 3
	}
}
