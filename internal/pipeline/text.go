package pipeline

import (
	"maps"
	"slices"

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
	return checkText(job, func(*Result) error { return nil })
}

func checkText(job Job, paginate func(*Result) error) (*Text, error) {
	r, pass, err := describe(job)
	if err != nil {
		return nil, err
	}
	// What the description says wrong and what the document shows do not
	// depend on each other.
	var said diag.List
	parallel.Both(
		func() { said = rules.Run(rules.All(), rules.Decoded, pass) },
		func() { err = r.assemble(job, pass, paginate) },
	)
	if err != nil {
		return nil, err
	}
	r.Findings.Add(said...)
	pass.Document = r.Document
	t := &Text{Result: r, job: job, pass: pass, unsettled: slices.Clone(r.Findings)}
	r.settle(job)
	return t, nil
}

// CheckPages makes the pages of the document, if there is one, and returns what
// Check does. The text stays as it is.
func (t *Text) CheckPages() (*Result, error) {
	r := *t.Result
	r.Findings = slices.Clone(t.unsettled)
	if r.Document != nil {
		if err := r.paginate(); err != nil {
			return nil, err
		}
		r.judgePages(t.pass)
	}
	r.settle(t.job)
	return &r, nil
}

// Whole reports whether there is a document that lacks nothing of what was
// written because a file could not be read.
func (r *Result) Whole() bool {
	return r.Document != nil && !slices.ContainsFunc(r.Findings, isAboutYAML)
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
