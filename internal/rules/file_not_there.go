package rules

import "soknad/internal/diag"

var fileNotThere = &Rule{
	Code: "ANX002", Name: "file-not-there", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "a file that the description names is not there, or is empty",
	Check: func(p *Pass) {
		told := map[string]*diag.Diagnostic{}
		for _, a := range p.Project.Attachments() {
			size, there := p.SizeOf(a.File)
			if there && size > 0 {
				continue
			}
			switch d := told[a.File]; {
			case d != nil:
				d.Relate(a, "it is named here too")
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
