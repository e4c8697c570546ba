package model

import (
	"strings"

	"soknad/internal/source"
)

// An Attachment is a file that the description names.
type Attachment struct {
	// File is the path as written, seen from the application's folder.
	File string

	at source.Ranger
}

// Span returns where the file is named.
func (a Attachment) Span() source.Span { return a.at.Span() }

// IsPDF reports whether the file's name says that it is a PDF.
func (a Attachment) IsPDF() bool { return strings.HasSuffix(strings.ToLower(a.File), ".pdf") }

// Attachments lists every file that the description names: the annexes first,
// then letters, the CV of the project manager, and the agreement.
func (p *Project) Attachments() []Attachment {
	var all []Attachment
	add := func(file string, at source.Ranger) {
		if file != "" {
			all = append(all, Attachment{File: file, at: at})
		}
	}
	for _, a := range p.Annexes {
		add(a.File, a.At("file"))
	}
	for _, q := range p.Participants {
		add(q.Commitment.Letter, q.Commitment.At("letter"))
	}
	for _, s := range p.Budget.Financing {
		add(s.Letter, s.At("letter"))
	}
	add(p.Organisation.ProjectManager.CV, p.Organisation.ProjectManager.At("cv"))
	add(p.Organisation.Agreement.File, p.Organisation.Agreement.At("file"))
	return all
}
