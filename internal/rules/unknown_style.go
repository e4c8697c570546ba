package rules

import (
	"slices"

	"soknad/internal/diag"
)

var unknownStyle = &Rule{
	Code: "TPL002", Name: "unknown-style", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Title: "the style is not known",
	Check: func(p *Pass) {
		name := p.Project.Application.Style
		if name == "" || slices.Contains(p.Styles, name) {
			return
		}
		at := p.Project.Application.At("style")
		d := p.Reportf(at, "there is no style %q", name)
		if nearest := diag.Nearest(name, p.Styles); nearest != "" {
			d.Hint("did you mean %q?", nearest).Fix(at.Span(), nearest, "write %s", nearest)
		}
		d.Hint("the styles are: %s", joined(p.Styles))
	},
}
