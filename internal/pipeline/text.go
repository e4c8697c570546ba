package pipeline

import (
	"maps"
	"slices"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/parallel"
	"soknad/internal/rules"
	"soknad/internal/source"
)

// A Document is what Document of a Result is.
type Document = document.Document

// An Extent says which pages a section of the document takes.
type Extent = document.Extent

// A Text is an application that is checked but for its pages, for those who
// want to see the text before they are made.
type Text struct {
	*Result

	job       Job
	pass      rules.Pass
	unsettled diag.List
}

// CheckText reads an application and makes its document, but not its pages,
// and reports what is wrong so far.
func CheckText(job Job) (*Text, error) {
	r, pass, err := describe(job)
	if err != nil {
		return nil, err
	}
	var said, shown diag.List
	parallel.Both(
		func() { said = rules.Run(rules.All(), rules.Decoded, pass) },
		func() { r.Document, shown, err = r.text(job, pass) },
	)
	if err != nil {
		return nil, err
	}
	pass.Document = r.Document
	r.Findings.Add(said...)
	r.Findings.Add(shown...)
	t := &Text{Result: r, job: job, pass: pass, unsettled: slices.Clone(r.Findings)}
	r.settle(job)
	return t, nil
}

// text makes the document, nil when the call is not known, and finds what is
// wrong with it.
func (r *Result) text(job Job, pass rules.Pass) (*Document, diag.List, error) {
	if r.Call == nil {
		return nil, nil, nil
	}
	d, found, err := document.Assemble(r.input(job))
	if err != nil {
		return nil, nil, err
	}
	pass.Document = d
	return d, append(found, rules.Run(rules.All(), rules.Assembled, pass)...), nil
}

// CheckPages makes the pages of the document, if there is one, and returns what
// Check does. The text stays as it is.
func (t *Text) CheckPages() (*Result, error) {
	r, pass := *t.Result, t.pass
	r.Findings = slices.Clone(t.unsettled)
	if r.Document != nil {
		if err := r.paginate(); err != nil {
			return nil, err
		}
		pass.Pages = r.pages
		r.Findings.Add(rules.Run(rules.All(), rules.LaidOut, pass)...)
	}
	r.settle(t.job)
	return &r, nil
}

// Whole reports whether there is a document that lacks nothing of what was
// written because a file could not be read.
func (r *Result) Whole() bool {
	return r.Document != nil && !slices.ContainsFunc(r.Findings, func(d *diag.Diagnostic) bool {
		return d.Severity == diag.Error && strings.HasPrefix(string(d.Code), "YML")
	})
}

// Extents say which pages the sections take; there are none before the pages
// are made.
func (r *Result) Extents() []Extent {
	if r.Layout == nil {
		return nil
	}
	return r.Layout.Extents()
}

// Sources lists the files that the description was read from.
func (r *Result) Sources() []*source.File { return r.sources }

// files lists the files of a description.
func (in *input) files() []*source.File {
	all := slices.Concat(in.yaml, in.strays)
	for _, id := range slices.Sorted(maps.Keys(in.sections)) {
		all = append(all, in.sections[id])
	}
	return all
}
