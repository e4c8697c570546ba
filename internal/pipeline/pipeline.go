// Package pipeline does the work in order, from a folder of files to findings
// and a document. It is the only package that reads and writes files, and it
// holds no state between its steps.
package pipeline

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"soknad/internal/allow"
	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/model"
	"soknad/internal/parallel"
	"soknad/internal/picture"
	"soknad/internal/render/markdown"
	"soknad/internal/render/pdf"
	"soknad/internal/rules"
	"soknad/internal/schema"
	"soknad/internal/source"
	"soknad/internal/syntax"
)

// The names of the outputs that people open.
const (
	PDFName      = "application.pdf"
	MarkdownName = markdown.TextName
)

// A File is an output: a name below the folder it goes to, and its contents.
type File = markdown.File

// How well a call is known: from its own documents, or in part.
const (
	Official = call.Official
	Partial  = call.Partial
)

// A Job says what to work on.
type Job struct {
	// Files is the application's folder.
	Files fs.FS
	// Packs holds the call packs that come with soknad.
	Packs fs.FS
	// Date is the day the document speaks from; when it is zero, the
	// description says it.
	Date time.Time
	// Variant says for whom the document is made.
	Variant document.Variant
	// Today is the day that silences are held against; when it is zero, they
	// hold for ever.
	Today time.Time
	// Memory is what the runs before this one have read, nil when none has.
	Memory *Memory
}

// A Result is what came out of checking an application.
type Result struct {
	Project *model.Project
	// Call is nil when the call is not known; there is then no document.
	Call     *call.Call
	Document *document.Document
	// Layout is nil where the pages were not made.
	Layout *pdf.Layout
	// Findings are in reading order, without repeats.
	Findings diag.List
	// Silenced counts the findings that comments in the files silence.
	Silenced int

	pack       *pack
	pages      *rules.Pages // nil while nothing is known of the pages
	style      pdf.Style
	pictureOf  func(destination string) (*picture.Picture, error)
	strays     []*source.File
	called     func(name string) (string, bool)
	ownCalls   []string
	described  int // the bytes of the description
	allowances []allow.Allowance
	sources    []*source.File
}

// Check reads an application, makes its pages, and reports everything that is
// wrong with it. The error is about the world: a folder that is not there or
// cannot be read.
func Check(job Job) (*Result, error) { return checked(job, (*Result).paginate) }

// Validate reads an application and reports what Check does. It makes the pages
// only where a finding may depend on them.
func Validate(job Job) (*Result, error) { return checked(job, (*Result).paginateInDoubt) }

func checked(job Job, paginate func(*Result) error) (*Result, error) {
	t, err := checkText(job, paginate)
	if err != nil {
		return nil, err
	}
	return t.Result, nil
}

// CheckDescription reads an application and reports what is wrong with its
// description, without making the document.
func CheckDescription(job Job) (*Result, error) {
	r, pass, err := describe(job)
	if err != nil {
		return nil, err
	}
	r.Findings.Add(rules.Run(rules.All(), rules.Decoded, pass)...)
	r.settle(job)
	return r, nil
}

// ReadDescription reads an application, and reports only what keeps it from
// being read as it must have been meant.
func ReadDescription(job Job) (*Result, error) {
	r, err := decode(job)
	if err != nil {
		return nil, err
	}
	r.settle(job)
	return r, nil
}

// describe reads the project and its call, and what the rules need beside
// them.
func describe(job Job) (*Result, rules.Pass, error) {
	r, err := decode(job)
	if err != nil {
		return nil, rules.Pass{}, err
	}
	calls, err := Calls(job.Packs)
	if err != nil {
		return nil, rules.Pass{}, err
	}
	styles, err := styles(job)
	if err != nil {
		return nil, rules.Pass{}, err
	}
	images, err := images(job.Files)
	if err != nil {
		return nil, rules.Pass{}, err
	}
	// Images and annexes can take much memory while they are read, so that only
	// one of them is at a time.
	var reading sync.Mutex
	r.pictureOf = pictureIn(job.Files, &reading)
	pass := rules.Pass{
		Project: r.Project, Call: r.Call, Calls: calls, OwnCalls: r.ownCalls, Styles: styles, Strays: r.strays,
		SizeOf: sizeIn(job.Files), Called: r.called, IsLink: linkIn(job.Files), FaultOf: faultIn(job.Files, &reading), PictureOf: r.pictureOf, Images: images,
	}
	return r, pass, nil
}

// settle takes out what is silenced and puts the rest in order.
func (r *Result) settle(job Job) {
	pass := rules.Pass{Project: r.Project, Call: r.Call, Document: r.Document, Pages: r.pages}
	unread := slices.ContainsFunc(r.Findings, isAboutReading)
	r.Findings, r.Silenced = allow.Apply(r.Findings, r.allowances, job.Today, func(code diag.Code) bool {
		return unread || pass.HoldsBack(code)
	})
	r.Findings.Sort()
}

