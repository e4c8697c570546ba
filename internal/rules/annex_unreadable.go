package rules

import (
	"soknad/internal/diag"
	"soknad/internal/model"
)

var annexUnreadable = &Rule{
	Code: "ANX003", Name: "annex-unreadable", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "an annex is no PDF, is encrypted or is damaged",
	Check: func(p *Pass) {
		told := map[string]bool{}
		for _, a := range p.Project.Attachments() {
			if told[a.File] {
				continue
			}
			told[a.File] = true
			if size, _ := p.SizeOf(a.File); size > MaxAnnex {
				p.Reportf(a, "the file %q is larger than %d MB, the most that is looked into", a.File, MaxAnnex>>20).
					Hint("save it smaller, with images of 300 dots an inch, or divide it")
			}
			if !a.IsPDF() {
				continue
			}
			p.reportFault(a, p.FaultOf(a.File))
		}
	},
}

// reportFault says what is wrong with a PDF that the description names.
func (p *Pass) reportFault(a model.Attachment, fault Fault) {
	switch fault {
	case NotPDF:
		p.Reportf(a, "the file %q is no PDF, although its name says so", a.File).
			Hint("print the document to PDF, and save it under this name")
	case Encrypted:
		p.Reportf(a, "the file %q is encrypted, so that readers cannot open it", a.File).
			Hint("open it with its password, save it without one, and try again")
	case TooLong:
		p.Reportf(a, "the file %q has more than %d pages", a.File, MaxAnnexPages).
			Hint("send what the funder is to read of it")
	case Damaged:
		p.Reportf(a, "the file %q is damaged: programs must guess what is in it", a.File).
			Hint("open it, print it to PDF anew, and look whether all pages are there")
	}
}
