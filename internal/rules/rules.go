// Package rules holds every semantic rule and runs them.
//
// A rule is a value in one explicit list. Three files share its stem: the
// rule itself (unknown_reference.go), the page that explains it
// (unknown_reference.md) and the stories that test it
// (testdata/unknown_reference.txtar). Numbers come from the call, never from
// here: where the call says nothing, a rule says nothing.
package rules

import (
	"slices"
	"strings"

	"soknad/internal/call"
	"soknad/internal/diag"
	"soknad/internal/document"
	"soknad/internal/i18n"
	"soknad/internal/model"
	"soknad/internal/picture"
	"soknad/internal/source"
)

// A Stage is how far the work must have come before a rule can run.
type Stage uint8

// The stages, in order.
const (
	Read      Stage = iota // the files are read; the packages that read them hold these rules themselves
	Decoded                // the project and the call are read
	Assembled              // the document is made
	LaidOut                // the document's pages are known
)

// A Rule is one thing that is checked.
type Rule struct {
	// Code is permanent: never renumbered, never reused.
	Code diag.Code
	// Name is the rule's name in words joined by hyphens; its files have
	// the same stem with underscores.
	Name string
	// Title says in a few words what the rule finds.
	Title string
	// Since is the version of soknad that brought the rule.
	Since    string
	Severity diag.Severity
	Needs    Stage
	// Reads lists the parts of the description that the rule adds up or
	// looks for gaps in, such as "activities.costs". While a piece of them
	// could not be read, the rule has nothing to say.
	Reads []string
	// Check reports what it finds. It is called only when the stage that
	// the rule needs is reached. A rule that another package holds, while it
	// reads the files or fills the templates, has none.
	Check func(*Pass)
}

// A Pass gives a rule everything it may look at.
type Pass struct {
	Project *model.Project
	// Call is nil when the call is not known or could not be read; rules
	// that need it are then not run.
	Call *call.Call
	// Calls lists the names of the calls that come with soknad, for
	// suggestions.
	Calls []string
	// Styles lists the names of the styles that exist.
	Styles []string
	// OwnCalls lists the folders of the application that hold a call.
	OwnCalls []string
	// SizeOf returns the size of a file of the application's folder, in bytes,
	// and whether there is such a file.
	SizeOf func(name string) (size int64, there bool)
	// Called returns what a file of the application's folder is called that a
	// name means when capital letters and the forms of letters do not count,
	// and whether there is one.
	Called func(name string) (is string, there bool)
	// IsLink tells whether a name is that of a link, or leads through one out
	// of the application's folder.
	IsLink func(name string) bool
	// PictureOf reads the image that a text names; the error is
	// fs.ErrNotExist or one of package picture.
	PictureOf func(destination string) (*picture.Picture, error)
	// Images lists what texts can name as images.
	Images []string
	// FaultOf says what is wrong with a PDF of the application's folder; a
	// file that is not there has no fault.
	FaultOf func(name string) Fault
	// Strays are the texts in the sections' folder whose names are no
	// section's, so that nothing reads them.
	Strays []*source.File
	// Document is nil before the stage Assembled.
	Document *document.Document
	// Pages is nil before the stage LaidOut.
	Pages *Pages

	rule *Rule
	list diag.List
}

// A Fault is why a PDF cannot be used.
type Fault uint8

// The faults.
const (
	Sound Fault = iota
	NotPDF
	Encrypted
	Damaged
	TooLong
)

// The limits of an annex.
const (
	MaxAnnex      = 100 << 20 // bytes
	MaxAnnexPages = 2000
)

// Pages is what the layout tells the rules.
type Pages struct {
	Extents []document.Extent
	// Missing lists the characters that no font has.
	Missing []rune
	// Unsupported lists what stands in the text and cannot be painted.
	Unsupported []Unsupported
}

// Unsupported is a part of the text that cannot be painted.
type Unsupported struct {
	Kind   string // what it is, such as "HTML"
	Offset int    // byte offset in Document.Text
}

// Reportf reports a finding of the running rule at a place. The format is
// English; other languages are catalogs of package i18n.
func (p *Pass) Reportf(at source.Ranger, format string, args ...any) *diag.Diagnostic {
	d := diag.New(p.rule.Code, p.rule.Severity, at, format, args...)
	p.list.Add(d)
	return d
}

// Run runs the rules of one stage and returns what they found, in the order
// of the rules.
func Run(rules []*Rule, stage Stage, pass Pass) diag.List {
	for _, r := range rules {
		if r.Check != nil && r.Needs == stage && pass.Project.Intact(r.Reads...) {
			pass.rule = r
			r.Check(&pass)
		}
	}
	return pass.list
}

// HoldsBack reports whether the rule of a code may have been silent only
// because it could not look: its stage was not reached, the call is not known,
// or a part of what it reads is missing.
func (p *Pass) HoldsBack(code diag.Code) bool {
	i := slices.IndexFunc(All(), func(r *Rule) bool { return r.Code == code })
	if i < 0 {
		return false
	}
	r := All()[i]
	isReached := (r.Needs < Assembled || p.Document != nil) && (r.Needs < LaidOut || p.Pages != nil)
	needsCall := r.Needs != Read && !strings.HasPrefix(string(code), "REF")
	return !isReached || needsCall && p.Call == nil || !p.Project.Intact(r.Reads...)
}

// citing adds the place in the call that a finding follows from.
func (p *Pass) citing(d *diag.Diagnostic, at source.Ranger, c call.Provenance) *diag.Diagnostic {
	return d.Relate(at, "asked for here (%s)", p.Call.Cite(c))
}

// language returns the document's language, in which names of the call are
// said.
func (p *Pass) language() i18n.Lang {
	l, _ := i18n.ParseLang(p.Project.Application.Language)
	return l
}