// isAboutReading reports whether a finding says that a part of the description
// could not be read, so that other findings may be missing.
func isAboutReading(d *diag.Diagnostic) bool {
	return isAboutYAML(d) || d.Severity == diag.Error && strings.HasPrefix(string(d.Code), "SCH")
}

// isAboutYAML reports whether a finding says that a part of a file could not be
// read at all.
func isAboutYAML(d *diag.Diagnostic) bool {
	return d.Severity == diag.Error && strings.HasPrefix(string(d.Code), "YML")
}

// decode reads the project and its call.
func decode(job Job) (*Result, error) {
	in, err := read(job.Files)
	if err != nil {
		return nil, err
	}
	description := job.Memory.parse(in.yaml)
	list := append(description.findings, in.unread...)
	list.Add(in.names.found...)
	description.root.Truncated = description.root.Truncated || len(in.unread) > 0
	root, found := schema.Validate(schema.Application, description.root)
	list.Add(found...)
	sections, found := checkSections(in.sections)
	list.Add(found...)
	list.Add(syntax.Beside(root.Lookup(sectionsDir), sections)...)
	r := &Result{
		Project: model.Decode(root, sections), strays: in.strays, called: in.names.called, ownCalls: in.packs,
		described: in.size(), allowances: description.allowances, sources: in.files(),
	}
	for _, id := range slices.Sorted(maps.Keys(sections)) {
		allowed, found := allow.InMarkdown(sections[id])
		list.Add(found...)
		r.allowances = append(r.allowances, allowed...)
	}

	r.pack, found, err = loadPack(job.Files, job.Packs, r.Project.Application.Call)
	if err != nil {
		return nil, err
	}
	list.Add(found...)
	if r.pack != nil {
		r.Call = r.pack.call
	}
	r.style, found, err = loadStyle(job, r.Project.Application.Style)
	if err != nil {
		return nil, err
	}
	list.Add(found...)
	r.Findings = list
	return r, nil
}

// assemble makes the document and finds out about its pages, and runs the rules
// that look at them. Where the call is not known there is no document.
func (r *Result) assemble(job Job, pass rules.Pass, paginate func(*Result) error) error {
	if r.Call == nil {
		return nil
	}
	var found, shown diag.List
	var err error
	r.Document, found, err = document.Assemble(r.input(job))
	if err != nil {
		return err
	}
	pass.Document = r.Document
	parallel.Both(
		func() { shown = rules.Run(rules.All(), rules.Assembled, pass) },
		func() { err = paginate(r) },
	)
	if err != nil {
		return err
	}
	r.Findings.Add(found...)
	r.Findings.Add(shown...)
	r.judgePages(pass)
	return nil
}

// judgePages runs the rules that look at the pages, when something is known of
// them.
func (r *Result) judgePages(pass rules.Pass) {
	if r.pages != nil {
		pass.Pages = r.pages
		r.Findings.Add(rules.Run(rules.All(), rules.LaidOut, pass)...)
	}
}

func (r *Result) input(job Job) document.Input {
	return document.Input{
		Project: r.Project, Call: r.Call, Date: job.Date, Variant: job.Variant, PictureOf: r.pictureOf, Described: r.described,
		Templates: []document.Folder{r.pack.templates, {Name: packsDir, Files: job.Packs}},
	}
}

// Outputs makes the files of a checked application: the Markdown, its figures,
// the PDF, and the list of what they leave out. It also returns what keeps the
// PDF from being accessible and archival, which is nothing unless an annex
// breaks a standard. It makes them once: the pages and the document's tree make
// room for the file that they become.
func (r *Result) Outputs() ([]markdown.File, []Fault, error) {
	files := markdown.Render(r.Document)
	files[0].Name = r.TextName()
	left, err := r.leftOut()
	if err != nil {
		return nil, nil, err
	}
	painted, err := r.paint()
	if err != nil {
		return nil, nil, err
	}
	files = append(files, markdown.File{Name: r.PDFName(), Data: painted.Data}, left)
	return files, r.faults(painted), nil
}

// Draft makes the document of a checked application anew, as a draft that
// says so on every page and lists the open findings at its end.
func (r *Result) Draft(job Job) error {
	in := r.input(job)
	in.Draft, in.Open = true, r.Findings
	r.Document, r.Layout, r.pages = nil, nil, nil // Those that were checked make room.
	var err error
	if r.Document, _, err = document.Assemble(in); err != nil {
		return err
	}
	r.Layout, err = r.layout(r.Document)
	return err
}
