package rules

import (
	"bytes"
	"strings"

	"soknad/internal/diag"
	"soknad/internal/source"
)

var fileNotThere = &Rule{
	Code: "ANX002", Name: "file-not-there", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a file that the description names is not there, or is empty",
	Check: func(p *Pass) {
		told := map[string]*diag.Diagnostic{}
		for _, a := range p.Project.Attachments() {
			size, there := p.SizeOf(a.File)
			is, alike := p.Called(a.File)
			if there && size > 0 && (!alike || is == a.File) {
				continue
			}
			switch d := told[a.File]; {
			case d != nil:
				d.Relate(a, "it is named here too")
			case alike && is != a.File:
				told[a.File] = p.misnamed(a.Span(), a.File, is)
			case !there && p.IsLink(a.File):
				told[a.File] = p.Reportf(a, "the file %q is a link that leads out of the folder, or to nothing", a.File).
					Hint("put the file itself in its place")
			case there:
				told[a.File] = p.Reportf(a, "the file %q is empty", a.File).
					Hint("save the document again, and look whether it can be opened")
			default:
				told[a.File] = p.Reportf(a, "there is no file %q", a.File).
					Hint("put the file there, or correct its name; capital and small letters are different")
			}
		}
	},
}

// misnamed offers to write a name as the file is called.
func (p *Pass) misnamed(at source.Span, name, is string) *diag.Diagnostic {
	var d *diag.Diagnostic
	if strings.EqualFold(name, is) {
		d = p.Reportf(at, "the file %q is called %q", name, is)
	} else {
		d = p.Reportf(at, "in the name of the file %q, letters such as å are put together in another way", name)
	}
	if i := bytes.Index(at.Text(), []byte(name)); i >= 0 {
		d.Fix(at.File.Span(at.Start+i, at.Start+i+len(name)), is, "write %q", is)
	}
	return d.Hint("write the name as the file is called: on some machines capital letters count, and how an å is put together")
}
