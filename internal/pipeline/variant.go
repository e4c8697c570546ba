package pipeline

import (
	"encoding/json"
	"path"
	"strings"

	"soknad/internal/document"
	"soknad/internal/render/markdown"
)

// Variant says for whom a document is made.
type Variant = document.Variant

// The variants of a document.
const (
	Full   = document.Full
	Public = document.Public
)

// Variants lists the names of the variants, the first for the funder.
func Variants() []string { return document.Variants() }

// LeftOutName is the name of the list of what a document leaves out.
const LeftOutName = "left-out.json"

// PDFName returns the name of the document as PDF. That of a public document
// says so, so that the two are not mistaken for each other in a mail.
func (r *Result) PDFName() string { return r.named(PDFName) }

// TextName returns the name of the document as Markdown.
func (r *Result) TextName() string { return r.named(MarkdownName) }

func (r *Result) named(name string) string {
	if r.Document.Variant == Full {
		return name
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + r.Document.Variant.String() + ext
}

// An Omission is something that a document leaves out.
type Omission struct {
	What   string   `json:"what"` // as a slug, such as "email"
	Fields int      `json:"fields"`
	Paths  []string `json:"paths"`
	// Summed says that the fields still count in sums.
	Summed bool `json:"summed"`
}

// Omissions lists what of the description the document leaves out, without
// what was not written.
func (r *Result) Omissions() []Omission {
	found := []Omission{}
	counts := document.LeftOut(r.Project, r.Document.Variant)
	for i, o := range document.Omissions(r.Document.Variant) {
		if counts[i] > 0 {
			found = append(found, Omission{
				What: strings.TrimPrefix(o.Word, "left-out."), Fields: counts[i], Paths: o.Fields, Summed: o.Counted,
			})
		}
	}
	return found
}

// leftOut makes the list for programs.
func (r *Result) leftOut() (markdown.File, error) {
	data, err := json.MarshalIndent(struct {
		Version int        `json:"version"` // of this format
		Variant string     `json:"variant"`
		LeftOut []Omission `json:"left_out"`
	}{1, r.Document.Variant.String(), r.Omissions()}, "", "  ")
	return markdown.File{Name: LeftOutName, Data: append(data, '\n')}, err
}
